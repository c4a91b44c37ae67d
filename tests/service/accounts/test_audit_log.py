"""The log of changes: written with the change, found again, and only ever added to."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import delete, insert, select, update

from knowledge.errors import StoreError
from service.accounts import Accounts, Staff, note
from service.accounts.audit_log import ENTRIES_A_PAGE, AuditFilter
from service.store import AuditRow, Store
from service.store.audit_guard import lifted
from tests.service.accounts.clock import Clock


def write(store: Store, staff: Staff | None, clock: Clock, city: str | None, number: int) -> None:
    with store.writing() as connection:
        change = {"number": number}
        subject = f"correction:{number}"
        note(connection, staff, "correction.approved", subject, city, None, change, at=clock.now)


def test_an_entry_and_its_change_are_kept_together_or_not_at_all(
    store: Store, hanako: Staff, clock: Clock
) -> None:
    def fail() -> None:
        with store.writing() as connection:
            note(connection, hanako, "correction.approved", "correction:1", at=clock.now)
            raise LookupError

    with pytest.raises(LookupError):
        fail()
    with store.reading() as connection:
        actions = connection.execute(select(AuditRow.action)).scalars().all()
    assert "correction.approved" not in actions


def test_the_database_refuses_to_change_or_delete_an_entry(
    store: Store, hanako: Staff, clock: Clock
) -> None:
    write(store, hanako, clock, "toride", 1)
    for statement in (update(AuditRow).values(login="somebody"), delete(AuditRow)):
        with pytest.raises(StoreError), store.writing() as connection:
            connection.execute(statement)
    with store.reading() as connection:
        assert connection.execute(select(AuditRow.login)).scalars().all() == ["", "hanako"]


def test_a_restore_lifts_the_guard_within_its_transaction_alone(
    store: Store, hanako: Staff, clock: Clock
) -> None:
    write(store, hanako, clock, "toride", 1)
    with store.writing() as connection:
        with lifted(connection):
            rows = [dict(row) for row in connection.execute(select(AuditRow.__table__)).mappings()]
            connection.execute(delete(AuditRow))
            connection.execute(insert(AuditRow), rows)
        assert len(rows) == 2
    with pytest.raises(StoreError), store.writing() as connection:
        connection.execute(delete(AuditRow))

    def restore_in_vain() -> None:
        with store.writing() as connection, lifted(connection):
            connection.execute(delete(AuditRow))
            raise LookupError

    with pytest.raises(LookupError):
        restore_in_vain()
    with pytest.raises(StoreError), store.writing() as connection:
        connection.execute(delete(AuditRow))
    with store.reading() as connection:
        assert len(connection.execute(select(AuditRow.id)).all()) == 2


def test_entries_are_found_by_who_what_and_when(
    accounts: Accounts, store: Store, hanako: Staff, clock: Clock
) -> None:
    clock.move(hours=14, minutes=59)  # 23:59 on the wall
    write(store, hanako, clock, "toride", 1)
    clock.move(minutes=1)
    write(store, None, clock, None, 2)
    log = accounts.audit_log

    def found(cities: frozenset[str] | None, **wanted: object) -> list[str]:
        page = log.page(cities, AuditFilter(**wanted))  # type: ignore[arg-type]
        return [entry.subject for entry in page.entries if entry.subject.startswith("corr")]

    assert found(None) == ["correction:2", "correction:1"]
    assert found(frozenset({"toride"})) == ["correction:1"]
    assert found(frozenset()) == []
    assert found(None, login="hanako") == ["correction:1"]
    assert found(None, action="correction.approved", subject="correction:2") == ["correction:2"]
    assert found(None, subject="corr%") == []
    assert found(None, since=date(2025, 6, 3)) == ["correction:2"]
    assert found(None, until=date(2025, 6, 2)) == ["correction:1"]
    assert len(found(None, since=date.min, until=date.max)) == 2


def test_the_log_is_read_a_page_at_a_time(
    accounts: Accounts, store: Store, hanako: Staff, clock: Clock
) -> None:
    for number in range(ENTRIES_A_PAGE):
        write(store, hanako, clock, "toride", number)
    first = accounts.audit_log.page(None, AuditFilter())
    assert len(first.entries) == ENTRIES_A_PAGE
    assert first.older_than == first.entries[-1].id
    second = accounts.audit_log.page(None, AuditFilter(), first.older_than)
    assert [entry.action for entry in second.entries] == ["user.added"]
    assert second.entries[0].subject_name == "hanako"
    assert second.older_than is None
