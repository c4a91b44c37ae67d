"""Sessions: found by their token, over in time, ended by what changes."""

from __future__ import annotations

from sqlalchemy import func, select

from service.accounts import Accounts, Role, Staff
from service.store import SessionRow, Store
from tests.service.accounts.clock import Clock
from tests.service.http.review.staff_client import PASSWORD

IDLE_MINUTES, LONGEST_HOURS = 30, 10


def begin(accounts: Accounts) -> str:
    return accounts.signing_in.with_password("hanako", PASSWORD)


def seen_at(store: Store) -> object:
    with store.reading() as connection:
        return connection.execute(select(SessionRow.last_seen_at)).scalar_one()


def test_only_the_hash_of_a_token_is_kept(accounts: Accounts, store: Store, hanako: Staff) -> None:
    token = begin(accounts)
    assert len(token) >= 43  # 256 bits
    with store.reading() as connection:
        (row,) = connection.execute(select(SessionRow.__table__)).all()
    assert token not in str(row)
    assert len(row.csrf) >= 43
    assert accounts.sessions.find("") is None
    assert accounts.sessions.find(row.token_hash) is None


def test_who_does_nothing_is_signed_out(accounts: Accounts, hanako: Staff, clock: Clock) -> None:
    token = begin(accounts)
    for _ in range(3):
        clock.move(minutes=IDLE_MINUTES - 1)
        assert accounts.sessions.find(token)
    clock.move(minutes=IDLE_MINUTES)
    assert accounts.sessions.find(token) is None


def test_who_never_rests_is_signed_out_too(accounts: Accounts, hanako: Staff, clock: Clock) -> None:
    token = begin(accounts)
    for _ in range(LONGEST_HOURS * 3 - 1):
        clock.move(minutes=20)
        assert accounts.sessions.find(token)
    clock.move(minutes=20)
    assert accounts.sessions.find(token) is None


def test_a_session_is_marked_as_seen_once_a_minute(
    accounts: Accounts, store: Store, hanako: Staff, clock: Clock
) -> None:
    token, begun = begin(accounts), clock.now
    clock.move(seconds=59)
    accounts.sessions.find(token)
    assert seen_at(store) == begun
    clock.move(seconds=1)
    accounts.sessions.find(token)
    assert seen_at(store) == clock.now


def test_what_is_over_is_swept(
    accounts: Accounts, store: Store, hanako: Staff, clock: Clock
) -> None:
    begin(accounts)
    clock.move(minutes=IDLE_MINUTES)
    token = begin(accounts)
    accounts.sessions.sweep()
    with store.reading() as connection:
        assert connection.execute(select(func.count()).select_from(SessionRow)).scalar() == 1
    assert accounts.sessions.find(token)


def test_one_session_ends_and_the_others_go_on(accounts: Accounts, hanako: Staff) -> None:
    first, second = begin(accounts), begin(accounts)
    accounts.sessions.close(first)
    accounts.sessions.close("never begun")
    assert accounts.sessions.find(first) is None
    assert accounts.sessions.find(second)


def test_a_new_password_a_role_and_a_reset_end_every_session(
    accounts: Accounts, hanako: Staff
) -> None:
    administration = accounts.administration
    for change in (
        lambda: administration.set_role(None, hanako.id, "oyama", Role.VIEWER),
        lambda: administration.reset_second_factor(None, hanako.id),
        lambda: administration.reset_password(None, hanako.id),
    ):
        token = begin(accounts)
        change()
        assert accounts.sessions.find(token) is None
