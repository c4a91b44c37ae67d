from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from index import (
    IndexSettings,
    Leg,
    Models,
    Query,
    ResultSet,
    Scope,
    Searcher,
    build,
    open_index,
)
from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import FaqEntry, RecordKind

TORIDE = Scope(cities=frozenset({"toride"}))


def test_a_question_finds_its_entry(searcher: Searcher, knowledge: KnowledgeBase) -> None:
    first = searcher.search(Query("コンビニ交付はいつから", TORIDE)).hits[0]
    assert "平成28年度" in first.passage.shown
    assert first.best_form is not None
    entry = knowledge.record(first.passage.record_ids[0])
    assert isinstance(entry, FaqEntry)
    assert first.best_form in entry.forms
    assert first.best_form_cosine is not None
    assert 0.8 < first.best_form_cosine <= 1


def test_forms_find_their_own_entry(searcher: Searcher, knowledge: KnowledgeBase) -> None:
    asked = knowledge.faq[::40]
    first = [
        searcher.search(Query(entry.forms[2], Scope(plans=frozenset({entry.plan_id})), 1)).hits[0]
        for entry in asked
    ]
    right = sum(hit.passage.id == entry.id for hit, entry in zip(first, asked, strict=True))
    assert right >= 0.9 * len(asked)


def test_passages_answer_where_no_entry_does(searcher: Searcher) -> None:
    kinds = {
        hit.passage.kind
        for question in ("GISとは何ですか", "第4条 委員長の職務", "県域統合型GISの導入")
        for hit in searcher.search(Query(question, TORIDE)).hits
    }
    assert {RecordKind.FAQ, RecordKind.GLOSSARY, RecordKind.ARTICLE, RecordKind.TIMELINE} <= kinds


@pytest.mark.parametrize(
    "scope",
    [
        Scope(cities=frozenset({"otawara"})),
        Scope(plans=frozenset({"toride-5"})),
        Scope(cities=frozenset({"toride", "oyama"}), plans=frozenset({"oyama-3", "joso-3"})),
    ],
)
def test_nothing_out_of_scope_is_found(searcher: Searcher, scope: Scope) -> None:
    results = searcher.search(Query("コンビニ交付はいつから", scope, 30))
    found = (*results.hits, *results.rejected)
    assert found
    assert all(hit.passage.city in scope.cities or not scope.cities for hit in found)
    assert all(hit.passage.plan_id in scope.plans or not scope.plans for hit in found)


def test_other_cities_do_not_change_a_score(searcher: Searcher) -> None:
    # Scope is taken before standardising: a city's own site ranks as if it stood alone.
    one = searcher.search(Query("住民票", Scope(plans=frozenset({"toride-5"})), 5))
    both = searcher.search(Query("住民票", TORIDE, 5))
    assert [hit.score for hit in one.hits] != [hit.score for hit in both.hits]


def test_an_unknown_scope_holds_nothing(searcher: Searcher) -> None:
    results = searcher.search(Query("住民票", Scope(cities=frozenset({"atlantis"}))))
    assert results.hits == results.rejected == ()


def test_every_hit_shows_its_arithmetic(searcher: Searcher) -> None:
    results = searcher.search(Query("マイナンバーカードの独自利用", TORIDE, 20))
    for hit in (*results.hits, *results.rejected):
        assert sum(leg.standard * leg.weight for leg in hit.legs) == pytest.approx(hit.score)
        assert hit.arithmetic().endswith(f"= {hit.score:.3f}")
        is_entry = hit.passage.kind is RecordKind.FAQ
        assert (hit.raw(Leg.FORM_DENSE) is not None) == is_entry
        assert (hit.raw(Leg.TITLE_DENSE) is None) == is_entry
        assert (hit.best_form is not None) == is_entry


def test_hits_come_best_first_and_the_rest_is_kept(searcher: Searcher) -> None:
    results = searcher.search(Query("防災情報のメール配信", TORIDE, 4))
    scores = [hit.score for hit in (*results.hits, *results.rejected)]
    assert len(results.hits) == 4
    assert len(results.rejected) == IndexSettings().rejected
    assert scores == sorted(scores, reverse=True)
    assert all(hit.rejected is None for hit in results.hits)
    assert results.rejected[0].rejected == "rank 5, below the cut of 4"


def test_a_question_in_kana_is_searched_with_kanji(searcher: Searcher) -> None:
    kana, kanji = (
        searcher.search(Query(question, TORIDE))
        for question in ("けいかくは いつまで ですか", "計画はいつまでですか")
    )
    assert [hit.passage.id for hit in kana.hits] == [hit.passage.id for hit in kanji.hits]


def test_the_probe_tells_what_plans_are_asked(searcher: Searcher) -> None:
    told = searcher.search(Query("情報化計画の目標は何ですか", TORIDE)).askable
    not_told = searcher.search(Query("講座の受講料はいくらですか", TORIDE)).askable
    assert not_told < 0 < told


def test_tokens_steps_and_version_are_told(searcher: Searcher) -> None:
    results = searcher.search(Query("住民票の担当課", TORIDE))
    assert results.tokens == ("住民", "票", "担当", "課")
    assert list(results.milliseconds) == ["tokens", "embed", "scope", "score", "fuse"]
    assert results.index_version == searcher.version


def test_the_same_question_gets_the_same_ranking(searcher: Searcher) -> None:
    def ask(_: int) -> ResultSet:
        found = searcher.search(Query("オープンデータの推進", TORIDE))
        return replace(found, milliseconds={})

    with ThreadPoolExecutor(4) as threads:
        results = list(threads.map(ask, range(12)))
    assert all(result == results[0] for result in results)


@pytest.mark.parametrize("text", ["", "？？", "🙂", "ㅋㅋㅋ", "あ" * 300])
def test_questions_that_say_nothing_are_searched_all_the_same(
    searcher: Searcher, text: str
) -> None:
    assert len(searcher.search(Query(text, TORIDE)).hits) == 10


def test_another_index_takes_its_place(
    two_plans: KnowledgeBase, tmp_path: Path, word_models: Models
) -> None:
    settings = IndexSettings(cache_folder=tmp_path / "vectors")
    build(two_plans, settings, tmp_path / "both", models=word_models)
    one = replace(two_plans, faq=two_plans.faq[:1])
    build(one, settings, tmp_path / "one", models=word_models)
    searcher = Searcher(open_index(tmp_path / "both"), word_models, settings)
    before = searcher.version
    searcher.swap(open_index(tmp_path / "one"))
    assert searcher.version != before
    results = searcher.search(Query("計画の期間", k=500))
    assert results.index_version == searcher.version
    assert sum(hit.passage.kind is RecordKind.FAQ for hit in results.hits) == 1
