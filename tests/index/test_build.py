from __future__ import annotations

import json
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from index import IndexSettings, Models, Query, Searcher, build, is_current, open_index
from index.settings import Bm25Settings, PieceSettings
from knowledge.errors import ArtifactError
from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import RecordKind


@pytest.fixture(scope="module")
def two_plans(two_plans: KnowledgeBase) -> KnowledgeBase:
    """Whole plans with a tenth of their entries: what a build does, it does to few as to many."""
    return replace(two_plans, faq=two_plans.faq[::10])


@pytest.fixture
def settings(tmp_path: Path) -> IndexSettings:
    return IndexSettings(cache_folder=tmp_path / "vectors")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "artifact"


def test_a_build_is_current_and_can_be_opened(
    two_plans: KnowledgeBase, settings: IndexSettings, root: Path, word_models: Models
) -> None:
    assert not is_current(two_plans, settings, root, "words")
    report = build(two_plans, settings, root, models=word_models)
    assert not report.reused
    assert is_current(two_plans, settings, root, "words")
    assert not is_current(two_plans, settings, root)  # the bundled model would make another
    assert report.counts[RecordKind.FAQ] == len(two_plans.faq)
    assert report.counts["forms"] == sum(len(entry.forms) for entry in two_plans.faq)
    index = open_index(root)
    assert index.version == report.version == report.path.name
    assert len(index.corpus.entries) == len(two_plans.faq)


