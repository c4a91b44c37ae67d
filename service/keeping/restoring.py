"""Puts a backup in the place of all that is kept: wholly, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from service.accounts.audit import note
from service.conversations.erasing import erase_due, erase_forgotten
from service.conversations.lifetime import Lifetime
from service.keeping.backup_file import BackupFile
from service.keeping.forwarding import Source, forwarded, insert_all
from service.keeping.manifest import LEFT_OUT
from service.proving.states import ProofState
from service.store import (
    AuditRow,
    Base,
    ConversationRow,
    CorrectionRow,
    ForgottenRow,
    LiveRow,
    OutcomeRow,
    ProofRow,
    Store,
    TakeTokenRow,
    UserRow,
    audit_guard,
)

_DATA = (UserRow, OutcomeRow, ConversationRow, CorrectionRow, AuditRow)


def holds_data(store: Store) -> bool:
    """Whether anything would be replaced. Raises StoreError."""
    with store.reading() as connection:
        return any(connection.execute(select(table).limit(1)).first() for table in _DATA)


def restore(store: Store, backup: BackupFile, lifetime: Lifetime, now: datetime) -> None:
    """Replace everything by what `backup` holds, in one transaction.

    Who reads meanwhile sees the state before it, who begins afterwards the one after it; nothing
    can be written meanwhile. Everybody is signed out. Words that residents erased since, or whose
    time has come, are erased again; proofs that were running wait for their turn again. Raises
    BackupError or StoreError; then nothing was changed.
    """
    with forwarded(backup) as source, store.replacing() as connection:
        forgotten = connection.execute(select(ForgottenRow.__table__)).mappings().all()
        revision = _revision(connection)
        with audit_guard.lifted(connection):
            _replace(connection, source)
        _go_on_counting(connection)
        # Higher than both: whoever holds what was in force before has to load it again.
        connection.execute(
            update(LiveRow).values(revision=max(revision, _revision(connection)) + 1)
        )
        _line_up_again(connection)
        _remember(connection, [{**row} for row in forgotten])
        _note(connection, backup, now)
        erase_forgotten(connection, now)
        while erase_due(connection, lifetime, now):
            pass
    store.flush_deleted()


def _replace(connection: Connection, source: Source) -> None:
    tables = Base.metadata.sorted_tables
    for table in reversed(tables):
        # Sessions go: they are of people who may not be there any more.
        if table.name != TakeTokenRow.__tablename__:
            connection.execute(table.delete())
    for table in tables:
        if table.name not in LEFT_OUT:
            insert_all(connection, table, source.rows(table))


def _revision(connection: Connection) -> int:
    return connection.scalar(select(func.max(LiveRow.revision))) or 0


def _line_up_again(connection: Connection) -> None:
    """Proofs that were running when the backup was made: nobody goes on with them."""
    afresh = {"done": 0, "total": 0, "index_version": "", "revision": 0}
    connection.execute(
        update(ProofRow)
        .where(ProofRow.state == ProofState.RUNNING.value)
        .values(state=ProofState.QUEUED.value, **afresh)
    )


def _remember(connection: Connection, forgotten: Sequence[dict[str, Any]]) -> None:
    """What residents erased since the backup, beside what it knows already."""
    known = set(connection.scalars(select(ForgottenRow.conversation_hash)))
    since = [row for row in forgotten if row["conversation_hash"] not in known]
    if since:
        connection.execute(insert(ForgottenRow), since)


def _note(connection: Connection, backup: BackupFile, now: datetime) -> None:
    made_at = backup.manifest.made_at.isoformat()
    after = {"made_at": made_at, "rows": backup.manifest.rows}
    note(connection, None, "store.restored", f"backup:{made_at}", after=after, at=now)


def _go_on_counting(connection: Connection) -> None:
    """PostgreSQL numbers rows apart from the tables, and knows nothing of those that were given."""
    if connection.dialect.name != "postgresql":
        return
    for table in Base.metadata.sorted_tables:
        column = table.autoincrement_column
        if column is not None:
            sequence = func.pg_get_serial_sequence(table.name, column.name)
            last = select(func.coalesce(func.max(column), 0) + 1).scalar_subquery()
            connection.execute(select(func.setval(sequence, last, False)))
