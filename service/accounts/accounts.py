"""Everything about the accounts of staff, over one store and one clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from service.accounts.administration import Administration
from service.accounts.audit_log import AuditLog
from service.accounts.own_account import OwnAccount
from service.accounts.passwords import Passwords
from service.accounts.sessions import Sessions
from service.accounts.signing_in import SigningIn
from service.accounts.tries import Tries
from service.staff_settings import StaffSettings
from service.store import Store
from service.wall_clock import now


@dataclass(frozen=True, slots=True)
class Accounts:
    """Who may work here, who is signed in, and who changed what."""

    sessions: Sessions
    signing_in: SigningIn
    own: OwnAccount
    administration: Administration
    audit_log: AuditLog

    @classmethod
    def over(
        cls, store: Store, settings: StaffSettings, clock: Callable[[], datetime] = now
    ) -> Accounts:
        """The accounts that a store keeps. `clock` gives moments with a time zone."""
        passwords = Passwords(settings)
        sessions, tries = Sessions(store, settings, clock), Tries(settings, clock)
        return cls(
            sessions=sessions,
            signing_in=SigningIn(store, clock, passwords, sessions, tries),
            own=OwnAccount(store, clock, passwords, sessions, tries),
            administration=Administration(store, clock, passwords),
            audit_log=AuditLog(store),
        )
