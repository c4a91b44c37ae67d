"""Which items of the queue are wanted, as conditions of SQL."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, or_, select

from service.outcome import Reason, Status
from service.question.normalisation import normalise
from service.question.understanding import Asked
from service.reviewing.queue.order import Order
from service.reviewing.states import UNFINISHED, ItemState, Why
from service.store import JudgementRow, MessageRow, ReviewItemRow
from service.wall_clock import HERE

NOBODY = ""  # as assignee: the items that nobody has taken


class Judged(StrEnum):
    """By whom an answer was judged."""

    NOBODY = "nobody"
    ONCE = "once"  # by one other, and the words are still there: a second judgement is wanted
    OTHERS = "others"  # by one or more, and not by who asks
    ME = "me"


@dataclass(frozen=True, slots=True)
class Selection:
    """What is wanted of the queue; None and () want everything.

    viewer    id of who asks, to tell their own judgements from those of others
    cities    ids of cities whose items may be seen; None: all, and those of no city
    states    in which they stand
    status, reason, kind, lang, channel  as in `OutcomeRow`
    since, until  days on the wall clock of the cities, both included, on which it was asked
    assignee  id of a user, or NOBODY
    overdue_on  today, where only what was due before it is wanted
    words     stand in the question or the answer, each of them, as typed or normalised
    """

    viewer: str
    cities: frozenset[str] | None = None
    city: str | None = None
    states: frozenset[ItemState] | None = UNFINISHED
    why: Why | None = None
    status: Status | None = None
    reason: Reason | None = None
    kind: Asked | None = None
    lang: str | None = None
    channel: str | None = None
    since: date | None = None
    until: date | None = None
    assignee: str | None = None
    overdue_on: date | None = None
    judged: Judged | None = None
    words: tuple[str, ...] = ()
    order: Order = Order.NEWEST

    @property
    def is_indexed(self) -> bool:
        """Whether indexes alone tell which items fit; else each item has to be looked at."""
        looked_at = (self.status, self.reason, self.kind, self.lang, self.channel)
        people = (self.assignee, self.overdue_on, self.judged)
        return not self.words and all(one is None for one in (*looked_at, *people))

    def conditions(self) -> list[ColumnElement[bool]]:
        """All of which hold of an item, but for `states` and `why`, which are counted over; where
        there are words, the message stands beside the item.
        """
        return [*self._on_item(), *self._on_outcome(), *self._on_words()]

    def counted_over(self, columns: Any) -> Iterator[ColumnElement[bool]]:
        """The conditions on `states` and `why`, of columns named as those of an item."""
        if self.states is not None:
            yield columns.state.in_(sorted(self.states))
        if self.why is not None:
            yield columns.why == self.why.value

    def _on_item(self) -> Iterator[ColumnElement[bool]]:
        item = ReviewItemRow
        if self.cities is not None:
            yield item.city.in_(sorted(self.cities))
        if self.city is not None:
            yield item.city == self.city
        if self.since is not None:
            yield item.asked_at >= start_of(self.since)
        if self.until is not None:
            yield item.asked_at < start_of(self.until + timedelta(days=1))
        if self.assignee is not None:
            yield (
                item.assignee_id.is_(None)
                if self.assignee == NOBODY
                else item.assignee_id == self.assignee
            )
        if self.overdue_on is not None:
            yield and_(item.due_on < self.overdue_on, item.closed_at.is_(None))
        if self.judged is not None:
            yield self._on_judgements(self.judged)

    def _on_judgements(self, judged: Judged) -> ColumnElement[bool]:
        of_item = exists().where(JudgementRow.message_id == ReviewItemRow.message_id)
        mine = of_item.where(JudgementRow.reviewer_id == self.viewer)
        if judged is Judged.NOBODY:
            return ~of_item
        if judged is Judged.ME:
            return mine
        return and_(of_item, ~mine, *(_for_a_second() if judged is Judged.ONCE else ()))

    def _on_outcome(self) -> Iterator[ColumnElement[bool]]:
        item = ReviewItemRow
        if self.status is not None:
            yield item.reason.in_(sorted(one for one in Reason if one.status is self.status))
        if self.reason is not None:
            yield item.reason == self.reason.value
        if self.kind is not None:
            yield item.kind == self.kind.value
        if self.lang is not None:
            yield item.lang == self.lang
        if self.channel is not None:
            yield item.channel == self.channel

    def _on_words(self) -> Iterator[ColumnElement[bool]]:
        for word in self.words:
            plain = normalise(word)  # as questions are kept; answers stand as the plans write
            yield or_(
                MessageRow.question.icontains(plain, autoescape=True),
                *(
                    MessageRow.answer.icontains(one, autoescape=True)
                    for one in dict.fromkeys((plain, word))
                ),
            )


def _for_a_second() -> tuple[ColumnElement[bool], ...]:
    """One judgement, and words to judge once more."""
    judgements = (
        select(func.count())
        .where(JudgementRow.message_id == ReviewItemRow.message_id)
        .scalar_subquery()
    )
    words = exists().where(MessageRow.id == ReviewItemRow.message_id).correlate(ReviewItemRow)
    return judgements == 1, words


def start_of(day: date) -> datetime:
    """The moment a day begins on the wall clock of the cities."""
    return datetime.combine(day, time(), HERE)
