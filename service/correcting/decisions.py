"""What those who approve do: send back, approve, undo, take out of the answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection

from service.accounts.audit import note as noted
from service.accounts.staff import Staff
from service.correcting.errors import (
    EditConflictError,
    LiveConflictError,
    NoteMissingError,
    OwnWorkError,
    SecondLookError,
    StepError,
    UnprovenError,
)
from service.correcting.proof import Proofs
from service.correcting.rows import (
    Columns,
    add_version,
    after,
    change,
    go_live,
    locked,
    standing_row,
    version_row,
)
from service.correcting.states import Step, VersionState
from service.store import Store


class Decisions:
    """Corrections as they are decided on. Who may decide for a city is settled before.

    Every method is one transaction with its note in the audit log; all raise StoreError.
    """

    def __init__(self, store: Store, proofs: Proofs, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._proofs = proofs
        self._clock = clock

    def send_back(
        self, staff: Staff, correction_id: str, number: int, edits: int, note: str
    ) -> None:
        """Give a proposal back to be written anew, with a reason.

        Raises UnknownCorrectionError, StepError, EditConflictError, OwnWorkError, NoteMissingError.
        """
        with self._store.writing() as connection:
            held = locked(connection, correction_id)
            row = _decidable(connection, staff, correction_id, number, edits, Step.SEND_BACK)
            _said(note)
            self._decide(connection, staff, row, Step.SEND_BACK, note)
            self._note(connection, staff, "sent_back", held, row, note)

    def approve(
        self,
        staff: Staff,
        correction_id: str,
        number: int,
        edits: int,
        live: int | None,
        *,
        looked_twice: bool = False,
        note: str = "",
    ) -> None:
        """Let a proposal answer from now on, in place of the version before.

        live          the version that answered when the decision was made, None for none
        looked_twice  the approver saw what gets worse and wants it all the same; needs a note

        Raises as `send_back` does, and UnprovenError, SecondLookError, LiveConflictError.
        """
        with self._store.writing() as connection:
            held = locked(connection, correction_id)
            row = _decidable(connection, staff, correction_id, number, edits, Step.APPROVE)
            if held["live_number"] != live:
                raise LiveConflictError(held["live_number"])
            proof = self._proofs.standing(correction_id, number, edits)
            if proof is None or not proof.is_done:
                raise UnprovenError()
            if proof.worse and not (looked_twice and note.strip()):
                raise SecondLookError(proof.worse)
            before = standing_row(connection, correction_id)
            if before is not None:
                change(connection, before, state=after(before, Step.SUPERSEDE).value)
            self._decide(connection, staff, row, Step.APPROVE, note, replaces=held["live_number"])
            go_live(connection, correction_id, number)
            self._note(connection, staff, "approved", held, row, note, looked_twice=looked_twice)

    def undo(self, staff: Staff, correction_id: str, standing: int, note: str) -> int:
        """Bring back, at once, what answered before the version approved last; or, where nothing
        did, take it out of the answers. Gives the number of the version that stands now.

        standing  the version approved last, as it was seen

        Raises UnknownCorrectionError, StepError where nothing was approved, LiveConflictError,
        NoteMissingError.
        """
        with self._store.writing() as connection:
            held = locked(connection, correction_id)
            row = _standing(connection, correction_id, standing)
            _said(note)
            if row["withdraws"] and row["replaces"] is None:
                raise StepError(Step.SUPERSEDE, VersionState.WITHDRAWN)
            number = self._put_back(connection, staff, held, row, row["replaces"], note)
            self._note(connection, staff, "undone", held, row, note, led_to=row["replaces"])
        return number

    def take_out(self, staff: Staff, correction_id: str, standing: int, note: str) -> int:
        """Take a correction out of the answers, at once. Gives the number of the version that says
        so. Raises as `undo` does.
        """
        with self._store.writing() as connection:
            held = locked(connection, correction_id)
            row = _standing(connection, correction_id, standing)
            _said(note)
            if row["withdraws"]:
                raise StepError(Step.SUPERSEDE, VersionState.WITHDRAWN)
            number = self._put_back(
                connection, staff, held, row, None, note, replaces=row["number"]
            )
            self._note(connection, staff, "taken_out", held, row, note)
        return number

    def _put_back(
        self,
        connection: Connection,
        staff: Staff,
        held: Columns,
        row: Columns,
        earlier: int | None,
        note: str,
        *,
        replaces: int | None = None,
    ) -> int:
        """A new version, approved as it is made, with the words of an earlier one or with none.

        What an undo leads to steps back with it: undone again, it leads further back.
        """
        change(connection, row, state=after(row, Step.SUPERSEDE).value)
        back = version_row(connection, held["id"], earlier) if earlier is not None else None
        now = self._clock()
        number = add_version(
            connection,
            held["id"],
            body=back["body"] if back else {},
            withdraws=back is None,
            state=VersionState.APPROVED.value,
            based_on=earlier,
            replaces=back["replaces"] if back else replaces,
            author_id=staff.id,
            writers=[staff.id],
            written_at=now,
            decided_by=staff.id,
            decided_at=now,
            decision_note=note.strip(),
        )
        go_live(connection, held["id"], number if back else None)
        return number

    def _decide(
        self,
        connection: Connection,
        staff: Staff,
        row: Columns,
        step: Step,
        note: str,
        **more: object,
    ) -> None:
        change(
            connection,
            row,
            state=after(row, step).value,
            decided_by=staff.id,
            decided_at=self._clock(),
            decision_note=note.strip(),
            **more,
        )

    def _note(
        self,
        connection: Connection,
        staff: Staff,
        what: str,
        held: Columns,
        row: Columns,
        note: str,
        **more: object,
    ) -> None:
        noted(
            connection,
            staff,
            f"correction.{what}",
            f"correction:{held['id']}",
            held["city"],
            before={"live_number": held["live_number"], "state": row["state"]},
            after={"number": row["number"], "body": row["body"], "note": note.strip(), **more},
            at=self._clock(),
        )


def _decidable(
    connection: Connection, staff: Staff, correction_id: str, number: int, edits: int, step: Step
) -> Columns:
    """The version that is decided on, as it was seen and by somebody else than its writers."""
    row = version_row(connection, correction_id, number)
    after(row, step)
    if staff.id in (row["author_id"], *row["writers"]):
        raise OwnWorkError()
    if row["edits"] != edits:
        raise EditConflictError(row["edits"])
    return row


def _standing(connection: Connection, correction_id: str, seen: int) -> Columns:
    row = standing_row(connection, correction_id)
    if row is None:
        raise StepError(Step.SUPERSEDE, VersionState.DRAFT)
    if row["number"] != seen:
        raise LiveConflictError(row["number"])
    return row


def _said(note: str) -> None:
    if not note.strip():
        raise NoteMissingError()
