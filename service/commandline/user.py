"""`madoguchi user`: the accounts of staff, for whoever runs the service.

Here the first administrator is made; afterwards `/review/users` does the same.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from service.commandline.exits import Exit, load_settings, stop

if TYPE_CHECKING:
    from service.accounts import Role
    from service.accounts.administration import Administration

user = typer.Typer(help="Accounts of staff: add, list, change.", no_args_is_help=True)

Login = Annotated[str, typer.Argument(help="What is typed to sign in.")]
RoleName = Annotated[str, typer.Option("--role", help="viewer, reviewer, approver or admin.")]
CityId = Annotated[str, typer.Option("--city", help="Id of a city, or '*' for all cities.")]
FromStdin = Annotated[
    bool, typer.Option("--password-stdin", help="Read the password from standard input.")
]


@user.command()
def add(
    login: Login,
    name: Annotated[str, typer.Option(help="How others see the user, such as 取手 花子.")],
    role: RoleName = "viewer",
    city: CityId = "*",
    password_stdin: FromStdin = False,
) -> None:
    """Add a user; the password is asked twice."""
    with _administration() as administration:
        given = {_city(city): _role(role)}
        password = _password(read=password_stdin)
        account, _ = administration.add(None, login, name, given, password)
    typer.echo(f"added {account.login}: {role} in {city}")


@user.command("list")
def list_() -> None:
    """Print every user with roles and state."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    with _administration() as administration:
        accounts = administration.accounts(None)
    table = Table("login", "name", "roles", "state", "second factor")
    for one in accounts:
        roles = ", ".join(f"{role} in {city}" for city, role in one.roles.items())
        state = "disabled" if one.disabled_at else "locked" if one.locked_until else "active"
        factor = "yes" if one.has_second_factor else "no"
        table.add_row(escape(one.login), escape(one.name), roles, state, factor)
    Console(highlight=False).print(table)


@user.command()
def set_role(
    login: Login,
    role: Annotated[str, typer.Option(help="viewer, reviewer, approver, admin, or none.")],
    city: CityId,
) -> None:
    """Give a user a role in a city, in place of the one held there; none takes it away."""
    with _administration() as administration:
        given = None if role == "none" else _role(role)
        account = administration.set_role(None, _id(administration, login), _city(city), given)
    typer.echo(f"{account.login}: {role} in {city}")


@user.command()
def disable(login: Login) -> None:
    """Let nobody sign in as this user any more; what they did keeps their name."""
    with _administration() as administration:
        administration.disable(None, _id(administration, login))
    typer.echo(f"disabled {login}")


@user.command()
def enable(login: Login) -> None:
    """Let a disabled user sign in again."""
    with _administration() as administration:
        administration.enable(None, _id(administration, login))
    typer.echo(f"enabled {login}")


@user.command()
def reset_password(login: Login, password_stdin: FromStdin = False) -> None:
    """Give a user a new password, which is asked twice; ends their sessions and a lock."""
    with _administration() as administration:
        user_id = _id(administration, login)
        administration.reset_password(None, user_id, _password(read=password_stdin))
    typer.echo(f"{login} has a new password")


@user.command()
def reset_totp(login: Login) -> None:
    """Take a user's second factor away, as of a lost phone; ends their sessions."""
    with _administration() as administration:
        administration.reset_second_factor(None, _id(administration, login))
    typer.echo(f"{login} has no second factor")


@contextmanager
def _administration() -> Iterator[Administration]:
    """What changes accounts in the database of the settings; what does not hold ends in USAGE."""
    from knowledge.errors import AccountError
    from service.accounts import Accounts
    from service.store import Store

    settings = load_settings()
    store = Store(settings.database_url)
    try:
        yield Accounts.over(store, settings).administration
    except AccountError as error:
        stop(Exit.USAGE, str(error))
    finally:
        store.close()


def _id(administration: Administration, login: str) -> str:
    return administration.named(login).id


def _role(name: str) -> Role:
    from service.accounts import Role

    if name not in list(Role):
        stop(Exit.USAGE, f"--role: not a role: {name!r} ({', '.join(Role)})")
    return Role(name)


def _city(name: str) -> str:
    from knowledge.catalog import load_catalog
    from knowledge.knowledgebase import PACKAGE
    from service.accounts import ALL_CITIES

    known = [ALL_CITIES, *(city.id for city in load_catalog(PACKAGE / "catalog.toml").cities)]
    if name not in known:
        stop(Exit.USAGE, f"--city: not a city: {name!r} ({', '.join(known)})")
    return name


def _password(*, read: bool) -> str:
    """A password from standard input, or typed twice on the terminal and never shown."""
    if read:
        return sys.stdin.readline().rstrip("\r\n")
    return str(typer.prompt("Password", hide_input=True, confirmation_prompt="The same again"))
