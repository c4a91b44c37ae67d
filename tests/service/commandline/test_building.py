"""An index that is current is left alone; what an operator sets reaches one that is built."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from service.commandline.building import RUN, THREADS, ensure_index, limit_threads
from service.counter import Counter
from service.settings import Settings


def test_a_current_index_is_left_alone(
    settings: Settings, counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*command: object, **_: object) -> None:
        raise AssertionError(command)

    monkeypatch.setattr(subprocess, "run", never)
    ensure_index(settings)


def test_the_build_uses_every_core(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(artifact_folder=tmp_path)
    commands: list[list[str]] = []
    limits: list[str | None] = []

    def run(command: list[str], env: dict[str, str], **_: object) -> object:
        commands.append(command)
        limits.append(env.get(THREADS))
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.delenv(THREADS)
    limit_threads(settings)
    ensure_index(settings)
    monkeypatch.setenv(THREADS, "7")  # an operator's wish stands
    limit_threads(settings)
    ensure_index(settings)
    assert commands == [[sys.executable, "-c", RUN, "build"]] * 2
    assert limits == [None, "7"]
