"""A user's account as those who administer it see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select

from service.accounts.roles import Role
from service.accounts.staff import Staff, roles_of
from service.store import UserRoleRow, UserRow


@dataclass(frozen=True, slots=True)
class Account:
    """Who somebody is, and what state their account is in.

    has_second_factor  codes of an authenticator are asked for
    must_change        the password was given by somebody else and was not changed yet
    locked_until       a moment to come while no password is taken, else None
    """

    id: str
    login: str
    name: str
    roles: Mapping[str, Role]
    has_second_factor: bool
    must_change: bool
    locked_until: datetime | None
    created_at: datetime
    disabled_at: datetime | None

    @property
    def subject(self) -> str:
        """What the log of changes calls it."""
        return f"user:{self.id}"

    @property
    def staff(self) -> Staff:
        """The one whose account it is."""
        return Staff(self.id, self.login, self.name, self.roles)


def all_accounts(connection: Connection, now: datetime) -> tuple[Account, ...]:
    """Every account by login."""
    rows = connection.execute(select(UserRow.__table__).order_by(UserRow.login)).all()
    held: dict[str, dict[str, Role]] = {row.id: {} for row in rows}
    roles = select(UserRoleRow.user_id, UserRoleRow.city, UserRoleRow.role)
    for role in connection.execute(roles.order_by(UserRoleRow.city)):
        held.setdefault(role.user_id, {})[role.city] = Role(role.role)
    return tuple(_account(row, held[row.id], now) for row in rows)


def account_of(connection: Connection, user_id: str, now: datetime) -> Account | None:
    """An account by its id."""
    row = connection.execute(select(UserRow.__table__).where(UserRow.id == user_id)).first()
    return None if row is None else _account(row, roles_of(connection, row.id), now)


def account_named(connection: Connection, login: str, now: datetime) -> Account | None:
    """An account by its login as it is kept."""
    row = connection.execute(select(UserRow.__table__).where(UserRow.login == login)).first()
    return None if row is None else _account(row, roles_of(connection, row.id), now)


def _account(row: Row[Any], roles: Mapping[str, Role], now: datetime) -> Account:
    is_locked = row.locked_until is not None and now < row.locked_until
    return Account(
        id=row.id,
        login=row.login,
        name=row.name,
        roles=roles,
        has_second_factor=row.totp_secret is not None,
        must_change=row.must_change,
        locked_until=row.locked_until if is_locked else None,
        created_at=row.created_at,
        disabled_at=row.disabled_at,
    )
