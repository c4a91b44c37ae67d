"""A few wrong passwords or codes in a row; then an account takes none for a while."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, update

from service.accounts.audit import note
from service.accounts.second_factor import step_of, use_recovery_code
from service.accounts.staff import Staff, roles_of
from service.staff_settings import StaffSettings
from service.store import UserRow

WRONG_PASSWORD, WRONG_CODE = "sign_in.refused", "sign_in.code_refused"


class Tries:
    """Counts what was wrong, wherever it was given: a row of failures is of the account."""

    def __init__(self, settings: StaffSettings, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._failures = settings.staff_lock_failures
        self._lock = timedelta(minutes=settings.staff_lock_minutes)

    def are_over(self, user: Row[Any]) -> bool:
        """Whether the account takes none now."""
        return user.locked_until is not None and self._clock() < user.locked_until

    def may_serve(self, connection: Connection, user: Row[Any], holds: bool, action: str) -> bool:
        """Whether a try may serve; one that does not hold is counted and noted.

        action  WRONG_PASSWORD or WRONG_CODE. The transaction must be kept, whatever comes of it.
        """
        if self.are_over(user):
            return False
        if holds:
            return True
        now, subject = self._clock(), f"user:{user.id}"
        staff = Staff(user.id, user.login, user.name, roles_of(connection, user.id))
        failures, locked_until = user.failures + 1, None
        city = staff.only_city
        note(connection, staff, action, subject, city, after={"failures": failures}, at=now)
        if failures >= self._failures:
            locked_until, failures = now + self._lock, 0
            until = {"until": locked_until.isoformat()}
            note(connection, staff, "sign_in.locked", subject, city, after=until, at=now)
        values = {"failures": failures, "locked_until": locked_until}
        connection.execute(update(UserRow).where(UserRow.id == user.id).values(**values))
        return False

    def take_code(self, connection: Connection, user: Row[Any], code: str) -> str | None:
        """Let a code of a user's second factor serve, once; it ends the row of failures.

        Gives what it was, `code` or `recovery_code`; None for one that may not serve, which is
        counted as `may_serve` does.
        """
        step = step_of(user.totp_secret, code, self._clock(), user.totp_step)
        by_recovery = (
            step is None
            and not self.are_over(user)
            and use_recovery_code(connection, user.id, code)
        )
        if not self.may_serve(connection, user, step is not None or by_recovery, WRONG_CODE):
            return None
        values = {"failures": 0, "totp_step": step or user.totp_step}
        connection.execute(update(UserRow).where(UserRow.id == user.id).values(**values))
        return "recovery_code" if by_recovery else "code"
