"""What can be chosen of the queue, in the words that staff read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from service.http.pages.frame import Surface
from service.http.pages.preferences import Language
from service.http.pages.wording import Wording, staff_wording
from service.http.review.queue.query import (
    EVERY_STATE,
    MINE,
    UNASSIGNED,
    QueueQuery,
    view_addresses,
)
from service.outcome import Reason, Status
from service.question.understanding import Asked
from service.reviewing.queue import ItemPage, Judged, Morning, Order, Person
from service.reviewing.states import UNFINISHED, ItemState, Why

CHANNELS = (*(surface.value for surface in Surface if surface is not Surface.REVIEW), "api")


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose. `value`: what the form sends for it."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Filter:
    """A list to choose from. `name`: of the address' part; the first option chooses nothing."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """A link to another selection. `count`: how many items it shows, None where not counted."""

    label: str
    href: str
    count: int | None = None
    is_current: bool = False


def filters_of(people: Iterable[Person], city_names: Mapping[str, str]) -> Mapping[str, Filter]:
    """The lists by name, in the order in which they stand.

    city_names  of the cities that may be seen, by id
    """
    texts = staff_wording()
    options = {
        "city": [Option(city, name) for city, name in city_names.items()],
        "assignee": [
            Option(MINE, texts.text("queue.assignee_me")),
            Option(UNASSIGNED, texts.text("queue.assignee_nobody")),
            *(Option(person.id, person.name) for person in people),
        ],
        "judged": _options(texts, "queue.judged_", Judged),
        "status": _options(texts, "queue.status_", Status),
        "reason": [Option(one.value, reason_label(one)) for one in Reason],
        "kind": _options(texts, "queue.kind_", Asked),
        "lang": [Option(one.value, one.own_name) for one in Language],
        "channel": [Option(one, texts.text(f"queue.channel_{one}")) for one in CHANNELS],
        "overdue": [Option("1", texts.text("queue.overdue_only"))],
    }
    every = Option("", texts.text("queue.every"))
    return {
        name: Filter(name, texts.text(f"queue.filter_{name}"), (every, *chosen_from))
        for name, chosen_from in options.items()
    }


def orders() -> tuple[Option, ...]:
    """The orders to choose from; the usual one stands in no address."""
    texts = staff_wording()
    return tuple(
        Option("" if order is Order.NEWEST else order.value, texts.text(f"queue.order_{order}"))
        for order in Order
    )


def reason_label(reason: Reason) -> str:
    """A reason in a few words."""
    key = reason.value.replace(".", "_")
    return staff_wording().text(f"queue.reason_{key}")


def chips_of(query: QueueQuery, filters: Mapping[str, Filter]) -> tuple[Way, ...]:
    """What is filtered by, each with the way to take it off; why is a way of its own."""
    chips = []
    for name in query.filters:
        value = getattr(query, name)
        known = filters.get(name)
        options = known.options if known else ()
        label = next((one.label for one in options if one.value == value), value)
        if name == "why" and value in set(Why):
            label = staff_wording().text(f"queue.why_{value}")
        named = f"{staff_wording().text(f'queue.filter_{name}')}：{label}"
        chips.append(Way(named, query.changed(**{name: ""}).address))
    return tuple(chips)


def views_of(query: QueueQuery, morning: Morning) -> tuple[Way, ...]:
    """The views that are looked at again and again."""
    texts = staff_wording()
    summary = morning.summary
    counts = {
        "view_unfinished": summary.open,
        "view_mine": summary.mine,
        "view_overdue": summary.overdue,
    }
    today = summary.today
    return tuple(
        Way(
            texts.text(f"queue.{name}"),
            view.address,
            counts.get(name),
            view.filled == query.changed().filled,
        )
        for name, view in view_addresses(today).items()
    )


def state_ways(query: QueueQuery, page: ItemPage) -> tuple[Way, ...]:
    """A way to each state, with how many items are in it."""
    texts = staff_wording()
    unfinished = sum(page.by_state[state] for state in UNFINISHED)
    counts = {"": unfinished, **{state.value: page.by_state[state] for state in ItemState}}
    counts[EVERY_STATE] = sum(page.by_state.values())
    return tuple(
        Way(
            texts.text(f"queue.state_{value or 'unfinished'}"),
            query.changed(state=value).address,
            count,
            query.state == value,
        )
        for value, count in counts.items()
    )


def why_ways(query: QueueQuery, page: ItemPage) -> tuple[Way, ...]:
    """A way to what came in for each cause, and to all."""
    texts = staff_wording()
    counts = {"": sum(page.by_why.values()), **{why.value: page.by_why[why] for why in Why}}
    return tuple(
        Way(
            texts.text(f"queue.why_{value or 'all'}"),
            query.changed(why=value).address,
            count,
            query.why == value,
        )
        for value, count in counts.items()
    )


def _options(texts: Wording, beginning: str, kind: type[StrEnum]) -> list[Option]:
    return [Option(one.value, texts.text(beginning + one.value)) for one in kind]
