"""What those who approve do: send back, approve, undo, take out of the answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from service.accounts import Staff
from service.correcting.acting import Act
from service.correcting.errors import (
    LiveConflictError,
    NoteMissingError,
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
    standing_row,
    version_row,
)
from service.correcting.states import Step, VersionState
from service.store import Store


class Decisions:
    """Corrections as they are decided on. Who may decide for a city is settled before.

    Every method is one transaction with its note in the audit log; all raise StoreError and
    UnknownCorrectionError.
    """

    def __init__(self, store: Store, proofs: Proofs, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._proofs = proofs
        self._clock = clock

    def send_back(
        self, staff: Staff, correction_id: str, number: int, edits: int, *, note: str
    ) -> None:
        """Give a proposal back to be written anew, with a reason.

        Raises StepError, EditConflictError, OwnWorkError, NoteMissingError.
        """
        with self._store.writing() as connection:
            act = Act.on(connection, staff, correction_id, self._clock())
            row = act.others_version(number, edits, Step.SEND_BACK)
            _decide(act, row, Step.SEND_BACK, _said(note))
            act.note("sent_back", row, note=note.strip())

    def approve(
        self,
        staff: Staff,
        correction_id: str,
        number: int,
        edits: int,
        *,
        live: int | None,
        looked_twice: bool = False,
        note: str = "",
    ) -> None:
        """Let a proposal answer from now on, in place of the version before.

        live          the version that answered when the decision was made, None for none
        looked_twice  the approver saw what gets worse and wants it all the same; needs a note

        Raises StepError, EditConflictError, OwnWorkError, LiveConflictError, UnprovenError,
        SecondLookError.
        """
        with self._store.writing() as connection:
            act = Act.on(connection, staff, correction_id, self._clock())
            row = act.others_version(number, edits, Step.APPROVE)
            if act.held["live_number"] != live:
                raise LiveConflictError(act.held["live_number"])
            proof = self._proofs.standing(correction_id, number, edits)
            if proof is None or not proof.is_done:
                raise UnprovenError()
            if proof.worse and not (looked_twice and note.strip()):
                raise SecondLookError(proof.worse)
            before = standing_row(connection, correction_id)
            if before is not None:
                change(connection, before, state=after(before, Step.SUPERSEDE).value)
            _decide(act, row, Step.APPROVE, note, replaces=live)
            go_live(connection, correction_id, number)
            second = {"looked_twice_at": proof.worse} if proof.worse else {}
            act.note("approved", row, note=note.strip(), **second)

    def undo(self, staff: Staff, correction_id: str, standing: int, *, note: str) -> int:
        """Bring back, at once, what answered before the version approved last; or, where nothing
        did, take it out of the answers. Gives the number of the version that stands now.

        standing  the version approved last, as it was seen

        Raises StepError where there is nothing to undo, LiveConflictError, NoteMissingError.
        """
        with self._store.writing() as connection:
            act = Act.on(connection, staff, correction_id, self._clock())
            row = _standing(act, standing)
            if row["withdraws"] and row["replaces"] is None:
                raise StepError(Step.SUPERSEDE, VersionState.WITHDRAWN)
            back = row["replaces"]
            earlier = version_row(connection, correction_id, back) if back else None
            # Undone again, it leads further back: never to what was just undone.
            further = earlier["replaces"] if earlier else None
            number = _put_in_place(act, row, earlier, further, _said(note))
            act.note("undone", row, note=note.strip(), back_to=back)
        return number

    def take_out(self, staff: Staff, correction_id: str, standing: int, *, note: str) -> int:
        """Take a correction out of the answers, at once; an undo brings it back. Gives the number
        of the version that says so. Raises as `undo` does.
        """
        with self._store.writing() as connection:
            act = Act.on(connection, staff, correction_id, self._clock())
            row = _standing(act, standing)
            if row["withdraws"]:
                raise StepError(Step.SUPERSEDE, VersionState.WITHDRAWN)
            number = _put_in_place(act, row, None, row["number"], _said(note))
            act.note("taken_out", row, note=note.strip())
        return number


def _put_in_place(
    act: Act, row: Columns, earlier: Columns | None, replaces: int | None, note: str
) -> int:
    """A new version in place of `row`, approved as it is made: with the words of an earlier one, or
    one that withdraws.
    """
    change(act.connection, row, state=after(row, Step.SUPERSEDE).value)
    number = add_version(
        act.connection,
        act.correction_id,
        body=earlier["body"] if earlier else {},
        withdraws=earlier is None,
        state=VersionState.APPROVED.value,
        based_on=earlier["number"] if earlier else None,
        replaces=replaces,
        author_id=act.staff.id,
        writers=[act.staff.id],
        written_at=act.at,
        decided_by=act.staff.id,
        decided_at=act.at,
        decision_note=note,
    )
    go_live(act.connection, act.correction_id, number if earlier else None)
    return number


def _decide(act: Act, row: Columns, step: Step, note: str, **more: object) -> None:
    change(
        act.connection,
        row,
        state=after(row, step).value,
        decided_by=act.staff.id,
        decided_at=act.at,
        decision_note=note.strip(),
        **more,
    )


def _standing(act: Act, seen: int) -> Columns:
    row = standing_row(act.connection, act.correction_id)
    if row is None:
        raise StepError(Step.SUPERSEDE, VersionState.DRAFT)
    if row["number"] != seen:
        raise LiveConflictError(row["number"])
    return row


def _said(note: str) -> str:
    if not note.strip():
        raise NoteMissingError()
    return note.strip()
