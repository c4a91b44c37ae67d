"""Answers to take along: an address that opens a copy of one answer on a phone, for a short time.

A visit to a kiosk is erased when it ends, while the phone has yet to open the page: hence a copy.
It holds what was told and never what was asked, and the address cannot be had from the store.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select

from service.conversations.answer_columns import answer_of, columns_of
from service.conversations.errors import UnknownMessageError
from service.conversations.lifetime import Lifetime
from service.conversations.looking_up import message_at
from service.outcome import Answer
from service.store import Store, TakeTokenRow
from service.store.ids import hash_of

TOKEN_BYTES = 16  # 128 random bits, 22 characters: still a small QR code
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")


@dataclass(frozen=True, slots=True)
class TakenAnswer:
    """A copy of an answer, for a page that anyone with its address may open.

    answer   text, core, note, citations, language and city as they were shown; no choices, no
             meaning and no records: those may hold words of the question
    told_at, expires_at  with a time zone
    """

    answer: Answer
    told_at: datetime
    expires_at: datetime


class Taking:
    """Copies in the store. Every method but the constructor raises StoreError.

    lifetime  how long residents can come back to a conversation
    open_for      how long a copy may be opened
    clock         the moment now, with a time zone
    """

    def __init__(
        self,
        store: Store,
        lifetime: Lifetime,
        open_for: timedelta,
        clock: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._lifetime = lifetime
        self._open_for = open_for
        self._clock = clock

    def give(self, message_id: str) -> str:
        """Copy what a message told. Gives the token that opens the copy, another one each time.

        Raises UnknownMessageError for a message that is unknown, expired, or without its answer.
        """
        token = secrets.token_urlsafe(TOKEN_BYTES)
        now = self._clock()
        with self._store.writing() as connection:
            row = message_at(connection, message_id, self._lifetime.is_over(now))
            answer = answer_of(row) if row else None
            if row is None or answer is None:
                raise UnknownMessageError()
            connection.execute(
                insert(TakeTokenRow).values(
                    token_hash=hash_of(token),
                    told_at=row["asked_at"],
                    expires_at=now + self._open_for,
                    **columns_of(answer),
                )
            )
        return token

    def taken(self, token: str) -> TakenAnswer | None:
        """The copy a token opens, or None: unknown or expired."""
        if not _TOKEN.fullmatch(token):
            return None
        with self._store.reading() as connection:
            found = (
                connection.execute(
                    select(TakeTokenRow.__table__).where(
                        TakeTokenRow.token_hash == hash_of(token),
                        TakeTokenRow.expires_at > self._clock(),
                    )
                )
                .mappings()
                .one_or_none()
            )
        answer = answer_of({**found}) if found else None
        if found is None or answer is None:
            return None
        return TakenAnswer(answer, found["told_at"], found["expires_at"])

    def sweep(self) -> None:
        """Delete the copies that have expired; the write-ahead log is emptied by who sweeps."""
        with self._store.writing() as connection:
            connection.execute(delete(TakeTokenRow).where(TakeTokenRow.expires_at <= self._clock()))
