"""One step on one correction: in one transaction, by one person, noted in the audit log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from service.accounts.audit import note
from service.accounts.staff import Staff
from service.correcting.errors import EditConflictError, OwnWorkError
from service.correcting.rows import Columns, after, locked, version_row
from service.correcting.states import Step


@dataclass(frozen=True, slots=True)
class Act:
    """What every part of a step needs. `held`: the correction's row, locked for the step."""

    connection: Connection
    staff: Staff
    held: Columns
    at: datetime

    @classmethod
    def on(cls, connection: Connection, staff: Staff, correction_id: str, at: datetime) -> Act:
        """A step on a correction. Raises UnknownCorrectionError."""
        return cls(connection, staff, locked(connection, correction_id), at)

    @property
    def correction_id(self) -> str:
        """Of the correction."""
        return str(self.held["id"])

    def version(self, number: int, edits: int, step: Step) -> Columns:
        """The version that the step is taken on, as it was seen.

        Raises UnknownCorrectionError, StepError, EditConflictError.
        """
        row = version_row(self.connection, self.correction_id, number)
        after(row, step)
        if row["edits"] != edits:
            raise EditConflictError(row["edits"])
        return row

    def others_version(self, number: int, edits: int, step: Step) -> Columns:
        """The same, written by others alone. Raises OwnWorkError besides."""
        row = self.version(number, edits, step)
        if self.staff.id in (row["author_id"], *row["writers"]):
            raise OwnWorkError()
        return row

    def note(self, what: str, row: Columns, **after: object) -> None:
        """Write the step down; bodies are the staff's own words and may stand there."""
        note(
            self.connection,
            self.staff,
            f"correction.{what}",
            f"correction:{self.correction_id}",
            self.held["city"],
            before={
                "number": row["number"],
                "state": row["state"],
                "live_number": self.held["live_number"],
                "body": row["body"],
            },
            after={"number": row["number"], **after},
            at=self.at,
        )
