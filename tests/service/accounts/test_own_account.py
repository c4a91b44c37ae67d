"""One's own account: password, second factor, sessions."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pyotp
import pytest

from service.accounts import Accounts, Session, Staff
from service.accounts.errors import CodeError, PasswordError, SessionOverError, SignInError
from tests.service.accounts.clock import Clock
from tests.service.http.review.staff_client import PASSWORD, make_staff

NEW = "four words make a password"


def signed_in(accounts: Accounts, password: str = PASSWORD, login: str = "hanako") -> Session:
    session = accounts.sessions.find(accounts.signing_in.with_password(login, password))
    assert session is not None
    return session


def test_a_new_password_ends_the_other_sessions_and_gives_another_token(
    accounts: Accounts, hanako: Staff, actions: Callable[[], list[tuple[str, str]]]
) -> None:
    other, session = signed_in(accounts), signed_in(accounts)
    token = accounts.own.change_password(session, PASSWORD, NEW)
    found = accounts.sessions.find(token)
    assert found is not None
    assert found.id not in (other.id, session.id)
    assert [one.id for one in accounts.sessions.of(found)] == [found.id]
    assert actions()[-1] == ("hanako", "account.password_changed")
    with pytest.raises(SignInError):
        accounts.signing_in.with_password("hanako", PASSWORD)
    assert signed_in(accounts, NEW)


@pytest.mark.parametrize(
    ("present", "new", "fault"),
    [
        ("wrong", NEW, "password_wrong"),
        (PASSWORD, "short", "password_short"),
        (PASSWORD, PASSWORD, "password_same"),
    ],
)
def test_a_password_that_does_not_hold_changes_nothing(
    accounts: Accounts, hanako: Staff, present: str, new: str, fault: str
) -> None:
    with pytest.raises(PasswordError) as refused:
        accounts.own.change_password(signed_in(accounts), present, new)
    assert refused.value.fault == fault
    assert signed_in(accounts)


def test_a_second_factor_is_asked_for_only_once_it_is_confirmed(
    accounts: Accounts, hanako: Staff, clock: Clock
) -> None:
    session = signed_in(accounts)
    secret = accounts.own.offer_second_factor(session)
    assert accounts.own.offer_second_factor(session) == secret
    assert accounts.own.offer_second_factor(signed_in(accounts)) != secret
    with pytest.raises(CodeError):
        accounts.own.confirm_second_factor(session, "000000")
    assert not accounts.own.has_second_factor(session)
    code = pyotp.TOTP(secret).at(clock.now)
    token, codes = accounts.own.confirm_second_factor(session, code)
    assert accounts.sessions.find(token)
    assert accounts.own.has_second_factor(session)
    assert all(len(one) == 19 for one in codes)


def test_new_recovery_codes_void_the_old_ones(
    accounts: Accounts, hanako: Staff, clock: Clock
) -> None:
    session = signed_in(accounts)
    secret = accounts.own.offer_second_factor(session)
    token, old = accounts.own.confirm_second_factor(session, pyotp.TOTP(secret).at(clock.now))
    session = accounts.sessions.find(token) or session
    with pytest.raises(CodeError):
        accounts.own.renew_codes(session, pyotp.TOTP(secret).at(clock.now))  # it has served
    clock.move(minutes=1)
    new = accounts.own.renew_codes(session, pyotp.TOTP(secret).at(clock.now))
    assert not set(old) & set(new)
    with pytest.raises(CodeError):
        accounts.own.renew_codes(session, old[0])


def test_turning_it_off_takes_password_and_code(
    accounts: Accounts, hanako: Staff, clock: Clock
) -> None:
    session = signed_in(accounts)
    secret = accounts.own.offer_second_factor(session)
    token, codes = accounts.own.confirm_second_factor(session, pyotp.TOTP(secret).at(clock.now))
    session = accounts.sessions.find(token) or session
    with pytest.raises(PasswordError):
        accounts.own.drop_second_factor(session, "wrong", codes[0])
    with pytest.raises(CodeError):
        accounts.own.drop_second_factor(session, PASSWORD, "000000")
    accounts.own.drop_second_factor(session, PASSWORD, codes[0])
    assert signed_in(accounts).step is None
    with pytest.raises(CodeError):
        accounts.own.renew_codes(signed_in(accounts), codes[1])


def test_one_ends_ones_own_sessions_and_nobody_elses(
    accounts: Accounts, hanako: Staff, actions: Callable[[], list[tuple[str, str]]]
) -> None:
    make_staff(accounts, "taro", {})
    theirs = signed_in(accounts, login="taro")
    session, other = signed_in(accounts), signed_in(accounts)
    accounts.own.end_session(session, other.id)
    assert actions()[-1] == ("hanako", "account.session_ended")
    noted = len(actions())
    accounts.own.end_session(session, theirs.id)
    accounts.own.end_session(session, "no such session")
    assert len(actions()) == noted  # nothing was ended, nothing is told
    assert [one.id for one in accounts.sessions.of(session)] == [session.id]
    assert [one.id for one in accounts.sessions.of(theirs)] == [theirs.id]


def test_wrong_passwords_and_codes_count_as_they_do_at_signing_in(
    accounts: Accounts, hanako: Staff, clock: Clock, actions: Callable[[], list[tuple[str, str]]]
) -> None:
    """Else whoever comes upon an open session could guess for as long as it lasts."""
    session = signed_in(accounts)
    secret = accounts.own.offer_second_factor(session)
    code = pyotp.TOTP(secret).at(clock.now)
    token, codes = accounts.own.confirm_second_factor(session, code)
    session = accounts.sessions.find(token) or session
    own = accounts.own
    for fault, guess in (
        (PasswordError, lambda: own.change_password(session, "wrong", NEW)),
        (PasswordError, lambda: own.drop_second_factor(session, "wrong", codes[0])),
        (CodeError, lambda: own.drop_second_factor(session, PASSWORD, "000000")),
        (CodeError, lambda: own.renew_codes(session, "000000")),
        (CodeError, lambda: own.renew_codes(session, code)),  # it has served
    ):
        with pytest.raises(fault):
            guess()
    assert [action for _, action in actions()][-6:] == [
        *("sign_in.refused", "sign_in.refused"),
        *("sign_in.code_refused", "sign_in.code_refused", "sign_in.code_refused"),
        "sign_in.locked",
    ]
    for right in (
        lambda: own.change_password(session, PASSWORD, NEW),
        lambda: own.drop_second_factor(session, PASSWORD, codes[0]),
        lambda: own.renew_codes(session, codes[0]),
    ):
        with pytest.raises((PasswordError, CodeError)) as refused:
            right()
        assert refused.value.fault == "tries_over"
    with pytest.raises(SignInError):
        signed_in(accounts)
    clock.move(minutes=15)
    assert own.renew_codes(session, codes[0])  # which nobody has used up


def test_a_right_password_ends_the_row_of_failures_without_a_second_factor(
    accounts: Accounts, hanako: Staff
) -> None:
    session, words = signed_in(accounts), (PASSWORD, NEW, PASSWORD)
    for present, new in pairwise(words):
        for _ in range(4):
            with pytest.raises(PasswordError):
                accounts.own.change_password(session, "wrong", new)
        token = accounts.own.change_password(session, present, new)
        session = accounts.sessions.find(token) or session


def test_what_holds_ends_the_row_of_failures(
    accounts: Accounts, hanako: Staff, clock: Clock
) -> None:
    session = signed_in(accounts)
    secret = accounts.own.offer_second_factor(session)
    token, codes = accounts.own.confirm_second_factor(session, pyotp.TOTP(secret).at(clock.now))
    session = accounts.sessions.find(token) or session
    for _ in range(3):
        for _ in range(4):
            with pytest.raises(PasswordError):
                accounts.own.drop_second_factor(session, "wrong", codes[0])
        codes = accounts.own.renew_codes(session, codes[0])


def test_a_session_that_was_ended_meanwhile_changes_nothing_any_more(
    accounts: Accounts, hanako: Staff, clock: Clock
) -> None:
    """A request may be under way while somebody else ends the session, as by a new password."""
    session = signed_in(accounts)
    secret = accounts.own.offer_second_factor(session)
    token, codes = accounts.own.confirm_second_factor(session, pyotp.TOTP(secret).at(clock.now))
    session, other = accounts.sessions.find(token) or session, session
    half = signed_in(accounts)
    accounts.administration.reset_password(None, hanako.id, PASSWORD)
    own = accounts.own
    for work in (
        lambda: own.change_password(session, PASSWORD, NEW),
        lambda: own.offer_second_factor(session),
        lambda: own.confirm_second_factor(session, "000000"),
        lambda: own.renew_codes(session, codes[0]),
        lambda: own.drop_second_factor(session, PASSWORD, codes[0]),
        lambda: own.end_session(session, other.id),
    ):
        with pytest.raises(SessionOverError):
            work()
    with pytest.raises(SignInError):
        accounts.signing_in.with_code(half, codes[0])
    assert accounts.signing_in.with_code(signed_in(accounts), codes[0])
