"""Every kind of record in words, from the real plans."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import (
    Certainty,
    Record,
    RecordKind,
    ScheduleRow,
    Statistic,
)
from service.answering.composing.excerpt import excerpt
from service.answering.composing.records import record_answer
from service.answering.composing.schedule import schedule_answer, year_answer
from service.answering.composing.telling import Telling
from service.answering.voice import Voice
from service.question import understand


@pytest.fixture(scope="module")
def telling(knowledge: KnowledgeBase) -> Telling:
    asked = understand("情報", "toride", knowledge, date(2025, 6, 2))
    return Telling(knowledge, asked, Voice("ja"), 2025)


KINDS = [kind for kind in RecordKind if kind is not RecordKind.FAQ]


@pytest.mark.parametrize("kind", KINDS)
def test_every_record_of_every_kind_has_an_answer(
    knowledge: KnowledgeBase, telling: Telling, kind: RecordKind
) -> None:
    records: list[Record] = [record for record in knowledge.records() if record.kind is kind]
    assert records
    for record in records:
        text = record_answer(record, telling)
        assert text.strip()
        assert "None" not in text
        assert "{" not in text


def row(knowledge: KnowledgeBase, record_id: str) -> ScheduleRow:
    found = knowledge.record(record_id)
    assert isinstance(found, ScheduleRow)
    return found


def test_a_schedule_is_told_in_both_forms_of_years(
    knowledge: KnowledgeBase, telling: Telling
) -> None:
    text = schedule_answer(row(knowledge, "toride-4/schedule/1-4-4"), telling)
    assert "平成30年度（2018年度）に「構築」" in text
    assert (
        "平成31年度（令和元年度・2019年度）から平成34年度（令和4年度・2022年度）までに「運用」"
        in text
    )
    assert text.endswith("担当は納税課です。")


def test_work_carried_on_is_not_built_again(knowledge: KnowledgeBase, telling: Telling) -> None:
    text = schedule_answer(row(knowledge, "toride-4/schedule/2-1-8"), telling)
    assert "平成30年度（2018年度）に「構築・運用」" in text
    assert "引き続き「構築・運用」" in text


def test_one_year_is_told_alone(knowledge: KnowledgeBase, telling: Telling) -> None:
    found = row(knowledge, "toride-4/schedule/4-3-4")
    assert "「構築」" in str(year_answer(found, 2019, telling))
    assert "「調査・研究・検討」" in str(year_answer(found, 2018, telling))
    assert year_answer(found, 2030, telling) is None


def test_a_position_that_is_not_known_gets_no_year(
    knowledge: KnowledgeBase, telling: Telling
) -> None:
    rows = knowledge.records("otawara-1", ScheduleRow)
    lost = [r for r in rows if all(c.certainty is Certainty.UNKNOWN for c in r.cells if c.words)]
    assert lost
    for found in lost:
        text = schedule_answer(found, telling)
        assert "年度" not in text.replace(found.title, "")
        assert "はっきり読み取れません" in text


def test_a_share_is_told_with_every_group(knowledge: KnowledgeBase, telling: Telling) -> None:
    share = next(
        s
        for s in knowledge.records("otawara-1", Statistic)
        if s.figure == "図表2-13" and "ゲーム機" in s.label and s.group == "栃木県"
    )
    text = record_answer(share, telling)
    assert "大田原市が20.0%" in text
    assert "栃木県が28.3%" in text
    assert "全国が24.5%" in text


def test_an_excerpt_keeps_the_sentence_that_matters() -> None:
    text = "一つ目の文です。" * 20 + "鍵となる文です。" + "最後の文です。" * 20
    assert "鍵となる" in excerpt(text, ("鍵",), 60)
    assert len(excerpt(text, ("鍵",), 60)) <= 60


def test_an_excerpt_shows_where_it_was_cut() -> None:
    assert excerpt("あ" * 100, (), 20).endswith("…")
