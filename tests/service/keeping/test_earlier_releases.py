"""A backup that an earlier release would have made is brought up to date as it is put back."""

from __future__ import annotations

import json
import sqlite3
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlalchemy import MetaData, create_engine, func, select

from knowledge.errors import BackupError
from service.keeping import LEFT_OUT, holds_data, opened, restore
from service.keeping.manifest import Manifest, TableManifest
from service.keeping.values import encoded
from service.store import CitedRow, ConversationRow, FeedbackRow, LiveRow, OutcomeRow, Store
from tests.service.keeping.conftest import LONG, NOW

RELEASED = Path(__file__).parents[1] / "store" / "version_0004.sql"


@pytest.fixture
def earlier(tmp_path: Path) -> Path:
    """The tables of release 0004 in the format of backups."""
    database, backup = tmp_path / "old.sqlite3", tmp_path / "earlier.zip"
    with sqlite3.connect(database) as raw:
        raw.executescript(RELEASED.read_text(encoding="utf-8"))
    raw.close()
    engine, then = create_engine(f"sqlite:///{database}"), MetaData()
    with engine.connect() as connection, ZipFile(backup, "w") as archive:
        then.reflect(connection)
        tables = []
        for table in then.sorted_tables:
            if table.name in LEFT_OUT | {"alembic_version"}:
                continue
            found = connection.execute(table.select()).all()
            lines = "".join(json.dumps([encoded(one) for one in row]) + "\n" for row in found)
            digest = sha256(lines.encode()).hexdigest()
            held = TableManifest(table.name, tuple(table.columns.keys()), len(found), digest)
            archive.writestr(held.member, lines)
            tables.append(held)
        archive.writestr("manifest.json", Manifest("0.1", "0004", NOW, tuple(tables)).to_json())
    engine.dispose()
    return backup


def test_it_is_brought_up_to_date(earlier: Path, database_url: str) -> None:
    store = Store(database_url)
    with opened(earlier) as held:
        assert held.manifest.schema == "0004"
        restore(store, held, LONG, NOW)
    with store.reading() as connection:
        counts = {
            table: connection.scalar(select(func.count()).select_from(table))
            for table in (ConversationRow, FeedbackRow, OutcomeRow)
        }
        assert counts == {ConversationRow: 4, FeedbackRow: 2, OutcomeRow: 5}
        assert connection.scalar(select(func.count()).select_from(CitedRow))
        assert connection.scalars(
            select(ConversationRow.at_kiosk).where(ConversationRow.city.is_(None))
        ).all() == [True]
        assert connection.scalars(select(LiveRow.revision)).all() == [1]
    store.close()


@pytest.mark.parametrize(
    ("name", "change", "told"),
    [
        ("manifest.json", ('"0004"', '"0002"'), "revision 0002: feedback"),  # it had no votes
        ("tables/feedback.jsonl", ('["', '["x'), "revision 0004 wants it: IntegrityError"),
        ("tables/conversations.jsonl", (", ", ", 1, "), "conversations.jsonl"),
    ],
)
def test_what_is_not_of_its_release_changes_nothing(
    earlier: Path, tmp_path: Path, name: str, change: tuple[str, str], told: str
) -> None:
    with ZipFile(earlier) as archive:
        members = {one: archive.read(one).decode() for one in archive.namelist()}
    before = sha256(members[name].encode()).hexdigest()
    members[name] = members[name].replace(*change, 1)
    after = sha256(members[name].encode()).hexdigest()
    members["manifest.json"] = members["manifest.json"].replace(before, after)
    with ZipFile(earlier, "w") as archive:
        for one, text in members.items():
            archive.writestr(one, text)
    store = Store(f"sqlite:///{tmp_path / 'new.sqlite3'}")
    with opened(earlier) as held, pytest.raises(BackupError, match=told):
        restore(store, held, LONG, NOW)
    assert not holds_data(store)
    store.close()