def test_the_manifest_tells_what_it_was_made_from(
    two_plans: KnowledgeBase,
    settings: IndexSettings,
    root: Path,
    word_embedder: Any,
    word_models: Models,
) -> None:
    path = build(two_plans, settings, root, models=word_models).path
    manifest = json.loads((path / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["sources"] == {plan.id: plan.source_digest for plan in two_plans.plans}
    assert manifest["dictionary"].startswith("sudachidict")
    assert manifest["model"] == word_embedder.identity
    assert manifest["settings"]["bm25"] == {"k1": 1.2, "b": 0.75}
    assert "passages.jsonl" in manifest["files"]


def test_nothing_changed_nothing_done(
    two_plans: KnowledgeBase,
    settings: IndexSettings,
    root: Path,
    word_embedder: Any,
    word_models: Models,
) -> None:
    first = build(two_plans, settings, root, models=word_models)
    asked = word_embedder.asked
    again = build(two_plans, settings, root, models=word_models)
    assert again.reused
    assert (again.version, again.path) == (first.version, first.path)
    assert word_embedder.asked == asked


def test_a_fresh_checkout_takes_its_vectors_from_the_cache(
    two_plans: KnowledgeBase,
    settings: IndexSettings,
    root: Path,
    word_embedder: Any,
    word_models: Models,
) -> None:
    first = build(two_plans, settings, root, models=word_models)
    asked = word_embedder.asked
    elsewhere = build(two_plans, settings, root.with_name("clone"), models=word_models)
    assert (elsewhere.version, elsewhere.embedded) == (first.version, 0)
    assert word_embedder.asked == asked


def test_only_what_changed_is_embedded(
    two_plans: KnowledgeBase, settings: IndexSettings, root: Path, word_models: Models
) -> None:
    first = build(two_plans, settings, root, models=word_models)
    entry = two_plans.faq[0]
    changed = replace(entry, forms=("まったく新しい聞き方ですか。", *entry.forms[1:]))
    other = replace(two_plans, faq=(changed, *two_plans.faq[1:]))
    assert not is_current(other, settings, root, "words")
    second = build(other, settings, root, models=word_models)
    assert second.version != first.version
    assert second.embedded == 1


@pytest.mark.parametrize(
    "change",
    [{"bm25": Bm25Settings(b=0.5)}, {"pieces": PieceSettings(longest_chars=120)}],
)
def test_other_settings_are_another_version(
    two_plans: KnowledgeBase,
    settings: IndexSettings,
    root: Path,
    word_models: Models,
    change: dict[str, Any],
) -> None:
    first = build(two_plans, settings, root, models=word_models)
    second = build(two_plans, replace(settings, **change), root, models=word_models)
    assert first.version != second.version
    assert open_index(root).version == second.version


def test_progress_counts_every_vector(
    two_plans: KnowledgeBase, settings: IndexSettings, root: Path, word_models: Models
) -> None:
    told: list[int] = []
    totals: list[int] = []

    def progress(title: str, total: int) -> Any:
        totals.append(total)
        return nullcontext(told.append)

    build(two_plans, settings, root, progress, word_models)
    assert [sum(told)] == totals


def test_old_versions_go(
    two_plans: KnowledgeBase, settings: IndexSettings, root: Path, word_models: Models
) -> None:
    for b in (0.1, 0.2, 0.3, 0.4):
        last = build(two_plans, replace(settings, bm25=Bm25Settings(b=b)), root, models=word_models)
    kept = {path.name for path in root.iterdir()}
    assert len(kept) == 3  # two versions and the pointer
    assert {last.version, "current"} < kept


def test_a_plan_without_entries_is_searched(
    two_plans: KnowledgeBase, settings: IndexSettings, root: Path, word_models: Models
) -> None:
    bare = replace(two_plans, faq=())
    build(bare, settings, root, models=word_models)
    hits = Searcher(open_index(root), word_models, settings).search(Query("計画の期間")).hits
    assert len(hits) == 10
    assert RecordKind.FAQ not in {hit.passage.kind for hit in hits}


def test_no_index_is_an_error_that_says_where(root: Path) -> None:
    with pytest.raises(ArtifactError, match=f"{root}/current"):
        open_index(root)


@pytest.mark.parametrize(
    "name",
    [
        "passages.jsonl",
        "forms.jsonl",
        "words.txt",
        "texts.faiss",
        "text_terms.bm25/vocab.index.json",
    ],
)
def test_damage_is_found_and_mended(
    two_plans: KnowledgeBase, settings: IndexSettings, root: Path, word_models: Models, name: str
) -> None:
    path = build(two_plans, settings, root, models=word_models).path
    for damage in (lambda file: file.write_bytes(file.read_bytes()[:-9]), Path.unlink):
        damage(path / name)
        with pytest.raises(ArtifactError, match=name):
            open_index(root)
        assert not build(two_plans, settings, root, models=word_models).reused
        open_index(root)


def test_a_manifest_of_another_format_is_refused(
    two_plans: KnowledgeBase, settings: IndexSettings, root: Path, word_models: Models
) -> None:
    file = build(two_plans, settings, root, models=word_models).path / "manifest.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), "format": 0}))
    with pytest.raises(ArtifactError, match=r"\[format\]: made in format 0"):
        open_index(root)
    file.write_text("{")
    with pytest.raises(ArtifactError, match="manifest"):
        open_index(root)


def test_a_pointer_to_nowhere_is_refused(root: Path) -> None:
    root.mkdir()
    (root / "current").write_text("../../etc")
    with pytest.raises(ArtifactError, match="not a version"):
        open_index(root)
    (root / "current").write_text("0123abcd")
    with pytest.raises(ArtifactError, match="0123abcd"):
        open_index(root)


def test_a_build_that_fails_leaves_the_current_index(
    two_plans: KnowledgeBase,
    settings: IndexSettings,
    root: Path,
    word_embedder: Any,
    word_models: Models,
) -> None:
    first = build(two_plans, settings, root, models=word_models)

    class Failing:
        identity = word_embedder.identity

        def queries(self, texts: Any) -> Any:
            raise RuntimeError("out of order")

        passages = queries

    other = replace(settings, cache_folder=root.with_name("empty"), bm25=Bm25Settings(b=0.1))
    with pytest.raises(RuntimeError, match="out of order"):
        build(two_plans, other, root, models=Models(Failing(), Failing()))
    assert open_index(root).version == first.version
    assert {path.name for path in root.iterdir()} == {first.version, "current"}


def test_an_index_of_another_model_is_refused(
    two_plans: KnowledgeBase,
    settings: IndexSettings,
    root: Path,
    word_embedder: Any,
    word_models: Models,
) -> None:
    build(two_plans, settings, root, models=word_models)
    word_embedder.identity = "other words"
    with pytest.raises(ArtifactError, match=r"'words'.*'other words'"):
        Searcher(open_index(root), word_models)
