"""What members of staff do with their own accounts: password, second factor, open sessions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select, update

from service.accounts.audit import note
from service.accounts.errors import CodeError, PasswordError, UnknownUserError
from service.accounts.passwords import Passwords
from service.accounts.second_factor import (
    drop_recovery_codes,
    new_secret,
    renew_recovery_codes,
    step_of,
    use_recovery_code,
)
from service.accounts.sessions import Session, Sessions, end, end_all
from service.store import SessionRow, Store, UserRow


class OwnAccount:
    """Changes the account of a session's user; what raises a privilege gives a new token."""

    def __init__(
        self,
        store: Store,
        clock: Callable[[], datetime],
        passwords: Passwords,
        sessions: Sessions,
    ) -> None:
        self._store = store
        self._clock = clock
        self._passwords = passwords
        self._sessions = sessions

    def has_second_factor(self, session: Session) -> bool:
        """Whether codes are asked for. Raises StoreError."""
        with self._store.reading() as connection:
            return self._user(connection, session).totp_secret is not None

    def change_password(self, session: Session, present: str, new: str) -> str:
        """Change the password, end the other sessions; gives the token of a session anew.

        Raises PasswordError for a wrong present password or a new one that is too weak or the
        same, StoreError.
        """
        with self._store.reading() as connection:
            kept = self._user(connection, session).password_hash
        if not self._passwords.holds(present, kept):
            raise PasswordError("the present password is wrong", "password_wrong")
        self._passwords.check(new, session.staff.login)
        if self._passwords.holds(new, kept):
            raise PasswordError("the new password is the present one", "password_same")
        made = self._passwords.hash(new)
        with self._store.writing() as connection:
            if self._user(connection, session, to_change=True).password_hash != kept:
                raise PasswordError("the password was changed meanwhile", "password_wrong")
            self._set(connection, session, password_hash=made, must_change=False)
            self._note(connection, session, "account.password_changed")
            return self._anew(connection, session)

    def offer_second_factor(self, session: Session) -> str:
        """The secret that this session is shown until it confirms it; base32. Raises StoreError."""
        here = SessionRow.token_hash == session.id
        with self._store.writing() as connection:
            held = connection.execute(select(SessionRow.totp_offer).where(here)).scalar()
            offered = held or new_secret()
            connection.execute(update(SessionRow).where(here).values(totp_offer=offered))
        return str(offered)

    def confirm_second_factor(self, session: Session, code: str) -> tuple[str, tuple[str, ...]]:
        """Ask for codes from now on; gives the token of a session anew, and the recovery codes.

        Raises CodeError where the code is not of the secret that was offered, StoreError.
        """
        with self._store.writing() as connection:
            self._user(connection, session, to_change=True)
            here = SessionRow.token_hash == session.id
            offered = connection.execute(select(SessionRow.totp_offer).where(here)).scalar()
            step = step_of(offered, code, self._clock(), None) if offered else None
            if step is None:
                raise CodeError
            self._set(connection, session, totp_secret=offered, totp_step=step)
            codes = renew_recovery_codes(connection, session.staff.id)
            self._note(connection, session, "account.second_factor_set")
            return self._anew(connection, session), codes

    def renew_codes(self, session: Session, code: str) -> tuple[str, ...]:
        """New recovery codes in place of the old ones. Raises CodeError, StoreError."""
        with self._store.writing() as connection:
            self._take(connection, session, code)
            codes = renew_recovery_codes(connection, session.staff.id)
            self._note(connection, session, "account.recovery_codes_renewed")
        return codes

    def drop_second_factor(self, session: Session, password: str, code: str) -> str:
        """Ask for no codes any more; gives the token of a session anew.

        Raises PasswordError, CodeError, StoreError.
        """
        with self._store.reading() as connection:
            kept = self._user(connection, session).password_hash
        if not self._passwords.holds(password, kept):
            raise PasswordError("the present password is wrong", "password_wrong")
        with self._store.writing() as connection:
            self._take(connection, session, code)
            self._set(connection, session, totp_secret=None, totp_step=None)
            drop_recovery_codes(connection, session.staff.id)
            self._note(connection, session, "account.second_factor_dropped")
            return self._anew(connection, session)

    def end_session(self, session: Session, other_id: str) -> None:
        """End another session of the same user; nothing for an id that is no such. StoreError."""
        with self._store.writing() as connection:
            end(connection, session.staff.id, other_id)
            self._note(connection, session, "account.session_ended")

    def _take(self, connection: Connection, session: Session, code: str) -> None:
        """Let a code serve, once. Raises CodeError."""
        user = self._user(connection, session, to_change=True)
        if user.totp_secret is None:
            raise CodeError
        step = step_of(user.totp_secret, code, self._clock(), user.totp_step)
        if step is None and not use_recovery_code(connection, user.id, code):
            raise CodeError
        self._set(connection, session, totp_step=step or user.totp_step)

    def _anew(self, connection: Connection, session: Session) -> str:
        end_all(connection, session.staff.id)
        return self._sessions.begin(connection, session.staff.id, is_proven=True)

    def _user(
        self, connection: Connection, session: Session, *, to_change: bool = False
    ) -> Row[Any]:
        query = select(UserRow.__table__).where(UserRow.id == session.staff.id)
        row = connection.execute(query.with_for_update() if to_change else query).first()
        if row is None:
            raise UnknownUserError
        return row

    def _set(self, connection: Connection, session: Session, **values: object) -> None:
        connection.execute(update(UserRow).where(UserRow.id == session.staff.id).values(**values))

    def _note(self, connection: Connection, session: Session, action: str) -> None:
        staff = session.staff
        at = self._clock()
        note(connection, staff, action, f"user:{staff.id}", staff.only_city, at=at)
