"""The rows of corrections inside one transaction that writes."""

from __future__ import annotations

from sqlalchemy import Connection, RowMapping, insert, select, update

from service.correcting.errors import StepError, UnknownCorrectionError
from service.correcting.states import TABLE, Step, VersionState
from service.store import CorrectionRow, CorrectionVersionRow, LiveRow

Columns = RowMapping
_ONLY = 1  # the id of the one row that counts


def locked(connection: Connection, correction_id: str) -> Columns:
    """A correction's row, held for this transaction: steps on one correction go one by one.

    Raises UnknownCorrectionError.
    """
    row = (
        connection.execute(
            # Changes nothing; a row that is written is locked on every database.
            update(CorrectionRow)
            .where(CorrectionRow.id == correction_id)
            .values(last_number=CorrectionRow.last_number)
            .returning(CorrectionRow.__table__)
        )
        .mappings()
        .one_or_none()
    )
    if row is None:
        raise UnknownCorrectionError(f"no correction {correction_id!r}")
    return row


def version_row(connection: Connection, correction_id: str, number: int) -> Columns:
    """A version's row. Raises UnknownCorrectionError."""
    row = (
        connection.execute(
            select(CorrectionVersionRow.__table__).where(
                CorrectionVersionRow.correction_id == correction_id,
                CorrectionVersionRow.number == number,
            )
        )
        .mappings()
        .one_or_none()
    )
    if row is None:
        raise UnknownCorrectionError(f"correction {correction_id!r} has no version {number}")
    return row


def standing_row(connection: Connection, correction_id: str) -> Columns | None:
    """The version approved last, None where none was yet."""
    return (
        connection.execute(
            select(CorrectionVersionRow.__table__).where(
                CorrectionVersionRow.correction_id == correction_id,
                CorrectionVersionRow.state == VersionState.APPROVED.value,
            )
        )
        .mappings()
        .one_or_none()
    )


def open_number(connection: Connection, correction_id: str) -> int | None:
    """The number of the version that is not decided yet, None for none."""
    return connection.execute(
        select(CorrectionVersionRow.number).where(
            CorrectionVersionRow.correction_id == correction_id,
            CorrectionVersionRow.state.in_([one.value for one in VersionState if one.is_open]),
        )
    ).scalar()


def after(row: Columns, step: Step) -> VersionState:
    """The state that a step leads a version to. Raises StepError."""
    state = VersionState(row["state"])
    led_to = TABLE.get((state, step))
    if led_to is None:
        raise StepError(step, state)
    return led_to


def change(connection: Connection, row: Columns, **values: object) -> None:
    """Write columns of a version."""
    connection.execute(
        update(CorrectionVersionRow)
        .where(
            CorrectionVersionRow.correction_id == row["correction_id"],
            CorrectionVersionRow.number == row["number"],
        )
        .values(**values)
    )


def add_version(connection: Connection, correction_id: str, **values: object) -> int:
    """A new newest version of a correction that is locked; gives its number."""
    number = connection.execute(
        update(CorrectionRow)
        .where(CorrectionRow.id == correction_id)
        .values(last_number=CorrectionRow.last_number + 1)
        .returning(CorrectionRow.last_number)
    ).scalar_one()
    row = {"edits": 0, "replaces": None, "decided_by": None, "decided_at": None}
    connection.execute(
        insert(CorrectionVersionRow).values(
            **{"decision_note": "", "withdraws": False, **row, **values},
            correction_id=correction_id,
            number=number,
        )
    )
    return int(number)


def go_live(connection: Connection, correction_id: str, number: int | None) -> None:
    """Let a version answer from now on, None for none, and tell all who answer by the revision."""
    connection.execute(
        update(CorrectionRow).where(CorrectionRow.id == correction_id).values(live_number=number)
    )
    connection.execute(
        update(LiveRow).where(LiveRow.id == _ONLY).values(revision=LiveRow.revision + 1)
    )


def revision(connection: Connection) -> int:
    """How often what answers was changed."""
    return int(connection.execute(select(LiveRow.revision).where(LiveRow.id == _ONLY)).scalar_one())
