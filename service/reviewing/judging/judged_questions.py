"""Judged answers as questions of the evaluation set, in the transaction of the judgement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Connection, insert, update

from service.outcome import Answer
from service.reviewing.judging.case import Judgement
from service.reviewing.judging.expectation import EvidenceOf, agreed, expected
from service.reviewing.judging.kept_question import question_to_keep
from service.store import JudgedQuestionRow


@dataclass(frozen=True, slots=True)
class Judged:
    """A message with what was said of it.

    meaning     its question on its own; "" where it was refused
    judgements  the oldest first
    """

    message_id: str
    city: str | None
    meaning: str = field(repr=False)
    told: Answer = field(repr=False)
    judgements: Sequence[Judgement]


def refresh(connection: Connection, judged: Judged, evidence_of: EvidenceOf, now: datetime) -> None:
    """Make, renew or retire the question of a message after what was said of it has changed.

    It counts while all who judged expect the same; where they do not, or nobody judges any more,
    it is retired, not deleted: proofs that were run name it.
    """
    opinions = [one.opinion for one in judged.judgements]
    wanted = agreed([expected(opinion, judged.told, evidence_of) for opinion in opinions])
    question = question_to_keep(judged.meaning)
    if wanted is None or question is None:
        retire(connection, judged.message_id, now)
        return
    values = {
        "city": judged.city,
        "question": question,
        "expects": wanted.expects.value,
        "evidence": list(wanted.evidence),
        "must_not": list(wanted.must_not),
        "made_by": judged.judgements[-1].reviewer_id,
        "made_at": now,
        "retired_at": None,
    }
    this = JudgedQuestionRow.message_id == judged.message_id
    changed = connection.execute(update(JudgedQuestionRow).where(this).values(**values))
    if not changed.rowcount:
        connection.execute(insert(JudgedQuestionRow).values(message_id=judged.message_id, **values))


def retire(connection: Connection, message_id: str, now: datetime) -> None:
    """Let the question of a message count no more, if there is one."""
    row = JudgedQuestionRow
    connection.execute(
        update(row)
        .where(row.message_id == message_id, row.retired_at.is_(None))
        .values(retired_at=now)
    )
