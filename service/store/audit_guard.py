"""The log of changes grows and nothing else: the database itself refuses to alter or empty it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text

_REFUSAL = "the audit log is only added to"

_SQLITE = tuple(
    f"CREATE TRIGGER audit_log_no_{event.lower()} BEFORE {event} ON audit_log "
    f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
    for event in ("UPDATE", "DELETE")
)
_SQLITE_LIFT = tuple(
    f"DROP TRIGGER IF EXISTS audit_log_no_{event}" for event in ("update", "delete")
)
_POSTGRESQL = (
    "CREATE OR REPLACE FUNCTION audit_log_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$",
    "CREATE TRIGGER audit_log_no_change BEFORE UPDATE OR DELETE ON audit_log "
    "FOR EACH ROW EXECUTE FUNCTION audit_log_refuse()",
    "CREATE TRIGGER audit_log_no_truncate BEFORE TRUNCATE ON audit_log "
    "FOR EACH STATEMENT EXECUTE FUNCTION audit_log_refuse()",
)
_POSTGRESQL_LIFT = ("ALTER TABLE audit_log DISABLE TRIGGER USER",)
_POSTGRESQL_BACK = ("ALTER TABLE audit_log ENABLE TRIGGER USER",)


def guard(connection: Connection) -> None:
    """Put the triggers on `audit_log`; it must not have them yet."""
    _execute(connection, {"sqlite": _SQLITE, "postgresql": _POSTGRESQL})


@contextmanager
def lifted(connection: Connection) -> Iterator[None]:
    """Without the triggers inside, as to put a backup in place; with them again afterwards.

    Both databases do this within the transaction of `connection`: nobody else ever sees the log
    without its guard, and a fault rolls back to a log that has it.
    """
    # PostgreSQL would keep readers out until the end of a transaction that drops a trigger.
    _execute(connection, {"sqlite": _SQLITE_LIFT, "postgresql": _POSTGRESQL_LIFT})
    yield
    _execute(connection, {"sqlite": _SQLITE, "postgresql": _POSTGRESQL_BACK})


def _execute(connection: Connection, statements: dict[str, tuple[str, ...]]) -> None:
    for statement in statements[connection.dialect.name]:
        connection.execute(text(statement))
