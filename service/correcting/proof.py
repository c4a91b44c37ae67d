"""What a decision has to know of the proof before it; `service.proving` makes the proofs."""

from __future__ import annotations

from typing import Protocol


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
