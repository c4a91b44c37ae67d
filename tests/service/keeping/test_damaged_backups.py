"""A backup that does not hold, or a restore that is killed, changes nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlalchemy import select, update

from knowledge.errors import BackupError, StoreError
from service.keeping import back_up
from service.store import (
    JudgementRow,
    UserRow,
)
from tests.service.keeping.conftest import NOW, Filled, content, put_back

ROOT = Path(__file__).resolve().parents[3]


def _change(backup: Path, table: str, old: str, new: str) -> None:
    """Change a row so that digests still hold."""
    with ZipFile(backup) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = f"tables/{table}.jsonl"
    assert old.encode() in members[name]
    members[name] = members[name].replace(old.encode(), new.encode())
    manifest = json.loads(members["manifest.json"])
    for one in manifest["tables"]:
        if one["name"] == table:
            one["sha256"] = sha256(members[name]).hexdigest()
    members["manifest.json"] = json.dumps(manifest).encode()
    with ZipFile(backup, "w") as archive:
        for member, held in members.items():
            archive.writestr(member, held)


@pytest.mark.parametrize(
    "change",
    [
        ("outcomes", '", "2025-', '", "20X5-', r"outcomes\.jsonl\].*ValueError"),
        ("review_items", '"open"', "null", r"review_items\.jsonl\].*ValueError"),
        ("messages", '"web"', '"web", 1', r"messages\.jsonl\].*ValueError"),
        ("users", '", "seeded', '", "x", "seeded', r"users\.jsonl:1|users\.jsonl\]"),
    ],
)
def test_a_row_that_does_not_hold_changes_nothing(
    filled: Filled, database_url: str, backup: Path, change: tuple[str, str, str, str]
) -> None:
    table, old, new, told = change
    store = filled(database_url, 30)
    back_up(store, backup, NOW)
    _change(backup, table, old, new)
    with store.writing() as connection:
        connection.execute(update(UserRow).values(name="今の人"))
    before = content(store)
    with pytest.raises(BackupError, match=told) as caught:
        put_back(store, backup)
    assert "佐藤" not in str(caught.value)
    assert content(store) == before
    store.check()


def test_rows_that_contradict_each_other_change_nothing(
    filled: Filled, database_url: str, backup: Path
) -> None:
    store = filled(database_url, 30)
    back_up(store, backup, NOW)
    with store.reading() as connection:
        user = connection.scalar(select(JudgementRow.reviewer_id).limit(1))
    _change(backup, "judgements", f'"{user}"', f'"{"f" * 32}"')  # by nobody
    before = content(store)
    with pytest.raises(StoreError):
        put_back(store, backup)
    assert content(store) == before


KILLED = """
import sys, time
from pathlib import Path
from sqlalchemy import Engine, event
from service.keeping import opened, restore
from service.store import Store
from tests.service.keeping.conftest import LONG, NOW

@event.listens_for(Engine, "before_cursor_execute")
def stop(connection, cursor, statement, *_):
    if statement.startswith("INSERT INTO review_items"):
        print("half way", flush=True)
        time.sleep(60)

with opened(Path(sys.argv[2])) as held:
    restore(Store(sys.argv[1]), held, LONG, NOW)
"""


def test_killed_half_way_it_has_changed_nothing(
    filled: Filled, database_url: str, backup: Path
) -> None:
    store = filled(database_url)
    back_up(store, backup, NOW)
    with store.writing() as connection:
        connection.execute(update(UserRow).values(name="今の人"))
    before = content(store)
    restoring = subprocess.Popen(
        [sys.executable, "-c", KILLED, database_url, str(backup)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert restoring.stdout is not None
    assert restoring.stdout.readline() == "half way\n"
    assert content(store) == before  # to everybody else
    restoring.kill()
    restoring.wait(60)
    restoring.stdout.close()
    assert content(store) == before
    put_back(store, backup)
    assert content(store)["users"] != before["users"]
