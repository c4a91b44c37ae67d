"""Reading the log of changes: the latest first, a page at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select

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
    """Entries, the latest first. `older_than`: what the next page is asked with, None at an end.

    logins  by id, of the users whom the entries name
    """

    entries: tuple[AuditEntry, ...]
    older_than: int | None
    logins: Mapping[str, str]


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
            logins = _logins(connection, {one for row in rows for one in _named(row)})
        shown = rows[:ENTRIES_A_PAGE]
        entries = tuple(
            AuditEntry(
                id=row.id,
                at=row.at,
                login=row.login,
                action=row.action,
                city=row.city,
                subject=row.subject,
                subject_name=logins.get(row.subject.removeprefix(_USER), ""),
                before=row.before,
                after=row.after,
            )
            for row in shown
        )
        older = shown[-1].id if len(rows) > len(shown) else None
        return AuditPage(entries, older, logins)


def _named(row: Row[Any]) -> Iterator[str]:
    """The ids of users whom an entry names: what was changed, and who an answer was given to."""
    if row.subject.startswith(_USER):
        yield row.subject.removeprefix(_USER)
    for held in (row.before, row.after):
        if held and held.get("assignee_id"):
            yield held["assignee_id"]


def _logins(connection: Connection, ids: set[str]) -> dict[str, str]:
    wanted = UserRow.id.in_(sorted(ids))
    rows = connection.execute(select(UserRow.id, UserRow.login).where(wanted))
    return {row.id: row.login for row in rows}


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
