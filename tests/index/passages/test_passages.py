from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from index.passages import make_passages
from index.passages.entries import surroundings
from index.results import Passage
from index.settings import PieceSettings
from knowledge.errors import IndexingError
from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import (
    FaqEntry,
    Measure,
    RecordKind,
    ScheduleRow,
    Section,
    Span,
    TimelineEvent,
)

SETTINGS = PieceSettings()


@pytest.fixture(scope="module")
def passages(knowledge: KnowledgeBase) -> dict[str, Passage]:
    return {one.id: one for one in make_passages(knowledge, SETTINGS)}


def compact(text: str) -> str:
    return "".join(text.split())


def test_every_record_can_be_found(knowledge: KnowledgeBase, passages: dict[str, Passage]) -> None:
    found = {record_id for one in passages.values() for record_id in one.record_ids}
    missing = {record.id for record in knowledge.records() if not isinstance(record, Section)}
    assert missing - found == set()


def test_every_passage_stands_alone(knowledge: KnowledgeBase, passages: dict[str, Passage]) -> None:
    for one in passages.values():
        plan = knowledge.plan(one.plan_id)
        assert one.city == plan.city
        assert one.title
        assert one.shown
        assert one.spans
        assert one.id.startswith(one.record_ids[0])
        for record_id in one.record_ids:
            assert knowledge.record(record_id).plan_id == one.plan_id
        if one.kind is not RecordKind.FAQ:
            assert plan.city_name in one.text
            assert plan.short_title in one.text


def test_passages_are_short_enough_to_quote(passages: dict[str, Passage]) -> None:
    lengths = sorted(len(one.text) for one in passages.values() if one.kind is not RecordKind.FAQ)
    assert lengths[len(lengths) * 95 // 100] <= 300


def test_pieces_of_a_long_measure_keep_its_title_and_quote_their_own_part(
    knowledge: KnowledgeBase, passages: dict[str, Passage]
) -> None:
    split = [one for one in passages.values() if one.kind is RecordKind.MEASURE and "#2" in one.id]
    assert split
    for second in split:
        first = passages[second.record_ids[0]]
        assert first.title == second.title
        assert second.title in second.text
        assert first.spans[0].start < second.spans[0].start
        quote = compact(knowledge.quote(second.plan_id, second.spans[0]))
        assert quote not in compact(knowledge.quote(first.plan_id, first.spans[0]))


def test_all_of_a_body_stands_in_its_pieces(
    knowledge: KnowledgeBase, passages: dict[str, Passage]
) -> None:
    for measure in knowledge.records(kind=Measure):
        pieces = [one for one in passages.values() if one.record_ids == (measure.id,)]
        said = "".join(compact(one.text) for one in sorted(pieces, key=lambda one: one.id))
        for sentence in filter(None, measure.body.replace("\n", "。").split("。")):
            assert compact(sentence) in said


def test_a_schedule_is_told_in_words(
    knowledge: KnowledgeBase, passages: dict[str, Passage]
) -> None:
    text = passages["toride-4/schedule/1-5-1"].text
    assert "平成30年度（2018年度）は構築・運用" in text
    assert "から平成34年度（令和4年度・2022年度）までは運用" in text
    assert "担当課は情報管理課、子育て支援課、保健センター" in text
    for row in knowledge.records(kind=ScheduleRow):
        said = passages[row.id].text
        assert all(word in said for cell in row.cells for word in cell.words)
        assert all(department in said for department in row.departments)


def test_a_place_in_time_that_is_not_known_is_not_told(
    knowledge: KnowledgeBase, passages: dict[str, Passage]
) -> None:
    unknown = [
        row
        for row in knowledge.records(kind=ScheduleRow)
        if all(cell.start is None for cell in row.cells)
    ]
    assert unknown
    for row in unknown:
        told = passages[row.id].shown
        assert "読み取れません" in told
        assert "年度" not in told.replace(row.title, "").replace("".join(_words(row)), "")


def _words(row: ScheduleRow) -> Iterable[str]:
    return (word for cell in row.cells for word in cell.words)


def test_a_term_is_found_by_any_of_its_names(passages: dict[str, Passage]) -> None:
    text = passages["toride-4/glossary/BPR"].text
    assert all(name in text for name in ("BPR", "ビー・ピー・アール", "業務改革"))


def test_values_of_all_groups_stand_together(passages: dict[str, Passage]) -> None:
    compared = [
        one
        for one in passages.values()
        if one.kind is RecordKind.STATISTIC and "大田原市" in one.shown and "全国" in one.shown
    ]
    assert compared
    assert all(len(one.record_ids) > 1 for one in compared)


def test_an_event_stands_with_its_year_in_both_forms(
    knowledge: KnowledgeBase, passages: dict[str, Passage]
) -> None:
    for event in knowledge.records(kind=TimelineEvent):
        assert f"年度（{event.fiscal_year}年度）: {event.text}" in passages[event.id].text


def test_a_chapter_tells_what_it_holds(passages: dict[str, Passage]) -> None:
    assert "計画策定の趣旨" in passages["toride-4/section/第1章#parts"].shown


def test_contents_tell_chapter_and_page(passages: dict[str, Passage]) -> None:
    one = passages["joso-3/contents/第2章3(2)"]
    assert one.shown.endswith("は8ページにあります")
    assert one.shown.startswith("「3 ")


def test_an_entry_shows_its_answer_and_quotes_its_evidence(
    knowledge: KnowledgeBase, passages: dict[str, Passage]
) -> None:
    for entry in knowledge.records(kind=FaqEntry)[::50]:
        one = passages[entry.id]
        assert (one.shown, one.title, one.spans) == (entry.answer, entry.forms[0], entry.spans)
        assert one.text.startswith(entry.answer)
        assert len(one.text) > len(entry.answer) + 200


def test_surroundings_stop_at_the_ends_of_a_source(knowledge: KnowledgeBase) -> None:
    source = knowledge.sources["oyama-3"]
    whole = Span(0, len(source.text))
    assert surroundings(source, whole, 10) == surroundings(source, whole, 10**6)
    assert len(surroundings(source, Span(0, 1), 100)) >= 90


def test_an_id_that_stands_twice_is_refused(two_plans: KnowledgeBase) -> None:
    reading = two_plans.readings["oyama-3"]
    paragraph = next(one for one in reading.records if one.kind is RecordKind.PARAGRAPH)
    twice = replace(reading, records=(*reading.records, paragraph))
    readings = {**two_plans.readings, "oyama-3": twice}
    broken = _unchecked(two_plans, readings)
    with pytest.raises(IndexingError, match="two passages have the id"):
        make_passages(broken, SETTINGS)


def _unchecked(knowledge: KnowledgeBase, readings: dict[str, object]) -> KnowledgeBase:
    """The knowledge base with other readings, past its own check for ids."""
    copy = object.__new__(KnowledgeBase)
    for name in ("cities", "plans", "sources", "faq"):
        object.__setattr__(copy, name, getattr(knowledge, name))
    object.__setattr__(copy, "readings", readings)
    return copy
