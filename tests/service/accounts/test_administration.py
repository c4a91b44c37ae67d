"""Administrators: of a city, of all; what they may do and with whom."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from service.accounts import Accounts, Role, Staff, Step
from service.accounts.errors import (
    LoginError,
    PasswordError,
    RoleError,
    SignInError,
    UnknownUserError,
)
from tests.service.accounts.clock import Clock
from tests.service.accounts.conftest import Actions
from tests.service.http.review.staff_client import PASSWORD, make_staff


@pytest.fixture
def local(accounts: Accounts) -> Staff:
    return make_staff(accounts, "local", {"toride": Role.ADMIN})


@pytest.fixture
def chief(accounts: Accounts) -> Staff:
    return make_staff(accounts, "chief", {"*": Role.ADMIN})


def test_a_given_password_serves_to_choose_an_own_one(accounts: Accounts, local: Staff) -> None:
    added, password = accounts.administration.add(
        local, " Taro ", "太郎　 山田", {"toride": Role.VIEWER}
    )
    assert (added.login, added.name, added.must_change) == ("taro", "太郎 山田", True)
    session = accounts.sessions.find(accounts.signing_in.with_password("taro", password))
    assert session is not None
    assert session.step is Step.PASSWORD
    token = accounts.own.change_password(session, password, "a password of my own")
    after = accounts.sessions.find(token)
    assert after is not None
    assert after.step is None


@pytest.mark.parametrize(
    ("login", "name", "fault"),
    [
        ("", "名前", "login_malformed"),
        ("太郎", "名前", "login_malformed"),
        ("with blank", "名前", "login_malformed"),
        ("x" * 65, "名前", "login_malformed"),
        ("taro", "  ", "name_malformed"),
        ("taro", "名" * 65, "name_malformed"),
        ("LOCAL", "名前", "login_taken"),
    ],
)
def test_a_login_or_name_that_does_not_hold_is_refused(
    accounts: Accounts, local: Staff, login: str, name: str, fault: str
) -> None:
    with pytest.raises(LoginError) as refused:
        accounts.administration.add(None, login, name, {})
    assert refused.value.fault == fault


def test_an_administrator_of_a_city_sees_and_gives_roles_there_alone(
    accounts: Accounts, local: Staff, chief: Staff, rows: Callable[[], list[Any]]
) -> None:
    administration = accounts.administration
    ours = make_staff(accounts, "ours", {"toride": Role.VIEWER})
    theirs = make_staff(accounts, "theirs", {"otawara": Role.VIEWER})
    assert [one.login for one in administration.accounts(local)] == ["local", "ours"]
    assert len(administration.accounts(chief)) == 4
    changed = administration.set_role(local, ours.id, "toride", Role.APPROVER)
    assert changed.roles == {"toride": Role.APPROVER}
    row = rows()[-1]
    assert (row.login, row.action, row.city) == ("local", "user.role_set", "toride")
    assert (row.before["role"], row.after["role"]) == ("viewer", "approver")
    for user, city in ((ours, "otawara"), (ours, "*"), (theirs, "otawara"), (theirs, "toride")):
        with pytest.raises(RoleError) as refused:
            administration.set_role(local, user.id, city, Role.ADMIN)
        assert refused.value.fault == "role_elsewhere"
    for city in ("otawara", "*"):
        with pytest.raises(RoleError):
            administration.add(local, "new", "名前", {city: Role.VIEWER})


def test_whoever_has_a_role_elsewhere_is_administered_by_those_of_all_cities(
    accounts: Accounts, local: Staff, chief: Staff
) -> None:
    """Else a new password of theirs would open another city's desk."""
    administration = accounts.administration
    both = make_staff(accounts, "both", {"toride": Role.VIEWER, "oyama": Role.VIEWER})
    higher = make_staff(accounts, "higher", {"toride": Role.VIEWER, "*": Role.VIEWER})
    for user in (both, higher):
        for change in (
            administration.reset_password,
            administration.reset_second_factor,
            administration.disable,
            administration.enable,
        ):
            with pytest.raises(RoleError):
                change(local, user.id)
            change(chief, user.id)


def test_nobody_takes_their_own_last_role_of_an_administrator(
    accounts: Accounts, local: Staff, chief: Staff
) -> None:
    administration = accounts.administration
    for role in (None, Role.APPROVER):
        with pytest.raises(RoleError) as refused:
            administration.set_role(local, local.id, "toride", role)
        assert refused.value.fault == "role_own_last"
    with pytest.raises(RoleError) as refused:
        administration.disable(local, local.id)
    assert refused.value.fault == "disable_own"
    assert administration.account(None, local.id).roles == {"toride": Role.ADMIN}
    administration.set_role(chief, chief.id, "oyama", Role.ADMIN)
    administration.set_role(chief, chief.id, "*", Role.VIEWER)


def test_an_unknown_user_is_told(accounts: Accounts, chief: Staff) -> None:
    with pytest.raises(UnknownUserError):
        accounts.administration.account(chief, "0" * 32)
    with pytest.raises(UnknownUserError, match="nobody"):
        accounts.administration.named("nobody")


def test_a_reset_ends_a_lock(accounts: Accounts, hanako: Staff) -> None:
    for _ in range(5):
        with pytest.raises(SignInError):
            accounts.signing_in.with_password("hanako", "wrong")
    assert accounts.administration.account(None, hanako.id).locked_until
    given = accounts.administration.reset_password(None, hanako.id)
    assert accounts.signing_in.with_password("hanako", given)
    with pytest.raises(PasswordError):
        accounts.administration.reset_password(None, hanako.id, "short")


def test_a_role_that_is_held_already_changes_nothing(
    accounts: Accounts, hanako: Staff, rows: Callable[[], list[Any]]
) -> None:
    before = len(rows())
    accounts.administration.set_role(None, hanako.id, "toride", Role.REVIEWER)
    assert len(rows()) == before


def test_the_first_user_is_missed(accounts: Accounts) -> None:
    assert accounts.administration.is_empty()
    make_staff(accounts, "first", {"*": Role.ADMIN})
    assert not accounts.administration.is_empty()


def test_ones_own_password_and_second_factor_are_no_matter_of_administration(
    accounts: Accounts, chief: Staff, actions: Actions
) -> None:
    """There neither password nor code is asked for: an open session would be enough."""
    noted = len(actions())
    administration = accounts.administration
    for change in (administration.reset_password, administration.reset_second_factor):
        with pytest.raises(RoleError) as refused:
            change(chief, chief.id)
        assert refused.value.fault == "account_own"
    assert len(actions()) == noted
    assert accounts.signing_in.with_password("chief", PASSWORD)


def test_what_is_so_already_is_not_told_again(
    accounts: Accounts, hanako: Staff, clock: Clock, rows: Callable[[], list[Any]]
) -> None:
    administration, begun = accounts.administration, clock.now
    noted = len(rows())
    administration.enable(None, hanako.id)
    for _ in range(2):
        administration.disable(None, hanako.id)
        clock.move(days=1)
    assert administration.account(None, hanako.id).disabled_at == begun
    administration.enable(None, hanako.id)
    off, on = rows()[noted:]
    assert (off.action, off.before, off.after) == (
        "user.disabled",
        {"is_disabled": False},
        {"is_disabled": True},
    )
    assert (on.action, on.before, on.after) == ("user.enabled", off.after, off.before)
