"""The rows of proofs as whoever runs them writes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update

from service.proving.comparing import Difference
from service.proving.proof import columns_of
from service.proving.states import Fault, ProofState
from service.store import ProofRow, Store


@dataclass(frozen=True, slots=True)
class Waiting:
    """A proof whose turn has come."""

    id: str
    correction_id: str
    number: int
    edits: int


class Runs:
    """What becomes of proofs, from the line to the end. Every method raises StoreError."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def take(self) -> Waiting | None:
        """The proof that waits longest, which is running from now on; None for none."""
        row = ProofRow
        with self._store.writing() as connection:
            first = connection.execute(
                select(row.id, row.correction_id, row.number, row.edits)
                .where(row.state == ProofState.QUEUED.value)
                .order_by(row.started_at, row.id)
                .limit(1)
            ).one_or_none()
            if first is None:
                return None
            taken = connection.execute(
                update(row)
                .where(row.id == first.id, row.state == ProofState.QUEUED.value)
                .values(state=ProofState.RUNNING.value)
            )
        # Another process may have been quicker.
        return Waiting(*first) if taken.rowcount else None

    def begun(self, proof_id: str, total: int, index_version: str, revision: int) -> None:
        """Write down what it is held against, and how many questions it is."""
        self._write(proof_id, total=total, index_version=index_version, revision=revision)

    def progress(self, proof_id: str, done: int) -> None:
        """Write down how many questions were asked."""
        self._write(proof_id, done=done)

    def finish(self, proof_id: str, done: int, found: Difference) -> None:
        """Write down what it found."""
        self._end(proof_id, ProofState.DONE, done=done, **columns_of(found))

    def fail(self, proof_id: str, fault: Fault) -> None:
        """Write down that nothing came of it, and why."""
        self._end(proof_id, ProofState.FAILED, fault=fault.value)

    def fail_interrupted(self) -> int:
        """Give up what an earlier process of this service left running; how many there were."""
        with self._store.writing() as connection:
            left = connection.execute(
                update(ProofRow)
                .where(ProofRow.state == ProofState.RUNNING.value)
                .values(
                    state=ProofState.FAILED.value,
                    fault=Fault.INTERRUPTED.value,
                    ended_at=self._clock(),
                )
            )
        return left.rowcount

    def _end(self, proof_id: str, state: ProofState, **columns: Any) -> None:
        self._write(proof_id, state=state.value, ended_at=self._clock(), **columns)

    def _write(self, proof_id: str, **columns: Any) -> None:
        with self._store.writing() as connection:
            connection.execute(update(ProofRow).where(ProofRow.id == proof_id).values(**columns))
