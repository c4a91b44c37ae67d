"""Writes what was drawn into a store, many rows at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import islice

from sqlalchemy import Connection, insert

from knowledge.knowledgebase import KnowledgeBase
from service.evaluation.seeding.drawing import Drawing
from service.evaluation.seeding.rows import RowMaker
from service.store import Store, UserRoleRow, UserRow

_AT_ONCE = 2000  # conversations in one transaction, some 5 MB
_STAFF = ("佐藤", "鈴木", "高橋", "田中", "伊藤", "渡辺")
_NO_PASSWORD = "!"  # the hash of no password: nobody signs in with it


def fill(
    store: Store,
    knowledge: KnowledgeBase,
    conversations: int,
    until: datetime,
    *,
    days: int = 90,
    seed: int = 1,
    model: str = "matcher",
) -> None:
    """Add so many conversations of the last `days` days, with votes, queue and judgements.

    until  the last moment, with a time zone
    model  as `QuestionVectorRow.model`
    Raises StoreError.
    """
    with store.writing() as connection:
        staff = _staff(connection, seed, until)
    drawn = Drawing(knowledge, seed, until, days).conversations(conversations)
    maker = RowMaker(seed, staff, until, model)
    for begun in range(0, conversations, _AT_ONCE):
        rows = maker.rows(islice(drawn, min(_AT_ONCE, conversations - begun)))
        with store.writing() as connection:
            for table, held in rows.items():
                if held:
                    connection.execute(insert(table), held)


def _staff(connection: Connection, seed: int, now: datetime) -> Sequence[str]:
    """Ids of reviewers who can sign in nowhere."""
    ids = [f"{seed:016x}{number:016x}" for number in range(len(_STAFF))]
    for user_id, name in zip(ids, _STAFF, strict=True):
        connection.execute(
            insert(UserRow).values(
                id=user_id,
                login=f"seeded-{user_id[:16].lstrip('0')}-{ids.index(user_id)}",
                name=name,
                password_hash=_NO_PASSWORD,
                must_change=False,
                failures=0,
                created_at=now,
            )
        )
        connection.execute(insert(UserRoleRow).values(user_id=user_id, city="*", role="reviewer"))
    return ids
