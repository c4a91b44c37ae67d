"""How answers come into the queue, and what becomes of them when their words are erased.

Everything here runs in the transaction that writes the message, the vote or the deletion: an answer
that is kept and has a cause is in the queue, whatever happens to the process.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, Date, insert, literal, select, update

from service.outcome import Answer, Reason, Status
from service.reviewing.states import UNFINISHED, ItemState, Why
from service.staff_settings import StaffSettings
from service.store import MessageRow, OutcomeRow, ReviewItemRow, UtcDateTime
from service.wall_clock import on_the_wall

_OF_OUTCOME = (
    "message_id",
    "asked_at",
    "city",
    "reason",
    "kind",
    "lang",
    "channel",
    "confidence",
)
_DRAWN_DIGITS = 8  # hex digits of an id that the sample is drawn by: steps of 0.00000002 %


@dataclass(frozen=True, slots=True)
class EntryRule:
    """Which answers come into the queue, and by when they are to be looked at.

    sample_percent  0..100, of those that gave no cause
    low_confidence  0..1, answers below it come in
    due_days        days from the one on which an answer comes in
    """

    sample_percent: float
    low_confidence: float
    due_days: int

    @classmethod
    def of(cls, settings: StaffSettings) -> EntryRule:
        """The rule that an operator has set."""
        return cls(
            settings.review_sample_percent,
            settings.review_low_confidence,
            settings.review_due_days,
        )

    def why(self, message_id: str, answer: Answer) -> Why | None:
        """What puts an answer into the queue, None where nothing does.

        message_id  32 hex digits; they alone draw the sample, so that it can be drawn again
        """
        if answer.status is Status.REFUSED:
            return Why.REFUSED
        if answer.status is Status.NOT_FOUND or answer.reason is Reason.CLARIFY_QUESTION:
            return Why.NOT_FOUND
        # Asking which city is meant is no answer: its confidence says that there is one.
        if answer.status is Status.ANSWERED and answer.confidence < self.low_confidence:
            return Why.LOW_CONFIDENCE
        return Why.SAMPLE if self.draws(message_id) else None

    def draws(self, message_id: str) -> bool:
        """Whether chance has it that an answer is looked at: ids are random bits."""
        drawn = int(message_id[:_DRAWN_DIGITS], 16) / float(16**_DRAWN_DIGITS)
        return drawn * 100 < self.sample_percent

    def due_on(self, queued_at: datetime) -> date:
        """The last day, on the wall clock of the cities."""
        return on_the_wall(queued_at).date() + timedelta(days=self.due_days)


def enter(
    connection: Connection, rule: EntryRule, message_id: str, answer: Answer, now: datetime
) -> None:
    """Put an answer into the queue, if there is cause; its outcome is written already."""
    why = rule.why(message_id, answer)
    if why is not None:
        _insert(connection, rule, message_id, why, now)


def enter_unhelpful(
    connection: Connection, rule: EntryRule, message_id: str, now: datetime
) -> None:
    """Put an answer into the queue that a resident found unhelpful, or move it there.

    What staff were through with is open again; nothing changes where the vote is known already.
    """
    this = ReviewItemRow.message_id == message_id
    held = connection.execute(
        select(ReviewItemRow.why, ReviewItemRow.state).where(this)
    ).one_or_none()
    if held is None:
        _insert(connection, rule, message_id, Why.UNHELPFUL, now)
        return
    changed: dict[str, object] = {}
    if held.why != Why.UNHELPFUL:
        changed = {"why": Why.UNHELPFUL.value}
    if ItemState(held.state).is_closed:
        changed |= {"state": ItemState.OPEN.value, "closed_at": None, "queued_at": now}
        changed |= {"due_on": rule.due_on(now)}
    if changed:
        connection.execute(
            update(ReviewItemRow).where(this).values(version=ReviewItemRow.version + 1, **changed)
        )


def erase_items(connection: Connection, conversation_ids: Sequence[str], now: datetime) -> None:
    """Close what was still to be looked at of conversations whose words are about to be erased."""
    of_these = select(MessageRow.id).where(MessageRow.conversation_id.in_(conversation_ids))
    connection.execute(
        update(ReviewItemRow)
        .where(ReviewItemRow.message_id.in_(of_these), ReviewItemRow.state.in_(UNFINISHED))
        .values(
            state=ItemState.ERASED.value,
            closed_at=now,
            version=ReviewItemRow.version + 1,
        )
    )


def _insert(
    connection: Connection, rule: EntryRule, message_id: str, why: Why, now: datetime
) -> None:
    """Nothing where there is no outcome: none is kept of messages from before answers were kept."""
    given = {
        "why": literal(why.value),
        "state": literal(ItemState.OPEN.value),
        "due_on": literal(rule.due_on(now), Date()),
        "queued_at": literal(now, UtcDateTime()),
        "version": literal(1),
    }
    of_outcome = [getattr(OutcomeRow, name) for name in _OF_OUTCOME]
    outcome = select(*of_outcome, *given.values()).where(OutcomeRow.message_id == message_id)
    connection.execute(insert(ReviewItemRow).from_select([*_OF_OUTCOME, *given], outcome))
