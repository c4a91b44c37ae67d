"""How often a passage was cited, and what residents said of those answers."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import case, func, select

from service.store import CitedRow, OutcomeRow, Store


@dataclass(frozen=True, slots=True)
class Usage:
    """Answers that cited a passage, and the votes on them."""

    cited: int = 0
    helpful: int = 0
    unhelpful: int = 0


def usage_of(store: Store, passage_id: str) -> Usage:
    """Counted over all that was ever asked. Raises StoreError."""
    votes = (func.sum(case((OutcomeRow.helpful.is_(vote), 1), else_=0)) for vote in (True, False))
    citing = select(CitedRow.message_id).where(CitedRow.passage_id == passage_id)
    counted = select(func.count(), *votes).where(OutcomeRow.message_id.in_(citing))
    with store.reading() as connection:
        cited, helpful, unhelpful = connection.execute(counted).one()
    return Usage(cited, helpful or 0, unhelpful or 0)
