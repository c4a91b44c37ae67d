"""The command line in this process, over the counter that all tests share."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import service.commandline.opening
import service.opening
from service.commandline.app import app, main
from service.commandline.building import RUN
from service.counter import Counter
from service.http import create_app
from service.settings import Settings
from tests.serving import served

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def run(counter: Counter, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run a command; commands that open the counter get the one that is open already.

    Its index was seen to when it was opened; `test_building.py` and `run_apart` look at how.
    """
    monkeypatch.setattr(service.commandline.opening, "ensure_index", lambda settings: None)
    monkeypatch.setattr(service.opening, "open_counter", lambda settings: counter)
    monkeypatch.setenv("COLUMNS", "200")

    def run_(*arguments: str) -> Result:
        return CliRunner().invoke(app, arguments)

    return run_


@pytest.fixture
def run_main(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the whole of `madoguchi`, its way of ending with an error too, in this process."""
    monkeypatch.setenv("COLUMNS", "200")

    def run_(*arguments: str) -> subprocess.CompletedProcess[str]:
        monkeypatch.setattr(sys, "argv", ["madoguchi", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capfd.readouterr()
        return subprocess.CompletedProcess(
            arguments, int(ended.value.code or 0), said.out, said.err
        )

    return run_


@pytest.fixture
def run_apart() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run `madoguchi` as a process of its own, as an operator does."""

    def run_(*arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", RUN, *arguments],
            cwd=ROOT,
            env=os.environ | {"COLUMNS": "200"} | changes,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    return run_


@pytest.fixture(scope="session")
def live(settings: Settings, counter: Counter) -> Iterator[str]:
    """The service on a free port, over the counter that is open already."""
    with served(create_app(settings, counter)) as origin:
        yield origin
