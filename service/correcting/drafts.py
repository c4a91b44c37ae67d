"""What those who write corrections do: begin, save, propose, give up."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection, insert

from service.accounts.audit import note as noted
from service.accounts.staff import Staff
from service.answering.corrections.records import Body
from service.correcting.bodies import kind_of, to_json
from service.correcting.errors import EditConflictError, OpenDraftError
from service.correcting.rows import (
    Columns,
    add_version,
    after,
    change,
    locked,
    open_number,
    version_row,
)
from service.correcting.states import Step, VersionState
from service.store import CorrectionRow, Store


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
        correction_id, now = secrets.token_hex(16), self._clock()
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
            self._draft(connection, staff, correction_id, city, body, None, now)
        return correction_id

    def begin_version(
        self, staff: Staff, correction_id: str, body: Body, based_on: int | None
    ) -> int:
        """A new version in place of the live one; gives its number.

        Raises UnknownCorrectionError, or OpenDraftError where another one is not decided yet.
        """
        with self._store.writing() as connection:
            held = locked(connection, correction_id)
            other = open_number(connection, correction_id)
            if other is not None:
                raise OpenDraftError(other)
            return self._draft(
                connection, staff, correction_id, held["city"], body, based_on, self._clock()
            )

    def save(self, staff: Staff, correction_id: str, number: int, body: Body, edits: int) -> int:
        """Write a draft anew; gives its count of changes.

        edits  the count that was seen when the writing began

        Raises UnknownCorrectionError, StepError, or EditConflictError with the count now, by which
        who has seen the other's words can save over them.
        """
        with self._store.writing() as connection:
            held = locked(connection, correction_id)
            row = version_row(connection, correction_id, number)
            state = after(row, Step.SAVE)
            _seen(row, edits)
            writers = [one for one in row["writers"] if one != staff.id]
            change(
                connection,
                row,
                body=to_json(body),
                state=state.value,
                edits=edits + 1,
                writers=[*writers, staff.id],
                written_at=self._clock(),
            )
            _note(connection, staff, "saved", held, row, after=to_json(body), at=self._clock())
        return edits + 1

    def propose(self, staff: Staff, correction_id: str, number: int, edits: int) -> None:
        """Hand a draft over for decision. Raises as `save` does."""
        with self._store.writing() as connection:
            held = locked(connection, correction_id)
            row = version_row(connection, correction_id, number)
            state = after(row, Step.PROPOSE)
            _seen(row, edits)
            change(connection, row, state=state.value)
            _note(connection, staff, "proposed", held, row, after=row["body"], at=self._clock())

    def withdraw(self, staff: Staff, correction_id: str, number: int, edits: int) -> None:
        """Give a version up that is not decided yet; its words stay in the history.

        Raises as `save` does.
        """
        with self._store.writing() as connection:
            held = locked(connection, correction_id)
            row = version_row(connection, correction_id, number)
            state = after(row, Step.WITHDRAW)
            _seen(row, edits)
            change(connection, row, state=state.value)
            _note(connection, staff, "withdrawn", held, row, at=self._clock())

    def _draft(
        self,
        connection: Connection,
        staff: Staff,
        correction_id: str,
        city: str | None,
        body: Body,
        based_on: int | None,
        now: datetime,
    ) -> int:
        number = add_version(
            connection,
            correction_id,
            body=to_json(body),
            state=VersionState.DRAFT.value,
            based_on=based_on,
            author_id=staff.id,
            writers=[staff.id],
            written_at=now,
        )
        noted(
            connection,
            staff,
            "correction.begun",
            f"correction:{correction_id}",
            city,
            after={"number": number, "body": to_json(body)},
            at=now,
        )
        return number


def _seen(row: Columns, edits: int) -> None:
    if row["edits"] != edits:
        raise EditConflictError(row["edits"])


def _note(
    connection: Connection,
    staff: Staff,
    what: str,
    held: Columns,
    row: Columns,
    *,
    after: object = None,
    at: datetime,
) -> None:
    noted(
        connection,
        staff,
        f"correction.{what}",
        f"correction:{held['id']}",
        held["city"],
        before={"number": row["number"], "state": row["state"], "body": row["body"]},
        after={"number": row["number"]} | ({"body": after} if after is not None else {}),
        at=at,
    )
