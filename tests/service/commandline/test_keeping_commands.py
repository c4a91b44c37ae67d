"""`madoguchi backup` and `restore`, as an operator types them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select
from typer.testing import CliRunner, Result

from knowledge.knowledgebase import KnowledgeBase
from service.commandline.app import app
from service.evaluation.seeding import fill
from service.store import OutcomeRow, Store


@pytest.fixture
def store(
    database_url: str, knowledge: KnowledgeBase, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Store]:
    monkeypatch.setenv("MADOGUCHI_DATABASE_URL", database_url)
    opened = Store(database_url)
    fill(opened, knowledge, 20, datetime.now(UTC))
    yield opened
    opened.close()


def run(*arguments: str, typed: str = "") -> Result:
    return CliRunner().invoke(app, arguments, input=typed)


def outcomes(store: Store) -> int:
    with store.reading() as connection:
        return connection.scalar(select(func.count()).select_from(OutcomeRow)) or 0


def test_what_was_kept_is_asked_for_before_it_is_replaced(store: Store, tmp_path: Path) -> None:
    file, before = str(tmp_path / "b.zip"), outcomes(store)
    written = run("backup", file)
    assert written.exit_code == 0
    assert file in written.stdout
    with store.writing() as connection:
        connection.execute(OutcomeRow.__table__.delete())
    kept = run("restore", file, typed="n\n")
    assert kept.exit_code == 1
    assert "Replace all that is kept" in kept.stderr
    assert "nothing was changed" in kept.stderr
    assert outcomes(store) == 0
    assert run("restore", file, typed="y\n").exit_code == 0
    assert outcomes(store) == before
    assert run("restore", file, "--yes").exit_code == 0
    assert outcomes(store) == before


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_into_an_empty_database_nothing_is_asked(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = str(tmp_path / "b.zip")
    run("backup", file)
    url = f"sqlite:///{tmp_path / 'new' / 'x.sqlite3'}"
    monkeypatch.setenv("MADOGUCHI_DATABASE_URL", url)
    restored = run("restore", file)
    assert restored.exit_code == 0
    assert "rows of" in restored.stdout
    other = Store(url)
    assert outcomes(other) == outcomes(store)
    other.close()
