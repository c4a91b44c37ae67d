"""A backup: one moment of a store that is written to, whole or not there, and nobody else's."""

from __future__ import annotations

import json
import threading
from datetime import timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlalchemy import func, insert, select

from knowledge.errors import BackupError, StoreError
from service.keeping import LEFT_OUT, back_up, opened
from service.store import Base, ConversationRow, MessageRow, SessionRow, Store, UserRow
from service.store.migrating import head_revision
from tests.service.keeping.conftest import NOW, Filled


def test_it_says_what_it_holds(filled: Filled, database_url: str, backup: Path) -> None:
    store = filled(database_url)
    manifest = back_up(store, backup, NOW)
    assert backup.stat().st_mode & 0o777 == 0o600
    assert list(backup.parent.glob(".backup*")) == []
    assert manifest.schema == head_revision()
    assert manifest.made_at == NOW
    with store.reading() as connection:
        for table in Base.metadata.sorted_tables:
            rows = connection.scalar(select(func.count()).select_from(table))
            held = [one.rows for one in manifest.tables if one.name == table.name]
            assert held == ([] if table.name in LEFT_OUT else [rows])
    with opened(backup) as again:
        assert again.manifest == manifest


def test_who_is_signed_in_is_not_in_it(filled: Filled, database_url: str, backup: Path) -> None:
    store = filled(database_url, 1)
    with store.writing() as connection:
        user = connection.scalar(select(UserRow.id).limit(1))
        connection.execute(
            insert(SessionRow).values(
                token_hash="ab" * 32,
                user_id=user,
                csrf="cd" * 16,
                is_proven=True,
                created_at=NOW,
                last_seen_at=NOW,
                expires_at=NOW + timedelta(hours=1),
            )
        )
    back_up(store, backup, NOW)
    with ZipFile(backup) as archive:
        assert not any("session" in name for name in archive.namelist())
        assert not any(b"ab" * 32 in archive.read(name) for name in archive.namelist())


def test_it_is_of_one_moment_while_others_write(
    filled: Filled, database_url: str, backup: Path
) -> None:
    store = filled(database_url)
    is_over = threading.Event()
    written = 0

    def write() -> None:
        nonlocal written
        while not is_over.is_set():
            held = f"{written:032x}"
            with store.writing() as connection:
                values = {"message_count": 1, "started_at": NOW, "last_at": NOW}
                connection.execute(insert(ConversationRow).values(id=held, **values))
                message = {"question": "", "meaning": "", "reason": "answered.faq"}
                lists: dict[str, object] = {"record_ids": [], "choices": []}
                connection.execute(
                    insert(MessageRow).values(
                        id=held, conversation_id=held, number=1, asked_at=NOW, **message, **lists
                    )
                )
            written += 1

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(3):
            before = written
            while written < before + 3:  # it is under way
                pass
            back_up(store, backup.with_name(f"{number}.zip"), NOW)
    finally:
        is_over.set()
        writer.join(60)
    for number in range(3):
        with opened(backup.with_name(f"{number}.zip")) as held:
            conversations = {row["id"] for row in held.rows(ConversationRow.__table__)}
            told = {row["conversation_id"] for row in held.rows(MessageRow.__table__)}
        assert conversations == told


def test_a_file_that_is_there_is_left_alone(
    filled: Filled, database_url: str, backup: Path
) -> None:
    backup.write_text("mine", encoding="utf-8")
    with pytest.raises(BackupError, match="already"):
        back_up(filled(database_url, 1), backup, NOW)
    assert backup.read_text(encoding="utf-8") == "mine"


def test_where_nothing_can_be_written_nothing_is_left(tmp_path: Path, filled: Filled) -> None:
    store = filled(f"sqlite:///{tmp_path / 'own' / 'x.sqlite3'}", 1)
    with pytest.raises(BackupError, match="cannot be written"):
        back_up(store, tmp_path / "none" / "backup.zip", NOW)
    with pytest.raises(BackupError, match="Not a directory"):
        back_up(store, tmp_path / "own" / "x.sqlite3" / "backup.zip", NOW)
    with pytest.raises(StoreError):
        back_up(Store(f"sqlite:///{tmp_path}"), tmp_path / "backup.zip", NOW)
    assert [one.name for one in tmp_path.iterdir()] == ["own"]


def _spoilt(backup: Path, kind: str) -> None:
    """Change a backup as a disk, or a hand, may do."""
    if kind == "cut short":
        backup.write_bytes(backup.read_bytes()[: backup.stat().st_size // 2])
        return
    if kind == "a bit":
        held = bytearray(backup.read_bytes())
        held[len(held) // 3] ^= 1
        backup.write_bytes(held)
        return
    if kind == "another file":
        backup.write_bytes(b"PK or not" * 100)
        return
    with ZipFile(backup) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    manifest = json.loads(members["manifest.json"])
    match kind:
        case "a row less":
            name = "tables/outcomes.jsonl"
            members[name] = members[name].split(b"\n", 1)[1]
        case "a later release":
            manifest |= {"schema": "9999", "version": "7.0.0"}
        case "another product":
            manifest |= {"product": "something"}
        case "no tables":
            del manifest["tables"]
        case "a table less":
            del members["tables/outcomes.jsonl"]
    members["manifest.json"] = json.dumps(manifest).encode()
    if kind == "no manifest":
        del members["manifest.json"]
    with ZipFile(backup, "w") as archive:
        for name, held_bytes in members.items():
            archive.writestr(name, held_bytes)


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("cut short", "damaged"),
        ("a bit", "damaged|SHA-256"),
        ("another file", "no backup"),
        ("a row less", "SHA-256"),
        ("a later release", "'9999', release '7.0.0'"),
        ("another product", "'something'"),
        ("no tables", "'tables'"),
        ("a table less", "damaged"),
        ("no manifest", "damaged"),
    ],
)
def test_what_does_not_hold_is_refused_and_named(
    filled: Filled, tmp_path: Path, backup: Path, kind: str, told: str
) -> None:
    back_up(filled(f"sqlite:///{tmp_path / 'x.sqlite3'}", 20), backup, NOW)
    _spoilt(backup, kind)
    with pytest.raises(BackupError, match=told) as caught, opened(backup):
        pass
    assert str(backup) in str(caught.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="No such file"), opened(tmp_path / "none.zip"):
        pass
