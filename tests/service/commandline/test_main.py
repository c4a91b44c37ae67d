"""The command as a whole: help, errors and what it loads."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Command = Callable[..., subprocess.CompletedProcess[str]]

HEAVY = ("torch", "sentence_transformers", "fastapi", "faiss", "sudachipy", "uvicorn", "numpy")


@pytest.mark.parametrize(
    "command",
    [
        (),
        ("ask",),
        ("search",),
        ("build",),
        ("serve",),
        ("settings",),
        ("knowledge",),
        ("knowledge", "check"),
        ("knowledge", "show"),
        ("evaluate",),
        ("evaluate", "answers"),
        ("evaluate", "retrieval"),
        ("evaluate", "speed"),
    ],
)
def test_every_command_explains_itself(
    run: Callable[..., Result], command: tuple[str, ...]
) -> None:
    result = run(*command, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.stdout


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom service.commandline.app import app\n"
        "try:\n    app(['--help'])\nexcept SystemExit:\n    pass\n"
        f"print('loaded', [name for name in {HEAVY} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "loaded []"


def test_an_error_of_ours_is_one_line_and_exit_code_3(run_apart: Command) -> None:
    done = run_apart("evaluate", "answers", "nothing.jsonl")
    assert done.returncode == 3
    assert done.stderr.startswith("madoguchi: nothing.jsonl: cannot be read")
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_service_that_is_not_there_is_named(run_main: Command, tmp_path: Path) -> None:
    file = tmp_path / "q.jsonl"
    file.write_text('{"id": "1", "q": "計画", "type": "what"}\n', encoding="utf-8")
    done = run_main("evaluate", "answers", str(file), "--url", "http://127.0.0.1:1")
    assert done.returncode == 3
    assert "no service at http://127.0.0.1:1" in done.stderr


def test_a_model_that_is_not_there_is_named(run_apart: Command, tmp_path: Path) -> None:
    done = run_apart(
        "ask",
        "計画の期間は",
        MADOGUCHI_MODEL="no/such-model",
        MADOGUCHI_ARTIFACT_FOLDER=str(tmp_path / "artifact"),
        HF_HUB_OFFLINE="1",
    )
    assert done.returncode == 3, done.stderr
    assert "no/such-model" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list((tmp_path / "artifact").glob("*/manifest*"))


def test_no_arguments_show_the_help(run_apart: Command) -> None:
    done = run_apart()
    assert done.returncode == 2
    assert "Usage:" in done.stdout + done.stderr
