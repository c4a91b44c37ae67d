"""What reviewers say of answers, in the store: given, changed and taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from service.accounts import Staff, note
from service.conversations.answer_columns import answer_of
from service.conversations.errors import UnknownMessageError
from service.reviewing.judging.cases import judgements_of
from service.reviewing.judging.errors import (
    JudgementConflictError,
    UnknownPassageError,
    WordsErasedError,
)
from service.reviewing.judging.evidence import Passages
from service.reviewing.judging.judged_questions import Judged, refresh, retire
from service.reviewing.judging.opinion import Fit, Opinion, Verdict
from service.reviewing.judging.opinion_columns import columns_of, opinion_of
from service.reviewing.judging.wording_checks import with_kept_words
from service.reviewing.states import UNFINISHED, ItemState
from service.store import JudgementRow, MessageRow, OutcomeRow, ReviewItemRow, Store
from service.wall_clock import now


class Judgements:
    """Takes judgements down. Every method raises StoreError.

    note_chars_max  characters of a note or remark
    clock           the moment now, with a time zone
    """

    def __init__(
        self,
        store: Store,
        note_chars_max: int,
        clock: Callable[[], datetime] = now,
    ) -> None:
        self._store = store
        self._note_chars_max = note_chars_max
        self._clock = clock

    def give(
        self,
        staff: Staff,
        message_id: str,
        opinion: Opinion,
        passages: Passages,
        *,
        version: int,
        closes: bool,
    ) -> Verdict:
        """Keep an opinion in place of an earlier one of the same reviewer.

        version  of the judgement that was changed, 0 where none was seen
        closes   whether the answer's place in the queue is done with

        Raises JudgementError in all its kinds, and UnknownMessageError.
        """
        opinion = with_kept_words(opinion, self._note_chars_max)
        columns = columns_of(opinion)
        _check_passage(opinion, passages)
        now = self._clock()
        with self._store.writing() as connection:
            message = _message(connection, message_id)
            own = (JudgementRow.message_id == message_id) & (JudgementRow.reviewer_id == staff.id)
            held = connection.execute(select(JudgementRow.__table__).where(own)).mappings()
            before = held.one_or_none()
            if (before["version"] if before else 0) != version:
                raise JudgementConflictError
            if before is None:
                connection.execute(
                    insert(JudgementRow).values(
                        message_id=message_id,
                        reviewer_id=staff.id,
                        judged_at=now,
                        version=1,
                        **columns,
                    )
                )
            else:
                connection.execute(
                    update(JudgementRow)
                    .where(own)
                    .values(judged_at=now, version=version + 1, **columns)
                )
            note(
                connection,
                staff,
                "judgement.changed" if before else "judgement.given",
                f"answer:{message_id}",
                message["outcome_city"],
                _told(opinion_of({**before})) if before else None,
                _told(opinion),
                at=now,
            )
            if closes:
                _close(connection, message_id, now)
            _refresh(connection, message, passages, now)
        return opinion.verdict

    def withdraw(self, staff: Staff, message_id: str, passages: Passages, *, version: int) -> None:
        """Take one's own opinion back, also of an answer whose words are erased.

        An answer that nobody judges any more, and that can be judged, is to be looked at again.

        Raises JudgementConflictError where it is no longer as it was seen, and UnknownMessageError.
        """
        now = self._clock()
        with self._store.writing() as connection:
            city = _outcome_city(connection, message_id)
            own = (JudgementRow.message_id == message_id) & (JudgementRow.reviewer_id == staff.id)
            held = connection.execute(select(JudgementRow.__table__).where(own)).mappings()
            before = held.one_or_none()
            if before is None or before["version"] != version:
                raise JudgementConflictError
            connection.execute(delete(JudgementRow).where(own))
            note(
                connection,
                staff,
                "judgement.withdrawn",
                f"answer:{message_id}",
                city,
                _told(opinion_of({**before})),
                at=now,
            )
            is_judged = bool(judgements_of(connection, message_id))
            try:
                _refresh(connection, _message(connection, message_id), passages, now)
            except WordsErasedError:
                if not is_judged:
                    retire(connection, message_id, now)
            else:
                if not is_judged:
                    _open_again(connection, message_id)


def _check_passage(opinion: Opinion, passages: Passages) -> None:
    """A better one that is spoken of is named, and one that is named can be found."""
    speaks = any(one.fit is Fit.BETTER_ONE for one in opinion.citations)
    named = opinion.better_passage
    if (speaks and named is None) or (named is not None and passages.find(named) is None):
        raise UnknownPassageError


def _message(connection: Connection, message_id: str) -> Mapping[str, Any]:
    """The columns of a message, with the city its outcome is counted for."""
    city = _outcome_city(connection, message_id)
    row = (
        connection.execute(select(MessageRow.__table__).where(MessageRow.id == message_id))
        .mappings()
        .one_or_none()
    )
    if row is None:
        raise WordsErasedError
    return {**row, "outcome_city": city}


def _outcome_city(connection: Connection, message_id: str) -> str | None:
    found = connection.execute(
        select(OutcomeRow.city).where(OutcomeRow.message_id == message_id)
    ).one_or_none()
    if found is None:
        raise UnknownMessageError
    city: str | None = found.city
    return city


def _close(connection: Connection, message_id: str, now: datetime) -> None:
    connection.execute(
        update(ReviewItemRow)
        .where(ReviewItemRow.message_id == message_id, ReviewItemRow.state.in_(UNFINISHED))
        .values(state=ItemState.DONE.value, closed_at=now, version=ReviewItemRow.version + 1)
    )


def _open_again(connection: Connection, message_id: str) -> None:
    """What was done with by a judgement; what somebody found to need nothing stays so."""
    connection.execute(
        update(ReviewItemRow)
        .where(ReviewItemRow.message_id == message_id, ReviewItemRow.state == ItemState.DONE.value)
        .values(state=ItemState.OPEN.value, closed_at=None, version=ReviewItemRow.version + 1)
    )


def _refresh(
    connection: Connection, message: Mapping[str, Any], passages: Passages, now: datetime
) -> None:
    told = answer_of(message)
    if told is None:
        return
    judged = Judged(
        message["id"],
        message["outcome_city"],
        message["meaning"],
        told,
        judgements_of(connection, message["id"]),
    )
    refresh(connection, judged, passages.evidence, now)


def _told(opinion: Opinion) -> dict[str, Any]:
    """What the log of changes holds of an opinion: nothing in the reviewer's own words."""
    return {
        "verdict": opinion.verdict.value,
        "sentences": {str(one.number): one.verdict.value for one in opinion.sentences},
        "citations": {str(one.n): one.fit.value for one in opinion.citations},
        "better_passage": opinion.better_passage,
        "is_harmful": opinion.is_harmful,
        "is_source_fault": opinion.is_source_fault,
    }
