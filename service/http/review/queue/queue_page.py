"""The queue as its template reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from service.accounts import Role, Staff
from service.http.review.queue.choices import (
    Filter,
    Option,
    Way,
    chips_of,
    filters_of,
    orders,
    reason_label,
    state_ways,
    views_of,
    why_ways,
)
from service.http.review.queue.query import QueueQuery
from service.reviewing.agreement import Agreement
from service.reviewing.masking import masked
from service.reviewing.queue import Conflict, Morning, Person, QueueItem, Summary
from service.reviewing.states import SETTABLE, ItemState

# Always seen, as the words are; the others are folded away.
FIRST_FILTERS = ("city", "assignee")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list.

    question  masked; "" where its words were never kept, None where they are erased
    can_act   whether who looks at it may change it; nobody does where its words are erased
    """

    item: QueueItem
    question: str | None = field(repr=False)
    reason: str
    can_act: bool
    is_picked: bool
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class ActForm:
    """What is to be done with the ticked items, as it was chosen.

    picks     as the boxes send them, `id.version`
    faults    by field, a key of the wording's area `queue`
    """

    picks: frozenset[str] = frozenset()
    act: str = ""
    assignee: str = ""
    due: str = ""
    state: str = ""
    faults: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class QueuePage:
    """A page of the queue.

    faults   of the filter, by field, a key of the wording's area `queue`
    first_filters, more_filters  lists to choose from: always seen, and folded away
    is_wide  whether something that is folded away is chosen
    changed  how many items were changed a moment ago
    pages    of how many this is one; before, after  addresses, "" at an end
    """

    query: QueueQuery
    faults: Mapping[str, str]
    summary: Summary
    agreement: Agreement
    views: tuple[Way, ...]
    states: tuple[Way, ...]
    whys: tuple[Way, ...]
    chips: tuple[Way, ...]
    first_filters: tuple[Filter, ...]
    more_filters: tuple[Filter, ...]
    orders: tuple[Option, ...]
    is_wide: bool
    rows: tuple[Row, ...]
    total: int
    number: int
    pages: int
    before: str
    after: str
    people: tuple[Person, ...]
    settable: tuple[str, ...]
    can_act: bool
    form: ActForm
    changed: int


@dataclass(frozen=True, slots=True)
class ConflictPage:
    """Items that somebody else had changed first, with what was chosen for them.

    lines    each with the item as it is now
    changed  how many of those that were picked were changed
    query    the queue from which they were picked
    picks    to choose the same once more for those that can be changed
    """

    lines: tuple[tuple[Row, Conflict], ...]
    changed: int
    picks: tuple[str, ...]
    form: ActForm
    chosen: str
    query: QueueQuery


def queue_page(
    staff: Staff,
    query: QueueQuery,
    faults: Mapping[str, str],
    morning: Morning,
    *,
    page_size: int,
    city_names: Mapping[str, str],
    form: ActForm | None = None,
    changed: int = 0,
) -> QueuePage:
    """The page for a member of staff; `city_names` of all cities, by id."""
    form = form or ActForm()
    page = morning.page
    seen = staff.cities(Role.VIEWER)
    names = {city: name for city, name in city_names.items() if seen is None or city in seen}
    filters = filters_of(morning.people, names)
    pages = max(1, -(-page.total // page_size))
    rows = tuple(row_of(staff, item, morning.summary.today, form.picks) for item in page.items)
    return QueuePage(
        query=query,
        faults=faults,
        summary=morning.summary,
        agreement=morning.agreement,
        views=views_of(query, morning),
        states=state_ways(query, page),
        whys=why_ways(query, page),
        chips=chips_of(query, filters),
        first_filters=tuple(filters[name] for name in FIRST_FILTERS),
        more_filters=tuple(one for name, one in filters.items() if name not in FIRST_FILTERS),
        orders=orders(),
        is_wide=bool({*query.filters} - {*FIRST_FILTERS, "words", "why"}),
        rows=rows,
        total=page.total,
        number=page.number,
        pages=pages,
        before=_address(query, page.number - 1) if page.number > 1 else "",
        after=_address(query, page.number + 1) if page.number < pages else "",
        people=morning.people,
        settable=tuple(state.value for state in SETTABLE),
        can_act=any(row.can_act for row in rows),
        form=form,
        changed=changed,
    )


def row_of(staff: Staff, item: QueueItem, today: date, picks: frozenset[str]) -> Row:
    """A line; what may tell who somebody is is masked."""
    question = item.question
    return Row(
        item=item,
        question=masked(question) if question else question,
        reason=reason_label(item.reason),
        can_act=item.state is not ItemState.ERASED and staff.may(Role.REVIEWER, item.city),
        is_picked=pick_of(item) in picks,
        is_overdue=not item.state.is_closed and item.due_on is not None and item.due_on < today,
    )


def pick_of(item: QueueItem) -> str:
    """What the box of an item sends."""
    return f"{item.message_id}.{item.version}"


def _address(query: QueueQuery, number: int) -> str:
    return query.changed(page=str(number)).address
