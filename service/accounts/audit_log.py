"""Reading the log of changes: the latest first, a page at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from service.store import AuditRow, Store, UserRow
from service.wall_clock import HERE

ENTRIES_A_PAGE = 50
_USER = "user:"  # a user as a subject


@dataclass(frozen=True, slots=True)
class AuditFilter:
    """What is looked for; "" and None for anything.

    login    who did it
    action   a code
    subject  how what was changed begins, such as `user:` or all of it
    since, until  days on the wall, both included
    """

    login: str = ""
    action: str = ""
    subject: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One change. `subject_name`: the login where it is of a user; the rest as in `AuditRow`."""

    id: int
    at: datetime
    login: str
    action: str
    city: str | None
    subject: str
    subject_name: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Entries, the latest first. `older_than`: what the next page is asked with, None at an end."""

    entries: tuple[AuditEntry, ...]
    older_than: int | None


class AuditLog:
    """What staff and operator have changed."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def page(
        self, cities: frozenset[str] | None, wanted: AuditFilter, older_than: int | None = None
    ) -> AuditPage:
        """Entries of `cities`, None for all and for those of no city. Raises StoreError."""
        query = select(AuditRow.__table__).where(*_conditions(cities, wanted))
        if older_than is not None:
            query = query.where(AuditRow.id < older_than)
        query = query.order_by(AuditRow.id.desc()).limit(ENTRIES_A_PAGE + 1)
        with self._store.reading() as connection:
            rows = connection.execute(query).all()
            logins = _logins(connection, {row.subject for row in rows})
        shown = rows[:ENTRIES_A_PAGE]
        entries = tuple(
            AuditEntry(
                id=row.id,
                at=row.at,
                login=row.login,
                action=row.action,
                city=row.city,
                subject=row.subject,
                subject_name=logins.get(row.subject, ""),
                before=row.before,
                after=row.after,
            )
            for row in shown
        )
        return AuditPage(entries, shown[-1].id if len(rows) > len(shown) else None)


def _logins(connection: Connection, subjects: set[str]) -> dict[str, str]:
    """The logins of the users among what was changed."""
    ids = [one.removeprefix(_USER) for one in sorted(subjects) if one.startswith(_USER)]
    rows = connection.execute(select(UserRow.id, UserRow.login).where(UserRow.id.in_(ids)))
    return {f"{_USER}{row.id}": row.login for row in rows}


def _conditions(
    cities: frozenset[str] | None, wanted: AuditFilter
) -> tuple[ColumnElement[bool], ...]:
    conditions: list[ColumnElement[bool]] = []
    if cities is not None:
        conditions.append(AuditRow.city.in_(sorted(cities)))
    if wanted.login:
        conditions.append(AuditRow.login == wanted.login)
    if wanted.action:
        conditions.append(AuditRow.action == wanted.action)
    if wanted.subject:
        conditions.append(AuditRow.subject.startswith(wanted.subject, autoescape=True))
    # Nor has its first day a midnight in UTC.
    if wanted.since is not None and wanted.since > date.min:
        conditions.append(AuditRow.at >= _midnight(wanted.since))
    # The last day of the calendar has no next one.
    if wanted.until is not None and wanted.until < date.max:
        conditions.append(AuditRow.at < _midnight(wanted.until + timedelta(days=1)))
    return tuple(conditions)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), HERE)
