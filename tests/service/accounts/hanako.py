"""What tests of the second factor need again and again."""

from __future__ import annotations

import pyotp

from service.accounts import Accounts, Session
from tests.service.accounts.clock import Clock
from tests.service.http.review.staff_client import PASSWORD


def session_of(accounts: Accounts, token: str) -> Session:
    session = accounts.sessions.find(token)
    assert session is not None
    return session


def with_second_factor(accounts: Accounts, clock: Clock) -> str:
    """The secret of hanako's second factor, set up a while ago."""
    session = session_of(accounts, accounts.signing_in.with_password("hanako", PASSWORD))
    secret = accounts.own.offer_second_factor(session)
    accounts.own.confirm_second_factor(session, pyotp.TOTP(secret).at(clock.now))
    clock.move(minutes=5)
    return secret


def code_step(accounts: Accounts) -> Session:
    return session_of(accounts, accounts.signing_in.with_password("hanako", PASSWORD))
