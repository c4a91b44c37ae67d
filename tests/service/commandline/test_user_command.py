"""`madoguchi user`: the first administrator, and what an operator helps out with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select
from typer.testing import CliRunner, Result

from service.accounts import Accounts, Role
from service.accounts.errors import SignInError
from service.commandline.app import app
from service.settings import Settings
from service.store import AuditRow, Store
from tests.service.http.review.staff_client import CHEAP, PASSWORD

Run = Callable[..., Result]


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    url = f"sqlite:///{tmp_path / 'madoguchi.sqlite3'}"
    monkeypatch.setenv("MADOGUCHI_DATABASE_URL", url)
    monkeypatch.setenv("COLUMNS", "200")
    for name, value in CHEAP.items():
        monkeypatch.setenv(f"MADOGUCHI_{name.upper()}", str(value))
    return url


@pytest.fixture
def store(database: str) -> Iterator[Store]:
    opened = Store(database)
    yield opened
    opened.close()


@pytest.fixture
def accounts(store: Store) -> Accounts:
    return Accounts.over(store, Settings(**CHEAP))


@pytest.fixture
def user(database: str) -> Run:
    """Run `madoguchi user …`; `typed` is what stands on standard input."""
    return lambda *arguments, typed="": CliRunner().invoke(app, ["user", *arguments], input=typed)


def add(user: Run, login: str = "hanako", *more: str) -> Result:
    options = ("--name", "取手 花子", "--password-stdin", *more)
    return user("add", login, *options, typed=f"{PASSWORD}\n")


def test_the_first_administrator_is_made_and_signs_in(user: Run, accounts: Accounts) -> None:
    added = add(user, "Hanako", "--role", "admin", "--city", "*")
    assert added.exit_code == 0, added.output
    session = accounts.sessions.find(accounts.signing_in.with_password("hanako", PASSWORD))
    assert session is not None
    assert session.staff.roles == {"*": Role.ADMIN}
    assert session.step is None  # an own password, not one to be changed


def test_the_password_is_asked_twice_and_never_shown(user: Run, accounts: Accounts) -> None:
    options = ("add", "taro", "--name", "太郎", "--role", "viewer", "--city", "oyama")
    added = user(*options, typed=f"{PASSWORD}\nsomething else\n{PASSWORD}\n{PASSWORD}\n")
    assert added.exit_code == 0, added.output
    assert PASSWORD not in added.output
    assert accounts.signing_in.with_password("taro", PASSWORD)


@pytest.mark.parametrize(
    ("arguments", "typed", "told"),
    [
        (("add", "taro", "--name", "太郎", "--role", "king"), PASSWORD, "king"),
        (("add", "taro", "--name", "太郎", "--city", "edo"), PASSWORD, "edo"),
        (("add", "太郎", "--name", "太郎"), PASSWORD, "太郎"),
        (("add", "hanako", "--name", "花子"), PASSWORD, "taken"),
        (("add", "taro", "--name", "太郎"), "short", "12 characters"),
        (("reset-password", "nobody"), PASSWORD, "nobody"),
        (("reset-password", "hanako"), "short", "12 characters"),
    ],
)
def test_what_does_not_hold_is_told_in_one_line(
    user: Run, arguments: tuple[str, ...], typed: str, told: str
) -> None:
    add(user)
    result = user(*arguments, "--password-stdin", typed=f"{typed}\n")
    assert result.exit_code == 2
    assert told in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_an_operator_changes_an_account_and_the_log_tells_it(
    user: Run, accounts: Accounts, store: Store
) -> None:
    add(user)
    for arguments in (
        ("set-role", "hanako", "--role", "reviewer", "--city", "toride"),
        ("set-role", "hanako", "--role", "none", "--city", "*"),
        ("reset-totp", "hanako"),
        ("disable", "hanako"),
    ):
        assert user(*arguments).exit_code == 0
    with pytest.raises(SignInError):
        accounts.signing_in.with_password("hanako", PASSWORD)
    listed = user("list").output
    assert "reviewer in toride" in listed
    assert "disabled" in listed
    assert user("enable", "hanako").exit_code == 0
    new = "another long password"
    assert user("reset-password", "hanako", "--password-stdin", typed=f"{new}\n").exit_code == 0
    assert accounts.signing_in.with_password("hanako", new)
    with store.reading() as connection:
        query = select(AuditRow.user_id, AuditRow.login, AuditRow.action).order_by(AuditRow.id)
        done = [row for row in connection.execute(query) if row.action.startswith("user.")]
    assert [row.action for row in done] == [
        *("user.added", "user.role_set", "user.role_set", "user.second_factor_reset"),
        *("user.disabled", "user.enabled", "user.password_reset"),
    ]
    assert {(row.user_id, row.login) for row in done} == {(None, "")}
