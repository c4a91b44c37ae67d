"""Staff: who they are, what they may do, where they are signed in, and what they changed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from service.store.tables.base import CITY_CHARS, CODE_CHARS, ID_CHARS, Base, UtcDateTime

LOGIN_CHARS = 64


class UserRow(Base):
    """A member of staff. Nobody is deleted: what they did has to keep a name.

    login            lower case, what is typed to sign in
    password_hash    Argon2id in its own notation; salt and costs are in it
    totp_secret      base32; None until a second factor is set up
    totp_step        the last 30-second step whose code was taken: a code serves once
    failures         wrong passwords or codes in a row; `locked_until` while no more are taken
    must_change      the password was given by somebody else and serves to choose an own one only
    """

    __tablename__ = "users"

    id: Mapped[str] = mapped_column(String(ID_CHARS), primary_key=True)
    login: Mapped[str] = mapped_column(String(LOGIN_CHARS), unique=True)
    name: Mapped[str] = mapped_column(String(LOGIN_CHARS))
    password_hash: Mapped[str] = mapped_column(String(256))
    must_change: Mapped[bool]
    totp_secret: Mapped[str | None] = mapped_column(String(64))
    totp_step: Mapped[int | None]
    failures: Mapped[int]
    locked_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    disabled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class UserRoleRow(Base):
    """What a user may do in a city. `city`: its id, or `*` for all; `role`: a `Role`."""

    __tablename__ = "user_roles"

    user_id: Mapped[str] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True
    )
    city: Mapped[str] = mapped_column(String(CITY_CHARS), primary_key=True)
    role: Mapped[str] = mapped_column(String(16))


class RecoveryCodeRow(Base):
    """A code that takes the place of the second factor once; its SHA-256, never itself."""

    __tablename__ = "recovery_codes"

    user_id: Mapped[str] = mapped_column(
        ForeignKey("users.id", ondelete="CASCADE"), primary_key=True
    )
    code_hash: Mapped[str] = mapped_column(String(64), primary_key=True)


class SessionRow(Base):
    """A browser in which a user is signed in, wholly or up to the second factor.

    token_hash  SHA-256 of the cookie's token as hex digits; the token itself is never kept
    csrf        what every form of the session carries
    is_proven   the second factor was given, or none is set up
    totp_offer  base32; a second factor that this browser is shown and has not confirmed yet
    """

    __tablename__ = "staff_sessions"

    token_hash: Mapped[str] = mapped_column(String(64), primary_key=True)
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    csrf: Mapped[str] = mapped_column(String(64))
    is_proven: Mapped[bool]
    totp_offer: Mapped[str | None] = mapped_column(String(64))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)


class AuditRow(Base):
    """One change: who, when, of what, before and after. Triggers refuse to change or delete one.

    user_id, login  None and "" where a command of the operator did it
    action   a code such as `correction.approved`
    city     None where it is of no one city
    subject  kind and id of what was changed, such as `correction:0f3c…`
    before, after  what changed, without words of residents, passwords and secrets
    """

    __tablename__ = "audit_log"
    __table_args__ = (Index("ix_audit_log_city_at", "city", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    user_id: Mapped[str | None] = mapped_column(String(ID_CHARS))
    login: Mapped[str] = mapped_column(String(LOGIN_CHARS))
    action: Mapped[str] = mapped_column(String(CODE_CHARS))
    city: Mapped[str | None] = mapped_column(String(CITY_CHARS))
    subject: Mapped[str] = mapped_column(String(128), index=True)
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    after: Mapped[dict[str, Any] | None] = mapped_column(JSON)
