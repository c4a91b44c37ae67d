"""What of the queue is wanted, as an address tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeVar
from urllib.parse import parse_qsl, urlencode

from service.accounts import Role, Staff
from service.http.pages.frame import Surface
from service.outcome import Reason, Status
from service.question.normalisation import normalise
from service.question.understanding import Asked
from service.reviewing.queue import NOBODY, Judged, Order, Selection
from service.reviewing.states import UNFINISHED, ItemState, Why

QUEUE_PATH = Surface.REVIEW.prefix
UNASSIGNED, MINE = "nobody", "me"  # beside ids of users
EVERY_STATE = "all"  # beside states; nothing: what is not finished
WORDS_CHARS_MAX = 100  # of all words together; more than anybody looks for
# Words are looked for in so many days where no first one is given: with 100,000 conversations of 90
# days that takes a third of the time, and by default words are kept no longer.
WORDS_DAYS = 30
_DIGITS_MAX = 6
# Days that are asked for: beyond them there are no moments in every time zone.
_FIRST_DAY, _LAST_DAY = date(1900, 1, 1), date(2999, 12, 31)
_KEPT = frozenset({"order", "page", "state"})  # no filters: taken off by themselves

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class QueueQuery:
    """The parts of the address as they stand in it, "" for what is not there."""

    city: str = ""
    state: str = ""
    why: str = ""
    status: str = ""
    reason: str = ""
    kind: str = ""
    lang: str = ""
    channel: str = ""
    since: str = ""
    until: str = ""
    assignee: str = ""
    overdue: str = ""
    judged: str = ""
    words: str = field(default="", repr=False)
    order: str = ""
    page: str = ""

    @classmethod
    def of(cls, parameters: Mapping[str, str]) -> QueueQuery:
        """What of an address is ours; the rest is passed over."""
        names = {one.name for one in fields(cls)} & parameters.keys()
        return cls(**{name: parameters[name].strip() for name in names})

    @classmethod
    def decoded(cls, text: str) -> QueueQuery:
        """What `encoded` gave."""
        return cls.of(dict(parse_qsl(text)))

    def changed(self, **values: str) -> QueueQuery:
        """Another selection, from its first page."""
        return replace(self, **{"page": "", **values})

    @property
    def filled(self) -> Mapping[str, str]:
        """What is in the address."""
        return {one.name: value for one in fields(self) if (value := getattr(self, one.name))}

    @property
    def filters(self) -> tuple[str, ...]:
        """Names of what is filtered by."""
        return tuple(name for name in self.filled if name not in _KEPT)

    @property
    def address(self) -> str:
        """Where it is shown."""
        return f"{QUEUE_PATH}?{self.encoded}" if self.filled else QUEUE_PATH

    @property
    def encoded(self) -> str:
        """Its address behind the question mark, for a field of a form and for other addresses."""
        return urlencode(self.filled)

    @property
    def number(self) -> int:
        """Of the page, 1 for what is none."""
        return max(1, number_of(self.page))


def number_of(text: str) -> int:
    """A number of the address, 0 for what is none or too long to be meant."""
    is_number = text.isascii() and text.isdecimal() and len(text) <= _DIGITS_MAX
    return int(text) if is_number else 0


def view_addresses(today: date) -> Mapping[str, QueueQuery]:
    """What is looked at again and again, by its name in the wording."""
    return {
        "view_unfinished": QueueQuery(),
        "view_today": QueueQuery(since=(today - timedelta(days=1)).isoformat(), state=EVERY_STATE),
        "view_mine": QueueQuery(assignee=MINE),
        "view_overdue": QueueQuery(overdue="1", order=Order.DUE.value),
        "view_unhelpful": QueueQuery(why=Why.UNHELPFUL.value),
        "view_second": QueueQuery(judged=Judged.ONCE.value, state=EVERY_STATE),
    }


def selection_of(
    query: QueueQuery, staff: Staff, today: date
) -> tuple[Selection, Mapping[str, str]]:
    """What `staff` want of what they may see; and by field what does not hold, as a key of the
    wording's area `queue`: it is left out of the selection.
    """
    faults: dict[str, str] = {}

    def one_of(kind: type[E], name: str) -> E | None:
        value = getattr(query, name)
        if not value:
            return None
        if value in {member.value for member in kind}:
            return kind(value)
        faults[name] = "fault_choice"
        return None

    def day(name: str) -> date | None:
        value = getattr(query, name)
        try:
            found = date.fromisoformat(value) if value else None
        except ValueError:
            found = date.min
        if found is None or _FIRST_DAY <= found <= _LAST_DAY:
            return found
        faults[name] = "fault_day"
        return None

    since, until = day("since"), day("until")
    if since and until and since > until:
        faults["until"] = "fault_period"
        until = None
    if len(query.words) > WORDS_CHARS_MAX:
        faults["words"] = "fault_words"
    words = () if "words" in faults else tuple(filter(normalise, query.words.split()))
    if words and since is None:
        since = (until or today) - timedelta(days=WORDS_DAYS)
    seen = staff.cities(Role.VIEWER)
    if query.city and seen is not None and query.city not in seen:
        faults["city"] = "fault_choice"
    assignee = {"": None, UNASSIGNED: NOBODY, MINE: staff.id}.get(query.assignee, query.assignee)
    selection = Selection(
        viewer=staff.id,
        cities=seen,
        city=query.city if query.city and "city" not in faults else None,
        states=_states(query.state, faults),
        why=one_of(Why, "why"),
        status=one_of(Status, "status"),
        reason=one_of(Reason, "reason"),
        kind=one_of(Asked, "kind"),
        lang=query.lang or None,
        channel=query.channel or None,
        since=since,
        until=until,
        assignee=assignee,
        overdue_on=today if query.overdue else None,
        judged=one_of(Judged, "judged"),
        words=words,
        order=one_of(Order, "order") or Order.NEWEST,
    )
    return selection, faults


def _states(value: str, faults: dict[str, str]) -> frozenset[ItemState] | None:
    if value == EVERY_STATE:
        return None
    if value in {state.value for state in ItemState}:
        return frozenset({ItemState(value)})
    if value:
        faults["state"] = "fault_choice"
    return UNFINISHED
