"""The vectors of unanswered questions, made some at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import and_, delete, insert, select

from index.embedding import Vectors
from service.reporting.grouping.unanswered import UNANSWERED
from service.store import MessageRow, OutcomeRow, QuestionVectorRow, Store

KEPT_AS = "<f2"  # half the bytes; a cosine changes by less than 0.001


@dataclass(frozen=True, slots=True)
class Waiting:
    """A question that has no vector of the present model yet."""

    message_id: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class QuestionVectors:
    """The vectors in the store; every method raises StoreError."""

    store: Store

    def waiting(self, model: str, at_most: int) -> list[Waiting]:
        """Unanswered questions, the latest first, whose words are still held.

        model  identity of the embedder that is to make the vectors
        """
        made = and_(
            QuestionVectorRow.message_id == OutcomeRow.message_id, QuestionVectorRow.model == model
        )
        with self.store.reading() as connection:
            rows = connection.execute(
                select(MessageRow.id, MessageRow.meaning)
                .join(OutcomeRow, OutcomeRow.message_id == MessageRow.id)
                .outerjoin(QuestionVectorRow, made)
                .where(
                    OutcomeRow.reason.in_(UNANSWERED),
                    QuestionVectorRow.message_id.is_(None),
                    MessageRow.meaning != "",
                )
                .order_by(OutcomeRow.asked_on.desc(), MessageRow.id)
                .limit(at_most)
            )
            return [Waiting(row.id, row.meaning) for row in rows]

    def keep(self, model: str, waiting: Sequence[Waiting], vectors: Vectors) -> None:
        """Write vectors down, in place of another model's; not of words erased meanwhile.

        vectors  `(len(waiting), dim)` float32, of unit length
        """
        ids = [each.message_id for each in waiting]
        with self.store.writing() as connection:
            held = set(connection.scalars(select(MessageRow.id).where(MessageRow.id.in_(ids))))
            connection.execute(
                delete(QuestionVectorRow).where(QuestionVectorRow.message_id.in_(ids))
            )
            rows = [
                {"message_id": each, "model": model, "vector": vector.astype(KEPT_AS).tobytes()}
                for each, vector in zip(ids, vectors, strict=True)
                if each in held
            ]
            if rows:
                connection.execute(insert(QuestionVectorRow), rows)


def unpacked(vectors: Sequence[bytes]) -> NDArray[np.float32]:
    """`(n, dim)` float32 from what is kept, of unit length again."""
    rows = np.stack([np.frombuffer(each, KEPT_AS) for each in vectors]).astype(np.float32)
    return np.ascontiguousarray(rows / np.linalg.norm(rows, axis=1, keepdims=True))
