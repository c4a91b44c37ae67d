"""The answer that gives rise to a correction: its question, masked, and what it cited."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from service.reviewing.masking import masked
from service.store import CitedRow, MessageRow, OutcomeRow, Store
from service.store.ids import is_id


@dataclass(frozen=True, slots=True)
class Origin:
    """An answer. `question`: masked; "" where its words are erased; `cited`: best first."""

    message_id: str
    city: str | None
    question: str
    cited: tuple[str, ...]


def origin_of(store: Store, message_id: str) -> Origin | None:
    """The answer with an id, or None where none was ever given. Raises StoreError."""
    if not is_id(message_id):
        return None
    cited = (
        select(CitedRow.passage_id).where(CitedRow.message_id == message_id).order_by(CitedRow.n)
    )
    with store.reading() as connection:
        found = connection.execute(
            select(OutcomeRow.city, MessageRow.question)
            .select_from(OutcomeRow)
            .outerjoin(MessageRow, MessageRow.id == OutcomeRow.message_id)
            .where(OutcomeRow.message_id == message_id)
        ).one_or_none()
        if found is None:
            return None
        places = tuple(connection.scalars(cited))
    return Origin(message_id, found.city, masked(found.question or ""), places)
