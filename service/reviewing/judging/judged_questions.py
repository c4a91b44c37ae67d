"""Judged answers as questions of the evaluation set, in the transaction of the judgement."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from service.outcome import Answer
from service.question.normalisation import normalise
from service.question.personal_data import personal_data
from service.reviewing.judging.expectation import EvidenceOf, Expected, agreed, expected
from service.reviewing.judging.opinion import Opinion
from service.reviewing.masking import MASK, masked
from service.store import JudgedQuestionRow

_LEAST_CHARS = 4  # a question of which masking leaves less asks nothing any more


def question_to_keep(meaning: str) -> str | None:
    """The words of a question as they may be copied; None where too little or too much is left.

    meaning  the question on its own; "" where it was refused
    """
    text = masked(meaning)
    if personal_data(normalise(text)) or len(text.replace(MASK, "").strip()) < _LEAST_CHARS:
        return None
    return text


def refresh(
    connection: Connection,
    message_id: str,
    city: str | None,
    meaning: str,
    told: Answer,
    opinions: Sequence[tuple[str, Opinion]],
    evidence_of: EvidenceOf,
    now: datetime,
) -> None:
    """Make, renew or retire the question of a message after what was said of it has changed.

    opinions  with the ids of their reviewers, the oldest first

    It counts while all who judged expect the same; where they do not, or nobody judges any more,
    it is retired, not deleted: proofs that were run name it.
    """
    wanted = agreed([expected(opinion, told, evidence_of) for _, opinion in opinions])
    question = question_to_keep(meaning)
    if wanted is None or question is None:
        retire(connection, message_id, now)
        return
    _keep(connection, message_id, city, question, wanted, opinions[-1][0], now)


def retire(connection: Connection, message_id: str, now: datetime) -> None:
    """Let the question of a message count no more, if there is one."""
    row = JudgedQuestionRow
    connection.execute(
        update(row)
        .where(row.message_id == message_id, row.retired_at.is_(None))
        .values(retired_at=now)
    )


def _keep(
    connection: Connection,
    message_id: str,
    city: str | None,
    question: str,
    wanted: Expected,
    made_by: str,
    now: datetime,
) -> None:
    row = JudgedQuestionRow
    values = {
        "city": city,
        "question": question,
        "expects": wanted.expects.value,
        "evidence": list(wanted.evidence),
        "must_not": list(wanted.must_not),
        "made_by": made_by,
        "made_at": now,
        "retired_at": None,
    }
    is_held = connection.scalar(select(row.message_id).where(row.message_id == message_id))
    if is_held is None:
        connection.execute(insert(row).values(message_id=message_id, **values))
    else:
        connection.execute(update(row).where(row.message_id == message_id).values(**values))
