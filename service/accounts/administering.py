"""How far an administrator reaches. `by` is who it is, None for a command of the operator."""

from __future__ import annotations

from service.accounts.account import Account
from service.accounts.errors import RoleError
from service.accounts.roles import ALL_CITIES, Role
from service.accounts.staff import Staff


def holds_whole(by: Staff | None, account: Account) -> bool:
    """Whether `by` administers every place where the account has a role."""
    administered = by.cities(Role.ADMIN) if by else None
    return administered is None or (bool(account.roles) and set(account.roles) <= administered)


def sees(by: Staff | None, account: Account) -> bool:
    """Whether `by` administers a place where the account has a role."""
    administered = by.cities(Role.ADMIN) if by else None
    return administered is None or bool(administered & set(account.roles))


def may_give(by: Staff | None, city: str) -> None:
    """Raise RoleError unless `by` may give roles in a city, `*` for all."""
    if by is not None and not by.may(Role.ADMIN, None if city == ALL_CITIES else city):
        raise RoleError(f"roles there are given by others: {city!r}", "role_elsewhere")
