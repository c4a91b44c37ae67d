"""What members of staff do with their own accounts: password, second factor, open sessions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, select, update

from service.accounts.audit import note
from service.accounts.errors import CodeError, PasswordError, SessionOverError
from service.accounts.passwords import Passwords
from service.accounts.second_factor import (
    drop_recovery_codes,
    new_secret,
    renew_recovery_codes,
    step_of,
)
from service.accounts.sessions import Session, Sessions, end, end_all, is_open
from service.accounts.tries import WRONG_PASSWORD, Tries
from service.store import SessionRow, Store, UserRow


class OwnAccount:
    """Changes the account of a session's user; what raises a privilege gives a new token.

    A wrong password or code counts here as it does at signing in: else whoever comes upon an open
    session could guess both. Every method raises SessionOverError for a session that was ended
    meanwhile, and StoreError.
    """

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

    def has_second_factor(self, session: Session) -> bool:
        """Whether codes are asked for."""
        query = select(UserRow.totp_secret).where(UserRow.id == session.staff.id)
        with self._store.reading() as connection:
            return connection.scalar(query) is not None

    def change_password(self, session: Session, present: str, new: str) -> str:
        """Change the password, end the other sessions; gives the token of a session anew.

        Raises PasswordError for a wrong present password or a new one that is too weak or the
        same.
        """
        self._passwords.check(new, session.staff.login)
        kept, holds = self._looked_at(session, present)
        is_same = self._passwords.holds(new, kept)
        made, token = self._passwords.hash(new), ""
        with self._store.writing() as connection:
            user = self._user(connection, session)
            fault = self._password_fault(connection, user, holds and user.password_hash == kept)
            if fault is None and is_same:
                raise PasswordError("the new password is the present one", "password_same")
            if fault is None:
                # As at signing in: with a second factor only its code ends the row of failures.
                failures = user.failures if user.totp_secret else 0
                values = {"password_hash": made, "must_change": False, "failures": failures}
                self._set(connection, session, **values)
                self._note(connection, session, "account.password_changed")
                token = self._anew(connection, session)
        if fault is not None:
            raise fault
        return token

    def offer_second_factor(self, session: Session) -> str:
        """The secret that this session is shown until it confirms it; base32."""
        here = SessionRow.token_hash == session.id
        with self._store.writing() as connection:
            self._user(connection, session)
            held = connection.execute(select(SessionRow.totp_offer).where(here)).scalar()
            offered = held or new_secret()
            connection.execute(update(SessionRow).where(here).values(totp_offer=offered))
        return str(offered)

    def confirm_second_factor(self, session: Session, code: str) -> tuple[str, tuple[str, ...]]:
        """Ask for codes from now on; gives the token of a session anew, and the recovery codes.

        Raises CodeError where the code is not of the secret that was offered.
        """
        with self._store.writing() as connection:
            self._user(connection, session)
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
        """New recovery codes in place of the old ones. Raises CodeError."""
        codes: tuple[str, ...] = ()
        with self._store.writing() as connection:
            fault = self._code_fault(connection, self._user(connection, session), code)
            if fault is None:
                codes = renew_recovery_codes(connection, session.staff.id)
                self._note(connection, session, "account.recovery_codes_renewed")
        if fault is not None:
            raise fault
        return codes

    def drop_second_factor(self, session: Session, password: str, code: str) -> str:
        """Ask for no codes any more; gives the token of a session anew.

        Raises PasswordError, CodeError.
        """
        kept, holds = self._looked_at(session, password)
        token = ""
        with self._store.writing() as connection:
            user = self._user(connection, session)
            holds = holds and user.password_hash == kept
            fault = self._password_fault(connection, user, holds) or self._code_fault(
                connection, user, code
            )
            if fault is None:
                self._set(connection, session, totp_secret=None, totp_step=None)
                drop_recovery_codes(connection, session.staff.id)
                self._note(connection, session, "account.second_factor_dropped")
                token = self._anew(connection, session)
        if fault is not None:
            raise fault
        return token

    def end_session(self, session: Session, other_id: str) -> None:
        """End another session of the same user; nothing for an id that is no such."""
        with self._store.writing() as connection:
            self._user(connection, session)
            if end(connection, session.staff.id, other_id):
                self._note(connection, session, "account.session_ended")

    def _looked_at(self, session: Session, password: str) -> tuple[str, bool]:
        """The hash that is kept, and whether `password` is its; it takes too long for a writer."""
        with self._store.reading() as connection:
            kept: str = self._user(connection, session).password_hash
        return kept, self._passwords.holds(password, kept)

    # A fault is raised once the transaction is over: with it the failure would not be kept.

    def _password_fault(
        self, connection: Connection, user: Row[Any], holds: bool
    ) -> PasswordError | None:
        if self._tries.are_over(user):
            return PasswordError("no password is taken for a while", "tries_over")
        if self._tries.may_serve(connection, user, holds, WRONG_PASSWORD):
            return None
        return PasswordError("the present password is wrong", "password_wrong")

    def _code_fault(self, connection: Connection, user: Row[Any], code: str) -> CodeError | None:
        if self._tries.are_over(user):
            return CodeError("no code is taken for a while", "tries_over")
        if user.totp_secret and self._tries.take_code(connection, user, code):
            return None
        return CodeError()

    def _anew(self, connection: Connection, session: Session) -> str:
        end_all(connection, session.staff.id)
        return self._sessions.begin(connection, session.staff.id, is_proven=True)

    @staticmethod
    def _user(connection: Connection, session: Session) -> Row[Any]:
        query = select(UserRow.__table__).where(UserRow.id == session.staff.id)
        row = connection.execute(query).first()
        if row is None or not is_open(connection, session):
            raise SessionOverError
        return row

    def _set(self, connection: Connection, session: Session, **values: object) -> None:
        connection.execute(update(UserRow).where(UserRow.id == session.staff.id).values(**values))

    def _note(self, connection: Connection, session: Session, action: str) -> None:
        staff = session.staff
        at = self._clock()
        note(connection, staff, action, f"user:{staff.id}", staff.only_city, at=at)
