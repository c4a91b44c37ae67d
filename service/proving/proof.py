"""One proof as it is kept: how far it is, and what it found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from service.evaluation.judging import Outcome
from service.proving.comparing import Changed, Difference
from service.proving.states import Fault, ProofState


@dataclass(frozen=True, slots=True)
class Proof:
    """A proof of a version of a correction.

    edits          of the version when it was started
    done, total    questions asked so far, and all that are to be asked; 0 of 0 while queued
    index_version, revision  what it is held against; "" and 0 while queued
    found          what the change does, None until it is done
    fault          why it failed, None where it did not
    is_current     it is of what would go live now: same edits, same live revision, same index
    """

    id: str
    correction_id: str
    number: int
    edits: int
    state: ProofState
    done: int
    total: int
    index_version: str
    revision: int
    found: Difference | None
    fault: Fault | None
    started_at: datetime
    ended_at: datetime | None
    is_current: bool

    @property
    def percent(self) -> int:
        """How far it is, 0..100."""
        return 100 * self.done // self.total if self.total else 0


def proof_of(row: Mapping[str, Any], is_current: bool) -> Proof:
    """A row of the table."""
    state = ProofState(row["state"])
    kept = {name: row[name] for name in _AS_THEY_ARE}
    return Proof(
        **kept,
        state=state,
        found=_found(row) if state is ProofState.DONE else None,
        fault=Fault(row["fault"]) if row["fault"] else None,
        is_current=is_current,
    )


_AS_THEY_ARE = (
    "id",
    "correction_id",
    "number",
    "edits",
    "done",
    "total",
    "index_version",
    "revision",
    "started_at",
    "ended_at",
)


def columns_of(found: Difference) -> dict[str, Any]:
    """What a proof found, as its row keeps it."""
    sides = {"before": found.before, "after": found.after}
    return {
        "figures": {
            side: {outcome.value: counts.get(outcome, 0) for outcome in Outcome}
            for side, counts in sides.items()
        },
        "better": [one.to_json() for one in found.better],
        "worse": [one.to_json() for one in found.worse],
        "reworded": [one.to_json() for one in found.reworded],
    }


def _found(row: Mapping[str, Any]) -> Difference:
    return Difference(
        before=_counts(row["figures"]["before"]),
        after=_counts(row["figures"]["after"]),
        better=tuple(map(Changed.from_json, row["better"])),
        worse=tuple(map(Changed.from_json, row["worse"])),
        reworded=tuple(map(Changed.from_json, row["reworded"])),
    )


def _counts(kept: Mapping[str, int]) -> Mapping[Outcome, int]:
    return {Outcome(name): number for name, number in kept.items()}
