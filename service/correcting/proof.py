"""What a decision has to know of the proof before it; `service.proving` makes the proofs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import select

from service.store import ProofRow, Store


class Standing(Protocol):
    """What the newest proof of a version says, held against what is live now."""

    @property
    def is_done(self) -> bool:
        """Whether its figures are there."""
        ...

    @property
    def worse(self) -> int:
        """Questions of the evaluation set that get worse."""
        ...


class Proofs(Protocol):
    """The proofs of versions, as decisions need them."""

    def standing(self, correction_id: str, number: int, edits: int) -> Standing | None:
        """The proof of exactly these edits, None where none was begun."""
        ...


@dataclass(frozen=True, slots=True)
class KeptStanding:
    """A proof as it is kept."""

    is_done: bool
    worse: int


class KeptProofs:
    """Proofs as the store has them, whoever makes them. Raises StoreError."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def standing(self, correction_id: str, number: int, edits: int) -> Standing | None:
        """The newest proof of exactly these edits."""
        query = (
            select(ProofRow.state, ProofRow.worse)
            .where(
                ProofRow.correction_id == correction_id,
                ProofRow.number == number,
                ProofRow.edits == edits,
            )
            .order_by(ProofRow.started_at.desc(), ProofRow.id)
            .limit(1)
        )
        with self._store.reading() as connection:
            row = connection.execute(query).one_or_none()
        return KeptStanding(row.state == "done", len(row.worse)) if row else None
