"""Browsers in which staff are signed in; what a browser holds is a token that says nothing."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Connection, Row, delete, insert, or_, select, update

from knowledge.errors import StoreError
from service.accounts.roles import Role
from service.accounts.staff import Staff, roles_of
from service.staff_settings import StaffSettings
from service.store import SessionRow, Store, UserRow
from service.store.ids import hash_of

log = logging.getLogger("madoguchi.accounts")

_TOKEN_BYTES = 32
# A page is looked at often and the moment need not be exact: one write a minute is enough.
SEEN_EVERY = timedelta(minutes=1)


class Step(StrEnum):
    """What somebody who gave the right password has to do before anything else.

    CODE           give the code of the second factor
    PASSWORD       choose a password of one's own in place of the one that was given
    SECOND_FACTOR  set up a second factor, where one's role asks for it
    """

    CODE = "code"
    PASSWORD = "password"
    SECOND_FACTOR = "second_factor"


@dataclass(frozen=True, slots=True)
class Session:
    """A browser in which somebody is signed in.

    id    SHA-256 of its token, hex
    csrf  what each of its forms carries
    step  what is still to be done, None for nothing
    """

    id: str
    staff: Staff
    csrf: str
    step: Step | None
    started_at: datetime
    seen_at: datetime


class Sessions:
    """Begins, finds and ends sessions."""

    def __init__(
        self, store: Store, settings: StaffSettings, clock: Callable[[], datetime]
    ) -> None:
        self._store = store
        self._settings = settings
        self._clock = clock
        self._idle = timedelta(minutes=settings.staff_idle_minutes)
        self._longest = timedelta(hours=settings.staff_session_hours)

    def begin(self, connection: Connection, user_id: str, *, is_proven: bool) -> str:
        """A new session's token, for the cookie; it is kept as its hash alone."""
        token, now = secrets.token_urlsafe(_TOKEN_BYTES), self._clock()
        connection.execute(
            insert(SessionRow).values(
                token_hash=hash_of(token),
                user_id=user_id,
                csrf=secrets.token_urlsafe(_TOKEN_BYTES),
                is_proven=is_proven,
                created_at=now,
                last_seen_at=now,
                expires_at=now + self._longest,
            )
        )
        return token

    def find(self, token: str) -> Session | None:
        """The session of a token; None for one that is unknown, over or of a disabled user.

        Raises StoreError.
        """
        now = self._clock()
        with self._store.reading() as connection:
            row = connection.execute(
                _LOOK_UP.where(SessionRow.token_hash == hash_of(token))
            ).first()
            if row is None or now >= row.expires_at or now - row.last_seen_at >= self._idle:
                return None
            staff = Staff(row.user_id, row.login, row.name, roles_of(connection, row.user_id))
        if now - row.last_seen_at >= SEEN_EVERY:
            self._see(row.token_hash, now)
        return Session(row.token_hash, staff, row.csrf, self._step(row, staff), row.created_at, now)

    def renew(self, connection: Connection, session: Session) -> str:
        """The token of a session in place of `session`, proven: what was known before is void."""
        end(connection, session.staff.id, session.id)
        return self.begin(connection, session.staff.id, is_proven=True)

    def close(self, token: str) -> None:
        """End the session of a token; nothing for one that is unknown. Raises StoreError."""
        with self._store.writing() as connection:
            connection.execute(delete(SessionRow).where(SessionRow.token_hash == hash_of(token)))

    def of(self, session: Session) -> tuple[Session, ...]:
        """Every session of the one's user, the latest first. Raises StoreError."""
        query = (
            _LOOK_UP.where(SessionRow.user_id == session.staff.id)
            .where(SessionRow.expires_at > self._clock())
            .where(SessionRow.last_seen_at > self._clock() - self._idle)
            .order_by(SessionRow.last_seen_at.desc(), SessionRow.token_hash)
        )
        with self._store.reading() as connection:
            rows = connection.execute(query).all()
        staff = session.staff
        return tuple(
            Session(row.token_hash, staff, "", None, row.created_at, row.last_seen_at)
            for row in rows
        )

    def sweep(self) -> None:
        """Delete what is over; a fault is logged, the next sweep comes."""
        now = self._clock()
        is_over = or_(SessionRow.expires_at <= now, SessionRow.last_seen_at <= now - self._idle)
        try:
            with self._store.writing() as connection:
                connection.execute(delete(SessionRow).where(is_over))
        except StoreError as error:
            log.warning("sessions that are over were not deleted: %s", error)

    def _see(self, session_id: str, now: datetime) -> None:
        try:
            with self._store.writing() as connection:
                seen = update(SessionRow).where(SessionRow.token_hash == session_id)
                connection.execute(seen.values(last_seen_at=now))
        except StoreError as error:  # who may look must not be kept from it by a busy writer
            log.warning("a session was not marked as seen: %s", error)

    def _step(self, row: Row, staff: Staff) -> Step | None:  # type: ignore[type-arg]
        if not row.is_proven:
            return Step.CODE
        if row.must_change:
            return Step.PASSWORD
        required = self._settings.staff_totp_required
        if row.totp_secret is None and required != "none" and staff.has(Role(required)):
            return Step.SECOND_FACTOR
        return None


def is_open(connection: Connection, session: Session) -> bool:
    """Whether a session that was found is still there: it may have been ended meanwhile."""
    here = select(SessionRow.token_hash).where(SessionRow.token_hash == session.id)
    return connection.execute(here).first() is not None


def end(connection: Connection, user_id: str, session_id: str) -> bool:
    """End one session of a user. False, and nothing is done, where it is none of theirs."""
    ended = connection.execute(
        delete(SessionRow).where(SessionRow.user_id == user_id, SessionRow.token_hash == session_id)
    )
    return ended.rowcount == 1


def end_all(connection: Connection, user_id: str, but: str | None = None) -> None:
    """End every session of a user, but one where its id is given."""
    ending = delete(SessionRow).where(SessionRow.user_id == user_id)
    connection.execute(ending if but is None else ending.where(SessionRow.token_hash != but))


_LOOK_UP = (
    select(
        *(SessionRow.token_hash, SessionRow.user_id, SessionRow.csrf, SessionRow.is_proven),
        *(SessionRow.created_at, SessionRow.last_seen_at, SessionRow.expires_at),
        *(UserRow.login, UserRow.name, UserRow.must_change, UserRow.totp_secret),
    )
    .join(UserRow, UserRow.id == SessionRow.user_id)
    .where(UserRow.disabled_at.is_(None))
)
