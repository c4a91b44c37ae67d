"""The proofs of versions as pages and approvals ask for them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, insert, select

from service.accounts import Staff, note
from service.correcting.errors import StepError, UnknownCorrectionError
from service.correcting.states import Step, VersionState
from service.proving.proof import Proof, proof_of
from service.proving.states import ProofState, Standing
from service.store import CorrectionRow, CorrectionVersionRow, LiveRow, ProofRow, Store
from service.store.ids import new_id


class Proofs:
    """Starts proofs and tells how they stand; a `Prover` runs them.

    clock          now, with a time zone
    index_version  of the index that answers now

    Every method raises StoreError.
    """

    def __init__(
        self, store: Store, clock: Callable[[], datetime], index_version: Callable[[], str]
    ) -> None:
        self._store = store
        self._clock = clock
        self._index_version = index_version

    def start(self, correction_id: str, number: int, staff: Staff) -> str:
        """Put a version in line; the id of its proof. One that is under way is not begun again.

        Raises UnknownCorrectionError for a version that is not there, StepError for one that is
        decided: what it was approved on stays its newest proof.
        """
        now = self._clock()
        with self._store.writing() as connection:
            version = self._version(connection, correction_id, number)
            state = VersionState(version["state"])
            if not state.is_open:
                raise StepError(Step.APPROVE, state)
            newest = self._newest(connection, correction_id, number, version["edits"])
            if newest is not None and not ProofState(newest["state"]).is_over:
                return str(newest["id"])
            proof_id = new_id()
            connection.execute(
                insert(ProofRow).values(
                    id=proof_id,
                    correction_id=correction_id,
                    number=number,
                    edits=version["edits"],
                    state=ProofState.QUEUED.value,
                    done=0,
                    total=0,
                    index_version="",
                    revision=0,
                    figures={},
                    better=[],
                    worse=[],
                    reworded=[],
                    fault="",
                    asked_by=staff.id,
                    started_at=now,
                )
            )
            note(
                connection,
                staff,
                "proof.started",
                f"correction:{correction_id}/{number}",
                version["city"],
                after={"proof": proof_id, "edits": version["edits"]},
                at=now,
            )
        return proof_id

    def city(self, correction_id: str, number: int) -> str | None:
        """The city of a version's correction, None for all.

        Raises UnknownCorrectionError for a version that is not there.
        """
        with self._store.reading() as connection:
            city: str | None = self._version(connection, correction_id, number)["city"]
        return city

    def is_open(self, correction_id: str, number: int) -> bool:
        """Whether nobody has decided on a version yet. Raises as `city` does."""
        with self._store.reading() as connection:
            version = self._version(connection, correction_id, number)
        return VersionState(version["state"]).is_open

    def newest(self, correction_id: str, number: int) -> Proof | None:
        """The proof of a version that was started last, whichever edits it is of."""
        with self._store.reading() as connection:
            row = self._newest(connection, correction_id, number)
            if row is None:
                return None
            version = self._version(connection, correction_id, number)
            same = row["edits"] == version["edits"]
            return proof_of({**row}, same and self._holds(connection, row))

    def standing(self, correction_id: str, number: int, edits: int) -> Standing | None:
        """How the newest proof of exactly these edits stands; None where there is none, or where
        something else answers now than what it was held against.
        """
        with self._store.reading() as connection:
            row = self._newest(connection, correction_id, number, edits)
            if row is None or not self._holds(connection, row):
                return None
        return Standing(row["id"], ProofState(row["state"]), len(row["better"]), len(row["worse"]))

    def _holds(self, connection: Connection, row: RowMapping) -> bool:
        """Whether what it is held against is what answers now; true for one not yet begun."""
        if not row["index_version"]:
            return True
        live = connection.execute(select(LiveRow.revision)).scalar_one()
        return bool(row["revision"] == live and row["index_version"] == self._index_version())

    @staticmethod
    def _newest(
        connection: Connection, correction_id: str, number: int, edits: int | None = None
    ) -> RowMapping | None:
        row = ProofRow
        wanted = select(row.__table__).where(
            row.correction_id == correction_id, row.number == number
        )
        if edits is not None:
            wanted = wanted.where(row.edits == edits)
        newest = wanted.order_by(row.started_at.desc(), row.id).limit(1)
        return connection.execute(newest).mappings().one_or_none()

    @staticmethod
    def _version(connection: Connection, correction_id: str, number: int) -> dict[str, Any]:
        """The `edits` and `state` of a version, and the `city` of its correction."""
        version = CorrectionVersionRow
        row = (
            connection.execute(
                select(version.edits, version.state, CorrectionRow.city)
                .join(CorrectionRow, CorrectionRow.id == version.correction_id)
                .where(version.correction_id == correction_id, version.number == number)
            )
            .mappings()
            .one_or_none()
        )
        if row is None:
            raise UnknownCorrectionError(f"correction {correction_id!r} has no version {number}")
        return {**row}
