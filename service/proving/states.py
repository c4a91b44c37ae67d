"""What becomes of a proof, and why one may fail."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ProofState(StrEnum):
    """Where a proof stands."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"

    @property
    def is_over(self) -> bool:
        """Whether nothing more will come of it."""
        return self in (ProofState.DONE, ProofState.FAILED)


class Fault(StrEnum):
    """Why a proof failed; the words for it stand in `web/wording/`."""

    INTERRUPTED = "interrupted"  # the service was stopped while it ran
    CHANGED = "changed"  # the draft was edited, decided or taken away before its turn came
    BROKEN = "broken"  # a fault of ours; the log has its kind


@dataclass(frozen=True, slots=True)
class Standing:
    """What the newest proof of exactly these edits says, held against what is live now.

    better, worse  questions whose outcome changed; 0 until it is done
    """

    proof_id: str
    state: ProofState
    better: int
    worse: int

    @property
    def is_done(self) -> bool:
        """Whether its figures are there."""
        return self.state is ProofState.DONE
