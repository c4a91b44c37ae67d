"""What administrators do with accounts: add, give roles, disable, give new passwords."""

from __future__ import annotations

import re
import secrets
from base64 import b32encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from service.accounts.account import Account, account_named, account_of, all_accounts
from service.accounts.administering import holds_whole, may_give, sees
from service.accounts.audit import note
from service.accounts.errors import LoginError, RoleError, UnknownUserError
from service.accounts.passwords import Passwords
from service.accounts.roles import ALL_CITIES, Role
from service.accounts.second_factor import drop_recovery_codes
from service.accounts.sessions import end_all
from service.accounts.signing_in import plain_login
from service.accounts.staff import Staff
from service.store import Store, UserRoleRow, UserRow
from service.store.ids import new_id

_LOGIN = re.compile(r"[a-z0-9][a-z0-9._@+-]{1,63}")
NAME_CHARS_MAX = 64
_GIVEN_BYTES = 10  # 16 letters to read out over the telephone; it serves once


class Administration:
    """Changes accounts. `by` is who does it, None for a command of the operator.

    An administrator of one city sees who holds a role there and gives and takes roles there; the
    whole account is theirs only where its holder has no role elsewhere: else a new password would
    open other cities' desks.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime], passwords: Passwords) -> None:
        self._store = store
        self._clock = clock
        self._passwords = passwords

    def is_empty(self) -> bool:
        """Whether there is no user at all. Raises StoreError."""
        with self._store.reading() as connection:
            return not connection.execute(select(func.count()).select_from(UserRow)).scalar_one()

    def accounts(self, by: Staff | None) -> tuple[Account, ...]:
        """The accounts that `by` may see, by login. Raises StoreError."""
        with self._store.reading() as connection:
            return tuple(one for one in all_accounts(connection, self._clock()) if sees(by, one))

    def account(self, by: Staff | None, user_id: str) -> Account:
        """One account. Raises UnknownUserError, RoleError for one of elsewhere, StoreError."""
        with self._store.reading() as connection:
            return self._seen(connection, by, user_id)

    def named(self, login: str) -> Account:
        """The account with a login, for a command. Raises UnknownUserError, StoreError."""
        with self._store.reading() as connection:
            found = account_named(connection, plain_login(login), self._clock())
        if found is None:
            raise UnknownUserError(login)
        return found

    def add(
        self,
        by: Staff | None,
        login: str,
        name: str,
        roles: Mapping[str, Role],
        password: str | None = None,
    ) -> tuple[Account, str]:
        """Add a user; gives the account and its password, which is to be changed where it was made
        here.

        Raises LoginError, PasswordError for a `password` that is given, RoleError for a role that
        `by` may not give, StoreError.
        """
        login, name = plain_login(login), " ".join(name.split())
        if not _LOGIN.fullmatch(login):
            raise LoginError(f"not a login: {login!r}", "login_malformed")
        if not 0 < len(name) <= NAME_CHARS_MAX:
            raise LoginError(f"a name of 1 to {NAME_CHARS_MAX} characters", "name_malformed")
        for city in roles:
            may_give(by, city)
        if password is not None:
            self._passwords.check(password, login)
        given = password or _new_password()
        kept, user_id, now = self._passwords.hash(given), new_id(), self._clock()
        with self._store.writing() as connection:
            if account_named(connection, login, now):
                raise LoginError(f"the login is taken: {login!r}", "login_taken")
            connection.execute(
                insert(UserRow).values(
                    id=user_id,
                    login=login,
                    name=name,
                    password_hash=kept,
                    must_change=password is None,
                    failures=0,
                    created_at=now,
                )
            )
            for city, role in roles.items():
                _put_role(connection, user_id, city, role)
            account = self._seen(connection, None, user_id)
            after = {"login": login, "name": name, "roles": _plain(account.roles)}
            place = account.staff.only_city
            note(connection, by, "user.added", account.subject, place, after=after, at=now)
        return account, given

    def set_role(self, by: Staff | None, user_id: str, city: str, role: Role | None) -> Account:
        """Give a role in a city, `*` for all, in place of the one held there; None takes it away.

        It ends the sessions of its holder. Raises RoleError for a role that `by` may not give and
        for one's own last role of an administrator, UnknownUserError, StoreError.
        """
        may_give(by, city)
        with self._store.writing() as connection:
            before = self._seen(connection, by, user_id)
            held = before.roles.get(city)
            if held is role:
                return before
            _put_role(connection, user_id, city, role)
            account = self._seen(connection, None, user_id)
            if by is not None and by.id == user_id and not account.staff.has(Role.ADMIN):
                raise RoleError("one's own last role of an administrator", "role_own_last")
            end_all(connection, user_id)
            place = None if city == ALL_CITIES else city
            roles = [{"role": one.value if one else None, "city": city} for one in (held, role)]
            at = self._clock()
            note(connection, by, "user.role_set", before.subject, place, *roles, at=at)
        return account

    def disable(self, by: Staff | None, user_id: str) -> None:
        """Let nobody sign in with the account any more, and end its sessions; safe to repeat.

        Raises RoleError for one's own account, UnknownUserError, StoreError.
        """
        if by is not None and by.id == user_id:
            raise RoleError("one's own account", "disable_own")
        with self._changing(by, user_id) as (connection, account):
            if account.disabled_at is None:
                _set(connection, user_id, disabled_at=self._clock())
                self._note(connection, by, "user.disabled", account, is_disabled=True)

    def enable(self, by: Staff | None, user_id: str) -> None:
        """Let the account be used again; safe to repeat.

        Raises RoleError, UnknownUserError, StoreError.
        """
        with self._changing(by, user_id) as (connection, account):
            if account.disabled_at is not None:
                _set(connection, user_id, disabled_at=None)
                self._note(connection, by, "user.enabled", account, is_disabled=False)

    def reset_password(self, by: Staff | None, user_id: str, password: str | None = None) -> str:
        """Give an account a new password, which serves to choose an own one only; ends its sessions
        and a lock. With `password` it is that one and stays.

        Raises PasswordError, RoleError, also for one's own account, UnknownUserError, StoreError.
        """
        account = self.account(by, user_id)
        if password is not None:
            self._passwords.check(password, account.login)
        given = password or _new_password()
        kept = self._passwords.hash(given)
        with self._changing(by, user_id) as (connection, account):
            _set(connection, user_id, password_hash=kept, must_change=password is None)
            _set(connection, user_id, failures=0, locked_until=None)
            self._note(connection, by, "user.password_reset", account)
        return given

    def reset_second_factor(self, by: Staff | None, user_id: str) -> None:
        """Take the second factor away, as of a lost phone; ends the sessions.

        Raises RoleError, also for one's own account, UnknownUserError, StoreError.
        """
        with self._changing(by, user_id) as (connection, account):
            _set(connection, user_id, totp_secret=None, totp_step=None)
            drop_recovery_codes(connection, user_id)
            self._note(connection, by, "user.second_factor_reset", account)

    @contextmanager
    def _changing(self, by: Staff | None, user_id: str) -> Iterator[tuple[Connection, Account]]:
        """A transaction that changes an account as a whole; it ends the account's sessions."""
        with self._store.writing() as connection:
            account = self._seen(connection, by, user_id)
            if not holds_whole(by, account):
                raise RoleError("the user has a role elsewhere", "role_elsewhere")
            if by is not None and by.id == user_id:
                # There the password is asked for, and a code: an open session alone is no proof.
                raise RoleError("one's own account is changed on its own page", "account_own")
            yield connection, account
            end_all(connection, user_id)

    def _note(
        self,
        connection: Connection,
        by: Staff | None,
        action: str,
        account: Account,
        *,
        is_disabled: bool | None = None,
    ) -> None:
        before = None if is_disabled is None else {"is_disabled": not is_disabled}
        after = None if is_disabled is None else {"is_disabled": is_disabled}
        city, at = account.staff.only_city, self._clock()
        note(connection, by, action, account.subject, city, before, after, at=at)

    def _seen(self, connection: Connection, by: Staff | None, user_id: str) -> Account:
        found = account_of(connection, user_id, self._clock())
        if found is None:
            raise UnknownUserError
        if not sees(by, found):
            raise RoleError("the user has no role where one administers", "role_elsewhere")
        return found


def _set(connection: Connection, user_id: str, **values: object) -> None:
    connection.execute(update(UserRow).where(UserRow.id == user_id).values(**values))


def _put_role(connection: Connection, user_id: str, city: str, role: Role | None) -> None:
    here = (UserRoleRow.user_id == user_id, UserRoleRow.city == city)
    connection.execute(delete(UserRoleRow).where(*here))
    if role is not None:
        values = {"user_id": user_id, "city": city, "role": role.value}
        connection.execute(insert(UserRoleRow).values(**values))


def _new_password() -> str:
    letters = b32encode(secrets.token_bytes(_GIVEN_BYTES)).decode().lower()
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def _plain(roles: Mapping[str, Role]) -> dict[str, str]:
    return {city: role.value for city, role in roles.items()}
