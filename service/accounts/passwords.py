"""Passwords of staff: which are good enough, and how they are kept."""

from __future__ import annotations

import unicodedata
from functools import cache, cached_property
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from service.accounts.errors import PasswordError
from service.staff_settings import StaffSettings

COMMON_FILE = Path(__file__).with_name("common_passwords.txt")
# Far beyond what anybody types; nobody shall let us hash a novel.
CHARS_MAX = 200
_LANES = 1  # a sign-in takes one core, residents' questions keep the others


class Passwords:
    """Hashes and checks passwords by Argon2id, at the costs of the settings."""

    def __init__(self, settings: StaffSettings) -> None:
        self._chars_min = settings.staff_password_chars_min
        self._hasher = PasswordHasher(
            time_cost=settings.staff_argon2_passes,
            memory_cost=settings.staff_argon2_memory_kib,
            parallelism=_LANES,
        )

    def hash(self, password: str) -> str:
        """The password in Argon2's own notation, with salt and costs."""
        return self._hasher.hash(_normal(password))

    def holds(self, password: str, kept: str | None) -> bool:
        """Whether `password` is the one that is kept; None, for nobody, takes as long to refuse."""
        against = self._nobody if kept is None else kept
        try:
            self._hasher.verify(against, _normal(password[: 2 * CHARS_MAX]))
        except (VerificationError, InvalidHashError):
            return False
        return kept is not None

    def is_outdated(self, kept: str) -> bool:
        """Whether a hash was made at other costs than today's."""
        return self._hasher.check_needs_rehash(kept)

    def check(self, password: str, login: str) -> None:
        """Raise PasswordError where a new password is short, long, common or the login.

        No rules on kinds of characters: they make passwords that are alike.
        """
        normal = _normal(password)
        if len(normal) < self._chars_min:
            raise PasswordError(f"fewer than {self._chars_min} characters", "password_short")
        if len(normal) > CHARS_MAX:
            raise PasswordError(f"more than {CHARS_MAX} characters", "password_long")
        plain = normal.casefold()
        # A short login fills a long password by being said again and again.
        if plain == login * max(1, len(plain) // max(1, len(login))):
            raise PasswordError("the password is the login", "password_login")
        if plain in common_passwords():
            raise PasswordError("the password is among the most common ones", "password_common")

    @cached_property
    def _nobody(self) -> str:
        return self._hasher.hash("nobody has this password")


@cache
def common_passwords() -> frozenset[str]:
    """Long passwords that many people choose, lower case."""
    return frozenset(COMMON_FILE.read_text(encoding="utf-8").split())


def _normal(password: str) -> str:
    """One form for what looks alike: a Japanese keyboard writes letters in two widths."""
    return unicodedata.normalize("NFKC", password)
