"""Settings: read from the environment, documented where they are read."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import ValidationError
from typer.testing import Result

from service.settings import Settings
from service.settings_docs import documented

Run = Callable[..., Result]
README = Path(__file__).resolve().parents[3] / "README.md"


def test_every_setting_is_printed_with_unit_default_and_meaning(run: Run) -> None:
    told = run("settings").stdout
    for doc in documented():
        assert doc.variable in told
        assert doc.unit
        assert doc.meaning


def test_what_is_set_is_shown(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MADOGUCHI_PORT", "8123")
    line = next(line for line in run("settings").stdout.splitlines() if "MADOGUCHI_PORT" in line)
    assert re.search(r"8000\s.*8123", line)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("postgresql://madoguchi:s3cret@db/madoguchi", "postgresql://madoguchi:***@db/madoguchi"),
        ("postgresql://madoguchi:p%40s3cret@db/m", "postgresql://madoguchi:***@db/m"),
        ("postgresql://db/m?password=s3cret&sslmode=require", "postgresql://db/m?sslmode=require"),
        ("postgresql:/madoguchi:s3cret@db/madoguchi", "***"),
        ("postgresql://madoguchi:s3cret@db:port/madoguchi", "***"),
        ("sqlite:///.data/other.sqlite3", "sqlite:///.data/other.sqlite3"),
        ("postgresql://madoguchi@/m?host=/run/sql", "postgresql://madoguchi@/m?host=/run/sql"),
    ],
)
def test_a_password_is_not_shown(
    run: Run, monkeypatch: pytest.MonkeyPatch, given: str, shown: str
) -> None:
    monkeypatch.setenv("MADOGUCHI_DATABASE_URL", given)
    monkeypatch.setenv("COLUMNS", "400")  # nothing is broken in two
    monkeypatch.setenv("MADOGUCHI_LLM_URL", "https://user:s3cret@llm.example/v1")
    told = run("settings").stdout
    assert "s3cret" not in told
    line = next(line for line in told.splitlines() if "MADOGUCHI_DATABASE_URL" in line)
    assert shown in line.split()
    assert "https://user:***@llm.example/v1" in told
    assert "s3cret" not in run("settings", "--markdown").stdout


def test_a_value_that_does_not_hold_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MADOGUCHI_PORT", "eighty")
    result = run("settings")
    assert result.exit_code == 2
    assert "MADOGUCHI_PORT" in result.stderr
    assert "'eighty'" in result.stderr


def test_the_readme_has_the_same_table(run: Run) -> None:
    table = run("settings", "--markdown").stdout.strip()
    assert table in README.read_text(encoding="utf-8"), "put `madoguchi settings --markdown` there"


def test_every_variable_reaches_its_field(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {
        "host": "0.0.0.0",
        "port": "9000",
        "city": "toride",
        "today": "2024-01-31",
        "citations_max": "3",
        "log_level": "error",
    }
    for field, value in given.items():
        monkeypatch.setenv(f"MADOGUCHI_{field.upper()}", value)
    settings = Settings()
    for field, value in given.items():
        assert str(getattr(settings, field)) == value


@pytest.mark.parametrize(
    ("field", "value"),
    [("port", 0), ("port", 65536), ("question_chars_max", 0), ("log_level", "loud")],
)
def test_limits_hold(field: str, value: object) -> None:
    with pytest.raises(ValidationError, match=field):
        Settings(**{field: value})
