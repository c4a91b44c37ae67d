from __future__ import annotations

import logging
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from index.vectors import VectorCache, default_cache_folder

UNIT = np.array([0.6, 0.8], dtype=np.float32)


def test_what_is_put_is_got(tmp_path: Path) -> None:
    VectorCache(tmp_path, "model").put({b"a": UNIT, b"b": -UNIT})
    found = VectorCache(tmp_path, "model").get([b"a", b"b", b"c"])
    assert set(found) == {b"a", b"b"}
    assert np.array_equal(found[b"b"], -UNIT)


def test_models_do_not_mix(tmp_path: Path) -> None:
    VectorCache(tmp_path, "model").put({b"a": UNIT})
    assert VectorCache(tmp_path, "other").get([b"a"]) == {}


def test_more_keys_than_sqlite_takes_at_once(tmp_path: Path) -> None:
    keys = [str(number).encode() for number in range(2500)]
    cache = VectorCache(tmp_path, "model")
    cache.put(dict.fromkeys(keys, UNIT))
    assert len(cache.get(keys)) == 2500


def test_many_writers_at_once(tmp_path: Path) -> None:
    def write(writer: int) -> None:
        for number in range(20):
            VectorCache(tmp_path, "model").put({f"{writer}-{number}".encode(): UNIT})

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(write, range(4)))
    keys = [f"{writer}-{number}".encode() for writer in range(4) for number in range(20)]
    assert len(VectorCache(tmp_path, "model").get(keys)) == 80


def test_a_damaged_file_is_set_aside(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    cache = VectorCache(tmp_path, "model")
    cache.file.write_bytes(b"no database at all" * 100)
    with caplog.at_level(logging.WARNING):
        assert cache.get([b"a"]) == {}
    assert "damaged" in caplog.text
    cache.put({b"a": UNIT})
    assert set(cache.get([b"a"])) == {b"a"}


@pytest.mark.parametrize("blob", [b"", b"abc", np.zeros(2, "<f4").tobytes(), "text"])
def test_a_damaged_vector_is_unknown(tmp_path: Path, blob: object) -> None:
    cache = VectorCache(tmp_path, "model")
    cache.put({b"a": UNIT, b"b": UNIT})
    database = sqlite3.connect(cache.file)
    with database:
        database.execute("UPDATE vectors SET vector = ? WHERE key = ?", (blob, b"a"))
    database.close()
    assert set(cache.get([b"a", b"b"])) == {b"b"}


def test_a_folder_that_cannot_be_made_is_only_reported(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = VectorCache(tmp_path / "file" / "vectors", "model")
    with caplog.at_level(logging.WARNING):
        cache.put({b"a": UNIT})
    assert "not kept" in caplog.text
    assert cache.get([b"a"]) == {}


def test_the_default_folder_respects_xdg(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert default_cache_folder() == Path("/somewhere/madoguchi/vectors")
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert default_cache_folder() == Path.home() / ".cache/madoguchi/vectors"
