"""Which passwords are taken, and how they are kept."""

from __future__ import annotations

import pytest

from service.accounts.errors import PasswordError
from service.accounts.passwords import CHARS_MAX, Passwords, common_passwords
from service.settings import Settings
from tests.service.http.review.staff_client import CHEAP, PASSWORD


@pytest.fixture
def passwords(staff_settings: Settings) -> Passwords:
    return Passwords(staff_settings)


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("elevenchars", "password_short"),
        ("x" * (CHARS_MAX + 1), "password_long"),
        ("hanakohanako", "password_login"),
        ("HanakoHanakoHanako", "password_login"),
        ("Password1234", "password_common"),
        ("ｐａｓｓｗｏｒｄ１２３４", "password_common"),
    ],
)
def test_a_weak_password_is_refused(passwords: Passwords, password: str, fault: str) -> None:
    with pytest.raises(PasswordError) as refused:
        passwords.check(password, "hanako")
    assert refused.value.fault == fault
    assert password not in str(refused.value)


@pytest.mark.parametrize("password", [PASSWORD, "ひらがなだけでも十二文字ある", "hanako likes tea"])
def test_a_long_password_needs_no_kinds_of_characters(passwords: Passwords, password: str) -> None:
    passwords.check(password, "hanako")


def test_the_list_of_common_passwords_is_in_the_form_that_is_compared() -> None:
    assert all(one == one.casefold() and len(one) >= 8 for one in common_passwords())
    assert len(common_passwords()) > 200


def test_a_hash_holds_for_its_password_alone(passwords: Passwords) -> None:
    kept = passwords.hash(PASSWORD)
    assert kept.startswith("$argon2id$")
    assert kept != passwords.hash(PASSWORD)
    assert passwords.holds(PASSWORD, kept)
    assert passwords.holds(PASSWORD.translate({ord("c"): "ｃ"}), kept)
    assert not passwords.holds(PASSWORD + " ", kept)
    assert not passwords.holds(PASSWORD, None)
    assert not passwords.holds("nobody has this password", None)
    assert not passwords.holds(PASSWORD, "no hash at all")


def test_other_costs_make_a_hash_outdated(passwords: Passwords) -> None:
    kept = passwords.hash(PASSWORD)
    assert not passwords.is_outdated(kept)
    dearer = Passwords(Settings(**CHEAP | {"staff_argon2_passes": 2}))
    assert dearer.is_outdated(kept)
    assert dearer.holds(PASSWORD, kept)


def test_the_usual_costs_are_those_of_owasp() -> None:
    usual = Settings()
    assert usual.staff_argon2_memory_kib >= 19 * 1024
    assert usual.staff_argon2_passes >= 2
