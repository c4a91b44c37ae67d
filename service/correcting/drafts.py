"""What those who write corrections do: begin, save, propose, give up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import insert

from service.accounts import Staff
from service.accounts.audit import note
from service.answering.corrections.records import Body
from service.correcting.acting import Act
from service.correcting.bodies import kind_of, to_json
from service.correcting.errors import OpenDraftError
from service.correcting.rows import add_version, after, change, open_number
from service.correcting.states import Step, VersionState
from service.store import CorrectionRow, Store
from service.store.ids import new_id


class Drafts:
    """Corrections as they are written. Who may write for a city is settled before.

    Every method is one transaction with its note in the audit log; all raise StoreError.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def begin(
        self, staff: Staff, city: str | None, body: Body, origin_id: str | None = None
    ) -> str:
        """A new correction with its first draft; gives its id.

        origin_id  the message that gave rise to it
        """
        correction_id, now = new_id(), self._clock()
        with self._store.writing() as connection:
            connection.execute(
                insert(CorrectionRow).values(
                    id=correction_id,
                    city=city,
                    kind=kind_of(body).value,
                    origin_id=origin_id,
                    live_number=None,
                    last_number=0,
                    created_at=now,
                )
            )
            _begun(Act.on(connection, staff, correction_id, now), body, None)
        return correction_id

    def begin_version(
        self, staff: Staff, correction_id: str, body: Body, based_on: int | None
    ) -> int:
        """A new version to take the place of the live one; gives its number.

        Raises UnknownCorrectionError, or OpenDraftError where another one is not decided yet.
        """
        with self._store.writing() as connection:
            act = Act.on(connection, staff, correction_id, self._clock())
            other = open_number(connection, correction_id)
            if other is not None:
                raise OpenDraftError(other)
            return _begun(act, body, based_on)

    def save(self, staff: Staff, correction_id: str, number: int, body: Body, edits: int) -> int:
        """Write a draft anew; gives its count of changes.

        edits  the count that was seen when the writing began

        Raises UnknownCorrectionError, StepError, or EditConflictError with the count now, by which
        who has seen the other's words can save over them.
        """
        with self._store.writing() as connection:
            act = Act.on(connection, staff, correction_id, self._clock())
            row = act.version(number, edits, Step.SAVE)
            change(
                connection,
                row,
                body=to_json(body),
                state=after(row, Step.SAVE).value,
                edits=edits + 1,
                writers=[*(one for one in row["writers"] if one != staff.id), staff.id],
                written_at=act.at,
            )
            act.note("saved", row, body=to_json(body))
        return edits + 1

    def propose(self, staff: Staff, correction_id: str, number: int, edits: int) -> None:
        """Hand a draft over for decision. Raises as `save` does."""
        self._step(staff, correction_id, number, edits, Step.PROPOSE)

    def withdraw(self, staff: Staff, correction_id: str, number: int, edits: int) -> None:
        """Give a version up that is not decided yet; its words stay in the history.

        Raises as `save` does.
        """
        self._step(staff, correction_id, number, edits, Step.WITHDRAW)

    def _step(self, staff: Staff, correction_id: str, number: int, edits: int, step: Step) -> None:
        with self._store.writing() as connection:
            act = Act.on(connection, staff, correction_id, self._clock())
            row = act.version(number, edits, step)
            state = after(row, step)
            change(connection, row, state=state.value)
            act.note(state.value, row)


def _begun(act: Act, body: Body, based_on: int | None) -> int:
    number = add_version(
        act.connection,
        act.correction_id,
        body=to_json(body),
        state=VersionState.DRAFT.value,
        based_on=based_on,
        author_id=act.staff.id,
        writers=[act.staff.id],
        written_at=act.at,
    )
    note(
        act.connection,
        act.staff,
        "correction.begun",
        f"correction:{act.correction_id}",
        act.held["city"],
        after={"number": number, "body": to_json(body)},
        at=act.at,
    )
    return number
