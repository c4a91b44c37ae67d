"""What rows are known by: ids that nobody guesses, and what is kept in place of a secret."""

from __future__ import annotations

import hashlib
import re
import secrets

_ID = re.compile(r"[0-9a-f]{32}")


def new_id() -> str:
    """128 random bits as 32 hex digits: nobody comes upon another's by guessing."""
    return secrets.token_hex(16)


def is_id(text: str) -> bool:
    """Whether `text` may be one of ours."""
    return _ID.fullmatch(text) is not None


def hash_of(secret: str) -> str:
    """SHA-256 as 64 hex digits, kept where the secret itself must not be read in the database.

    For ids, tokens and codes of many random bits alone, of which a plain hash tells nothing; never
    for passwords.
    """
    return hashlib.sha256(secret.encode()).hexdigest()
