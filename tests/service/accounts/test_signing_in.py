"""Signing in: a few tries, one answer to all that is wrong, codes that serve once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select, update

from service.accounts import Accounts, Staff
from service.accounts.errors import SignInError
from service.settings import Settings
from service.store import Store, UserRow
from tests.service.accounts.clock import Clock
from tests.service.accounts.hanako import session_of, with_second_factor
from tests.service.http.review.staff_client import CHEAP, PASSWORD

Actions = Callable[[], list[tuple[str, str]]]


def password_of(store: Store, staff: Staff) -> str:
    with store.reading() as connection:
        query = select(UserRow.password_hash).where(UserRow.id == staff.id)
        return str(connection.execute(query).scalar_one())


@pytest.mark.parametrize("login", ["hanako", " Hanako ", "ＨＡＮＡＫＯ"])
def test_login_and_password_let_in(accounts: Accounts, hanako: Staff, login: str) -> None:
    session = session_of(accounts, accounts.signing_in.with_password(login, PASSWORD))
    assert (session.staff, session.step) == (hanako, None)


@pytest.mark.parametrize(
    ("login", "password"), [("hanako", "wrong"), ("nobody", PASSWORD), ("", ""), ("hanako", "")]
)
def test_what_is_wrong_is_told_to_nobody(
    accounts: Accounts, hanako: Staff, actions: Actions, login: str, password: str
) -> None:
    with pytest.raises(SignInError) as refused:
        accounts.signing_in.with_password(login, password)
    assert str(refused.value) == str(SignInError())
    assert actions()[-1][1] == "sign_in.refused"


def test_an_unknown_login_is_not_kept_for_it_may_be_a_password(
    accounts: Accounts, rows: Callable[[], list[Any]]
) -> None:
    with pytest.raises(SignInError):
        accounts.signing_in.with_password("my secret phrase", "")
    (row,) = rows()
    assert (row.login, row.subject, row.before, row.after) == ("", "user:unknown", None, None)


def test_unknown_logins_are_looked_at_like_wrong_passwords(
    accounts: Accounts, hanako: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    verified = []
    hasher = accounts.signing_in._passwords._hasher
    verify = type(hasher).verify
    monkeypatch.setattr(
        type(hasher), "verify", lambda self, *given: verified.append(1) or verify(self, *given)
    )
    for login in ("hanako", "nobody"):
        with pytest.raises(SignInError):
            accounts.signing_in.with_password(login, "wrong")
    assert len(verified) == 2


def test_after_five_failures_in_a_row_none_is_let_in_for_a_while(
    accounts: Accounts, hanako: Staff, clock: Clock, actions: Actions
) -> None:
    for _ in range(5):
        with pytest.raises(SignInError):
            accounts.signing_in.with_password("hanako", "wrong")
    assert actions()[-1] == ("hanako", "sign_in.locked")
    clock.move(minutes=14, seconds=59)
    with pytest.raises(SignInError):
        accounts.signing_in.with_password("hanako", PASSWORD)
    clock.move(seconds=1)
    assert accounts.signing_in.with_password("hanako", PASSWORD)
    assert actions()[-1] == ("hanako", "sign_in.done")


def test_a_right_password_ends_the_row_of_failures(accounts: Accounts, hanako: Staff) -> None:
    for _ in range(3):
        for _ in range(4):
            with pytest.raises(SignInError):
                accounts.signing_in.with_password("hanako", "wrong")
        accounts.signing_in.with_password("hanako", PASSWORD)


def test_tries_that_come_at_once_are_counted_one_by_one(
    accounts: Accounts, hanako: Staff, actions: Actions
) -> None:
    def try_wrong() -> None:
        with pytest.raises(SignInError):
            accounts.signing_in.with_password("hanako", "wrong")

    threads = [threading.Thread(target=try_wrong) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    told = [action for _, action in actions()]
    assert told.count("sign_in.refused") == 5
    assert told.count("sign_in.locked") == 1


def test_a_disabled_user_is_not_let_in(accounts: Accounts, hanako: Staff) -> None:
    token = accounts.signing_in.with_password("hanako", PASSWORD)
    accounts.administration.disable(None, hanako.id)
    assert accounts.sessions.find(token) is None
    with pytest.raises(SignInError):
        accounts.signing_in.with_password("hanako", PASSWORD)
    accounts.administration.enable(None, hanako.id)
    assert accounts.signing_in.with_password("hanako", PASSWORD)


def test_a_hash_at_old_costs_is_made_anew(
    accounts: Accounts, store: Store, hanako: Staff, clock: Clock
) -> None:
    before = password_of(store, hanako)
    accounts.signing_in.with_password("hanako", PASSWORD)
    assert password_of(store, hanako) == before
    dearer = Accounts.over(store, Settings(**CHEAP | {"staff_argon2_passes": 2}), clock)
    dearer.signing_in.with_password("hanako", PASSWORD)
    assert ",t=2," in password_of(store, hanako)
    assert dearer.signing_in.with_password("hanako", PASSWORD)


def test_nothing_secret_stands_in_the_log_of_changes(
    accounts: Accounts, hanako: Staff, clock: Clock, rows: Callable[[], list[Any]]
) -> None:
    secret = with_second_factor(accounts, clock)
    with pytest.raises(SignInError):
        accounts.signing_in.with_password("hanako", "my other password")
    given = accounts.administration.reset_password(None, hanako.id)
    told = str(rows())
    assert not [one for one in (secret, given, PASSWORD, "my other", "$argon2") if one in told]


def test_a_changed_password_meanwhile_counts(
    accounts: Accounts, store: Store, hanako: Staff, monkeypatch: pytest.MonkeyPatch
) -> None:
    passwords = accounts.signing_in._passwords
    holds = passwords.holds

    def changed_meanwhile(password: str, kept: str | None) -> bool:
        found = holds(password, kept)
        with store.writing() as connection:
            other = passwords.hash("another long password")
            connection.execute(update(UserRow).values(password_hash=other))
        return found

    monkeypatch.setattr(passwords, "holds", changed_meanwhile)
    with pytest.raises(SignInError):
        accounts.signing_in.with_password("hanako", PASSWORD)
