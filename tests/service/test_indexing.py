"""What an operator sets reaches the index."""

from __future__ import annotations

from pathlib import Path

import pytest

from index import IndexSettings
from knowledge.errors import EmbeddingError
from knowledge.knowledgebase import load_knowledge
from service.counter import index_settings_of
from service.indexing import ensure_index
from service.settings import Settings


def test_unset_is_as_tuned() -> None:
    assert index_settings_of(Settings()) == IndexSettings()


def test_model_prefixes_and_cache_are_passed_on(tmp_path: Path) -> None:
    settings = Settings(model="some/model", query_prefix="", cache_folder=tmp_path)
    found = index_settings_of(settings)
    assert found.model.model == "some/model"
    assert found.model.query_prefix == ""
    assert found.model.passage_prefix is None
    assert found.cache_folder == tmp_path


def test_a_current_index_is_left_alone(settings: Settings, counter: object) -> None:
    def never(title: str, total: int) -> None:
        raise AssertionError(title)

    assert ensure_index(settings, load_knowledge(), never) is False  # type: ignore[arg-type]


def test_a_model_that_cannot_be_loaded_is_named(tmp_path: Path) -> None:
    from index.progress import silent  # noqa: PLC0415

    empty = tmp_path / "model"
    empty.mkdir()
    settings = Settings(model=str(empty), artifact_folder=tmp_path / "a", cache_folder=tmp_path)
    with pytest.raises(EmbeddingError, match="model"):
        ensure_index(settings, load_knowledge(), silent)
    assert not list((tmp_path / "a").glob("*/manifest*"))
