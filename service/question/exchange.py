"""An earlier question of the same conversation and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from service.outcome import Choice, Reason


@dataclass(frozen=True, slots=True)
class Exchange:
    """One turn that is over.

    meaning     the question on its own, as it was taken; "" where it was refused
    city        id of the city it was answered for; None for none or several
    record_ids  the records that answered, those of the best candidate first; empty if none did
    choices     what was offered to tap next
    """

    meaning: str = field(repr=False)
    reason: Reason
    city: str | None = None
    record_ids: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = field(default=(), repr=False)
