"""`madoguchi serve` as an operator runs it: a process of its own, stopped by SIGTERM."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import pytest

from service.commandline.exits import Exit
from service.counter import Counter

ROOT = Path(__file__).resolve().parents[3]
PATIENCE_S = 120.0

Serve = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@pytest.fixture
def serve(counter: Counter, port: int, tmp_path: Path) -> Iterator[Serve]:
    """Start the service on `port`, with a database apart; `counter` saw to the index."""
    started: list[subprocess.Popen[str]] = []
    own = {
        "MADOGUCHI_PORT": str(port),
        "MADOGUCHI_DATABASE_URL": f"sqlite:///{tmp_path / 'madoguchi.sqlite3'}",
    }

    def start(*arguments: str, **changes: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [
                sys.executable,
                "-c",
                "from service.commandline import main; main()",
                "serve",
                *arguments,
            ],
            cwd=ROOT,
            env=os.environ | own | changes,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        if process.poll() is None:
            process.kill()
            process.communicate()


def _status(port: int, path: str) -> int | None:
    """The status of a GET, None while nothing listens."""
    try:
        with urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as response:
            return int(response.status)
    except HTTPError as error:
        error.close()
        return error.code
    except (URLError, ConnectionError, TimeoutError):
        return None


def _wait(process: subprocess.Popen[str], holds: Callable[[], bool]) -> None:
    end = monotonic() + PATIENCE_S
    while not holds():
        assert process.poll() is None, process.communicate()[1]
        assert monotonic() < end
        sleep(0.1)


def test_it_serves_where_it_is_told_and_stops_on_sigterm(serve: Serve, port: int) -> None:
    process = serve()
    _wait(process, lambda: _status(port, "/readyz") == 200)
    request = Request(
        f"http://127.0.0.1:{port}/api/chat",
        data=json.dumps({"question": "ひみつの計画の期間は", "city": "toride"}).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urlopen(request, timeout=30) as response:
        assert json.load(response)["status"]
        assert "server" not in response.headers
    assert _status(port, "/api/search?q=%E3%81%B2%E3%81%BF%E3%81%A4") == 200
    process.send_signal(signal.SIGTERM)
    _, logged = process.communicate(timeout=60)
    assert process.returncode == 0, logged
    assert "POST /api/chat 200" in logged
    assert "ひみつ" not in logged
    assert "%E3%81" not in logged
    assert "Traceback" not in logged


def test_it_stops_on_sigterm_while_still_loading(serve: Serve, port: int) -> None:
    process = serve()
    _wait(process, lambda: _status(port, "/healthz") == 200)
    process.send_signal(signal.SIGTERM)
    _, logged = process.communicate(timeout=60)
    assert process.returncode == 0, logged
    assert "Traceback" not in logged


def test_it_stops_on_sigterm_while_building_and_leaves_nothing_behind(
    serve: Serve, tmp_path: Path
) -> None:
    folder = tmp_path / "artifact"
    process = serve(
        MADOGUCHI_ARTIFACT_FOLDER=str(folder), MADOGUCHI_CACHE_FOLDER=str(tmp_path / "cache")
    )
    _wait(process, lambda: folder.is_dir() and any(folder.iterdir()))
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    assert len(children) == 1  # the build runs on its own
    process.send_signal(signal.SIGTERM)
    _, logged = process.communicate(timeout=60)
    assert process.returncode == 0, logged
    assert "Traceback" not in logged
    assert not Path(f"/proc/{children[0]}").exists()
    assert not (folder / "current").exists()


def test_a_port_that_is_taken_is_named_before_an_index_is_built(
    serve: Serve, port: int, tmp_path: Path
) -> None:
    folder = tmp_path / "artifact"
    with socket.create_server(("127.0.0.1", port)):
        process = serve(MADOGUCHI_ARTIFACT_FOLDER=str(folder))
        _, said = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == Exit.BROKEN
    assert f"127.0.0.1:{port}" in said
    assert "Traceback" not in said
    assert not folder.exists()


def test_a_database_url_that_does_not_hold_is_named(serve: Serve) -> None:
    process = serve(MADOGUCHI_DATABASE_URL="nonsense")
    _, said = process.communicate(timeout=60)
    assert process.returncode == Exit.BROKEN
    assert "MADOGUCHI_DATABASE_URL" in said
    assert "nonsense" not in said
