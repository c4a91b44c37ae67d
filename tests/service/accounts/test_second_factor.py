"""The second factor when signing in: codes that serve once, recovery codes, who has to have one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pyotp
import pytest

from service.accounts import Accounts, Role, Staff, Step
from service.accounts.errors import SignInError
from service.settings import Settings
from service.store import Store
from tests.service.accounts.clock import Clock
from tests.service.accounts.hanako import code_step, session_of, with_second_factor
from tests.service.http.review.staff_client import CHEAP, PASSWORD, make_staff

Actions = Callable[[], list[tuple[str, str]]]


def test_with_a_second_factor_the_password_alone_opens_nothing(
    accounts: Accounts, hanako: Staff, clock: Clock
) -> None:
    secret = with_second_factor(accounts, clock)
    before = accounts.signing_in.with_password("hanako", PASSWORD)
    session = session_of(accounts, before)
    assert session.step is Step.CODE
    after = accounts.signing_in.with_code(session, pyotp.TOTP(secret).at(clock.now))
    assert session_of(accounts, after).step is None
    assert accounts.sessions.find(before) is None  # another token for another privilege


def test_a_code_serves_once(accounts: Accounts, hanako: Staff, clock: Clock) -> None:
    secret = with_second_factor(accounts, clock)
    code = pyotp.TOTP(secret).at(clock.now)
    accounts.signing_in.with_code(code_step(accounts), code)
    clock.move(seconds=10)
    with pytest.raises(SignInError):
        accounts.signing_in.with_code(code_step(accounts), code)
    clock.move(seconds=30)
    earlier = pyotp.TOTP(secret).at(clock.now, counter_offset=-1)
    later = pyotp.TOTP(secret).at(clock.now)
    accounts.signing_in.with_code(code_step(accounts), later)
    with pytest.raises(SignInError):  # nor one from before the last that was taken
        accounts.signing_in.with_code(code_step(accounts), earlier)


def test_a_clock_that_is_half_a_minute_off_is_taken_and_no_more(
    accounts: Accounts, hanako: Staff, clock: Clock
) -> None:
    authenticator = pyotp.TOTP(with_second_factor(accounts, clock))
    for steps in (-2, 2):
        far_off = authenticator.at(clock.now, counter_offset=steps)
        with pytest.raises(SignInError):
            accounts.signing_in.with_code(code_step(accounts), far_off)
    for steps in (-1, 1):
        off = authenticator.at(clock.now, counter_offset=steps)
        assert accounts.signing_in.with_code(code_step(accounts), off)


def test_wrong_codes_lock_too_though_the_password_holds(
    accounts: Accounts, hanako: Staff, clock: Clock, actions: Actions
) -> None:
    secret = with_second_factor(accounts, clock)
    for _ in range(5):
        session = code_step(accounts)
        with pytest.raises(SignInError):
            accounts.signing_in.with_code(session, "000000")
    assert [action for _, action in actions()][-2:] == ["sign_in.code_refused", "sign_in.locked"]
    with pytest.raises(SignInError):
        accounts.signing_in.with_code(session, pyotp.TOTP(secret).at(clock.now))
    clock.move(minutes=15)
    assert accounts.signing_in.with_code(code_step(accounts), pyotp.TOTP(secret).at(clock.now))


def test_a_recovery_code_serves_once_in_place_of_a_code(
    accounts: Accounts, hanako: Staff, clock: Clock, rows: Callable[[], list[Any]]
) -> None:
    session = code_step(accounts)
    secret = accounts.own.offer_second_factor(session)
    code = pyotp.TOTP(secret).at(clock.now)
    _, codes = accounts.own.confirm_second_factor(session, code)
    assert len(set(codes)) == 10
    typed = codes[3].upper().replace("-", " ")
    accounts.signing_in.with_code(code_step(accounts), typed)
    assert rows()[-1].after == {"by": "recovery_code"}
    with pytest.raises(SignInError):
        accounts.signing_in.with_code(code_step(accounts), codes[3])
    assert accounts.signing_in.with_code(code_step(accounts), codes[4])


def test_codes_are_taken_in_the_width_of_a_japanese_keyboard(
    accounts: Accounts, hanako: Staff, clock: Clock
) -> None:
    wide = {sign: sign + 0xFEE0 for sign in range(0x21, 0x7F)}
    session = code_step(accounts)
    secret = accounts.own.offer_second_factor(session)
    code = pyotp.TOTP(secret).at(clock.now)
    _, codes = accounts.own.confirm_second_factor(session, code.translate(wide))
    assert accounts.signing_in.with_code(code_step(accounts), codes[0].translate(wide))
    clock.move(minutes=5)
    code = pyotp.TOTP(secret).at(clock.now)
    assert accounts.signing_in.with_code(code_step(accounts), code.translate(wide))


@pytest.mark.parametrize(
    ("required", "role", "step"),
    [
        ("approver", Role.REVIEWER, None),
        ("approver", Role.APPROVER, Step.SECOND_FACTOR),
        ("approver", Role.ADMIN, Step.SECOND_FACTOR),
        ("viewer", Role.VIEWER, Step.SECOND_FACTOR),
        ("none", Role.ADMIN, None),
    ],
)
def test_who_may_change_much_has_to_set_up_a_second_factor(
    store: Store, clock: Clock, required: str, role: Role, step: Step | None
) -> None:
    settings = Settings(**CHEAP | {"staff_totp_required": required})
    accounts = Accounts.over(store, settings, clock)
    make_staff(accounts, "taro", {"oyama": role})
    token = accounts.signing_in.with_password("taro", PASSWORD)
    assert session_of(accounts, token).step is step
