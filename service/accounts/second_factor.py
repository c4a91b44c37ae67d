"""The second factor: codes of an authenticator by RFC 6238, and codes for when it is lost."""

from __future__ import annotations

import secrets
import unicodedata
from base64 import b32encode
from datetime import datetime
from hmac import compare_digest

import pyotp
from sqlalchemy import Connection, delete, insert

from service.store import RecoveryCodeRow
from service.store.ids import hash_of

ISSUER = "Madoguchi"
STEP_S = 30  # what every authenticator uses
# A phone's clock may be half a minute off, and typing six digits takes a while.
_STEPS_BEFORE_AND_AFTER = 1
RECOVERY_CODES = 10
_RECOVERY_BYTES = 10  # 80 bits: a hash without salt withstands
_GROUP_CHARS = 4


def new_secret() -> str:
    """A secret for an authenticator: 160 random bits as base32."""
    return pyotp.random_base32()


def address_of(secret: str, login: str) -> str:
    """The `otpauth:` address that an authenticator scans."""
    return pyotp.TOTP(secret).provisioning_uri(name=login, issuer_name=ISSUER)


def step_of(secret: str, code: str, now: datetime, last: int | None) -> int | None:
    """The 30-second step that `code` belongs to, None where it does not hold.

    last  the step whose code was taken last: neither it nor an earlier one is taken again
    """
    digits = "".join(_narrow(code).split())
    authenticator = pyotp.TOTP(secret)
    current = int(now.timestamp()) // STEP_S
    found = None
    for step in range(current - _STEPS_BEFORE_AND_AFTER, current + _STEPS_BEFORE_AND_AFTER + 1):
        holds = compare_digest(authenticator.generate_otp(step).encode(), digits.encode())
        if holds and (last is None or step > last):
            found = step
    return found


def renew_recovery_codes(connection: Connection, user_id: str) -> tuple[str, ...]:
    """Put new codes in place of a user's old ones; they are given here and never again."""
    codes = tuple(_new_code() for _ in range(RECOVERY_CODES))
    drop_recovery_codes(connection, user_id)
    connection.execute(
        insert(RecoveryCodeRow),
        [{"user_id": user_id, "code_hash": _hash(code)} for code in codes],
    )
    return codes


def drop_recovery_codes(connection: Connection, user_id: str) -> None:
    """Let none of a user's codes serve any more."""
    connection.execute(delete(RecoveryCodeRow).where(RecoveryCodeRow.user_id == user_id))


def use_recovery_code(connection: Connection, user_id: str, code: str) -> bool:
    """Whether it is one of the user's codes; it serves once."""
    used = connection.execute(
        delete(RecoveryCodeRow).where(
            RecoveryCodeRow.user_id == user_id, RecoveryCodeRow.code_hash == _hash(code)
        )
    )
    return used.rowcount == 1


def _new_code() -> str:
    letters = b32encode(secrets.token_bytes(_RECOVERY_BYTES)).decode().lower()
    groups = range(0, len(letters), _GROUP_CHARS)
    return "-".join(letters[start : start + _GROUP_CHARS] for start in groups)


def _hash(code: str) -> str:
    plain = "".join(sign for sign in _narrow(code).lower() if sign.isalnum())
    return hash_of(plain)


def _narrow(code: str) -> str:
    """As it is meant: a Japanese keyboard writes digits and letters in two widths."""
    return unicodedata.normalize("NFKC", code)
