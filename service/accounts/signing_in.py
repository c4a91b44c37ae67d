"""Signing in: a password, then a code where a second factor is set up; a few tries in a row."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, select, update

from service.accounts.audit import note
from service.accounts.errors import SignInError
from service.accounts.passwords import Passwords
from service.accounts.second_factor import step_of, use_recovery_code
from service.accounts.sessions import Session, Sessions, end
from service.accounts.staff import Staff, roles_of
from service.staff_settings import StaffSettings
from service.store import Store, UserRow

NOBODY = "user:unknown"


class SigningIn:
    """Lets staff in. A fault tells only that it did not hold; the log of changes tells more."""

    def __init__(
        self,
        store: Store,
        settings: StaffSettings,
        clock: Callable[[], datetime],
        passwords: Passwords,
        sessions: Sessions,
    ) -> None:
        self._store = store
        self._clock = clock
        self._passwords = passwords
        self._sessions = sessions
        self._failures = settings.staff_lock_failures
        self._lock = timedelta(minutes=settings.staff_lock_minutes)

    def with_password(self, login: str, password: str) -> str:
        """The token of a new session. Raises SignInError, StoreError.

        The password is looked at even where nobody has the login, so that time tells nothing; and
        outside of the transaction, for it takes time. What counts is decided within: of any number
        of tries that come at once, those after the last that is allowed fail.
        """
        with self._store.reading() as connection:
            row = connection.execute(_USER.where(UserRow.login == plain_login(login))).first()
        usable = row if row is not None and row.disabled_at is None else None
        holds = self._passwords.holds(password, usable.password_hash if usable else None)
        with self._store.writing() as connection:
            user = _locked_row(connection, usable.id) if usable else None
            token = None
            if user is None:
                note(connection, None, "sign_in.refused", NOBODY, at=self._clock())
            # A password that was changed meanwhile is not the one that was looked at.
            elif self._counts(connection, user, holds, usable, "sign_in.refused"):
                token = self._begin(connection, user, password)
        if token is None:
            raise SignInError
        return token

    def with_code(self, session: Session, code: str) -> str:
        """The token of a session that takes the place of one whose password held.

        code  of the authenticator, or a recovery code. Raises SignInError, StoreError.
        """
        now = self._clock()
        with self._store.writing() as connection:
            user = _locked_row(connection, session.staff.id)
            token = None
            if user is not None and user.totp_secret is not None:
                step = step_of(user.totp_secret, code, now, user.totp_step)
                is_open = step is None and not self._is_locked(user)
                by_recovery = is_open and use_recovery_code(connection, user.id, code)
                holds = step is not None or by_recovery
                if self._counts(connection, user, holds, user, "sign_in.code_refused"):
                    _change(connection, user.id, failures=0, totp_step=step or user.totp_step)
                    token = self._sessions.renew(connection, session)
                    way = {"by": "recovery_code" if by_recovery else "code"}
                    subject = f"user:{user.id}"
                    city = session.staff.only_city
                    note(
                        connection, session.staff, "sign_in.done", subject, city, after=way, at=now
                    )
            if token is None and self._is_locked(_locked_row(connection, session.staff.id)):
                end(connection, session.staff.id, session.id)  # the password is asked for, too
        if token is None:
            raise SignInError
        return token

    def _begin(self, connection: Connection, user: Row[Any], password: str) -> str:
        if self._passwords.is_outdated(user.password_hash):
            _change(connection, user.id, password_hash=self._passwords.hash(password))
        is_proven = user.totp_secret is None
        if is_proven:
            # With a second factor the row of failures ends only when its code holds, too: else who
            # has the password could guess codes for ever.
            _change(connection, user.id, failures=0, locked_until=None)
            staff = _staff(connection, user)
            way, subject = {"by": "password"}, f"user:{user.id}"
            city = staff.only_city
            note(connection, staff, "sign_in.done", subject, city, after=way, at=self._clock())
        return self._sessions.begin(connection, user.id, is_proven=is_proven)

    def _counts(
        self, connection: Connection, user: Row[Any], holds: bool, seen: Any, action: str
    ) -> bool:
        """Whether a try may serve; one that may not is counted and noted."""
        if self._is_locked(user):
            return False
        if holds and user.password_hash == seen.password_hash:
            return True
        now, subject, staff = self._clock(), f"user:{user.id}", _staff(connection, user)
        failures = user.failures + 1
        city = staff.only_city
        note(connection, staff, action, subject, city, after={"failures": failures}, at=now)
        locked_until = None
        if failures >= self._failures:
            locked_until, failures = now + self._lock, 0
            until = {"until": locked_until.isoformat()}
            note(connection, staff, "sign_in.locked", subject, city, after=until, at=now)
        _change(connection, user.id, failures=failures, locked_until=locked_until)
        return False

    def _is_locked(self, user: Row[Any] | None) -> bool:
        until = user.locked_until if user is not None else None
        return until is not None and self._clock() < until


def plain_login(login: str) -> str:
    """A login as it is kept: in narrow lower case letters."""
    return unicodedata.normalize("NFKC", login).strip().lower()


_USER = select(UserRow.__table__)


def _locked_row(connection: Connection, user_id: str) -> Row[Any] | None:
    """The user as they are now, who stays so until the transaction ends."""
    query = _USER.where(UserRow.id == user_id, UserRow.disabled_at.is_(None))
    return connection.execute(query.with_for_update()).first()


def _staff(connection: Connection, user: Row[Any]) -> Staff:
    return Staff(user.id, user.login, user.name, roles_of(connection, user.id))


def _change(connection: Connection, user_id: str, **values: object) -> None:
    connection.execute(update(UserRow).where(UserRow.id == user_id).values(**values))
