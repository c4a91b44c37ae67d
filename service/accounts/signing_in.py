"""Signing in: a password, then a code where a second factor is set up; a few tries in a row."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select, update

from service.accounts.audit import note
from service.accounts.errors import SignInError
from service.accounts.passwords import Passwords
from service.accounts.sessions import Session, Sessions, end, is_open
from service.accounts.staff import Staff, roles_of
from service.accounts.tries import WRONG_PASSWORD, Tries
from service.store import Store, UserRow

NOBODY = "user:unknown"


class SigningIn:
    """Lets staff in. A fault tells only that it did not hold; the log of changes tells more."""

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime],
        passwords: Passwords,
        sessions: Sessions,
        tries: Tries,
    ) -> None:
        self._store = store
        self._clock = clock
        self._passwords = passwords
        self._sessions = sessions
        self._tries = tries

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
            user = _usable_row(connection, usable.id) if usable else None
            token = None
            if usable is None or user is None:
                note(connection, None, WRONG_PASSWORD, NOBODY, at=self._clock())
            else:
                # A password that was changed meanwhile is not the one that was looked at.
                holds = holds and user.password_hash == usable.password_hash
                if self._tries.may_serve(connection, user, holds, WRONG_PASSWORD):
                    token = self._begin(connection, user, password)
        if token is None:
            raise SignInError
        return token

    def with_code(self, session: Session, code: str) -> str:
        """The token of a session that takes the place of one whose password held.

        code  of the authenticator, or a recovery code. Raises SignInError, also where the session
              was ended meanwhile, and StoreError.
        """
        with self._store.writing() as connection:
            user = _usable_row(connection, session.staff.id)
            token = way = None
            if user and user.totp_secret and is_open(connection, session):
                way = self._tries.take_code(connection, user, code)
            if way:
                token = self._sessions.renew(connection, session)
                self._note(connection, session.staff, way)
            else:
                after = _usable_row(connection, session.staff.id)
                if after and self._tries.are_over(after):  # the password is asked for, too
                    end(connection, session.staff.id, session.id)
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
            staff = Staff(user.id, user.login, user.name, roles_of(connection, user.id))
            self._note(connection, staff, "password")
        return self._sessions.begin(connection, user.id, is_proven=is_proven)

    def _note(self, connection: Connection, staff: Staff, way: str) -> None:
        subject, city, after = f"user:{staff.id}", staff.only_city, {"by": way}
        note(connection, staff, "sign_in.done", subject, city, after=after, at=self._clock())


def plain_login(login: str) -> str:
    """A login as it is kept: in narrow lower case letters."""
    return unicodedata.normalize("NFKC", login).strip().lower()


_USER = select(UserRow.__table__)


def _usable_row(connection: Connection, user_id: str) -> Row[Any] | None:
    """The user as they are now, None for one who is disabled."""
    query = _USER.where(UserRow.id == user_id, UserRow.disabled_at.is_(None))
    return connection.execute(query).first()


def _change(connection: Connection, user_id: str, **values: object) -> None:
    connection.execute(update(UserRow).where(UserRow.id == user_id).values(**values))
