"""Everything loaded together: lookups, and the checks on what readers and reviewers hand over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from knowledge.errors import KnowledgeError, QuoteError, SourceError
from knowledge.knowledgebase import KnowledgeBase, load_knowledge
from knowledge.records import (
    ContentsEntry,
    Paragraph,
    Reading,
    Record,
    RecordKind,
    Section,
    Span,
)
from knowledge.years import WESTERN, Era, both_forms

MARKDOWN = "## 第1章 はじめに\n\n### 1. 目的\n\n暮らしを便利にします。\n"


@pytest.fixture
def small(plan_table: Callable[..., str], catalog_of: Callable[..., Path]) -> KnowledgeBase:
    return load_knowledge(catalog_of(plan_table("mihon-1", MARKDOWN)))


def with_record(knowledge: KnowledgeBase, record: Record) -> KnowledgeBase:
    reading = knowledge.readings["mihon-1"]
    changed = Reading((*reading.records, record), (), ())
    return replace(knowledge, readings=MappingProxyType({"mihon-1": changed}))


def paragraph(local: str, span: Span, plan: str = "mihon-1") -> Paragraph:
    return Paragraph(
        id=f"{plan}/paragraph/{local}",
        plan_id="mihon-1",
        section=(),
        page=None,
        spans=(span,),
        text="あ",
    )


def test_every_plan_is_read_and_every_span_lies_in_its_source(plans: KnowledgeBase) -> None:
    assert {plan.id for plan in plans.plans} == set(plans.readings) == set(plans.sources)
    for record in plans.records():
        source = plans.sources[record.plan_id]
        for span in record.spans:
            assert plans.quote(record.plan_id, span)
            assert span.end <= len(source.text)


def test_quotes_stand_in_their_source_letter_for_letter(plans: KnowledgeBase) -> None:
    compact = {plan: "".join(source.text.split()) for plan, source in plans.sources.items()}
    for record in plans.records():
        for span in record.spans:
            quote = plans.quote(record.plan_id, span)
            assert "".join(quote.split()) in compact[record.plan_id], record.id


def test_lookups(plans: KnowledgeBase) -> None:
    assert plans.city("oyama").name == "小山市"
    assert plans.plan("oyama-3").city_name == "小山市"
    assert [plan.id for plan in plans.plans_of("toride")] == ["toride-4", "toride-5"]
    entry = plans.record("joso-3/contents/第6章2")
    assert isinstance(entry, ContentsEntry)
    assert entry.title == "職員研修"


def test_records_of_a_plan_and_kind(plans: KnowledgeBase) -> None:
    entries = plans.records("joso-3", ContentsEntry)
    assert entries
    assert {type(entry) for entry in entries} == {ContentsEntry}
    assert plans.records(kind=ContentsEntry) == entries
    assert plans.records("oyama-3", ContentsEntry) == ()
    assert {r.plan_id for r in plans.records("oyama-3")} == {"oyama-3"}
    assert all(section.kind is RecordKind.SECTION for section in plans.records(kind=Section))


@pytest.mark.parametrize("ask", ["city", "plan", "plans_of", "record", "records"])
def test_what_is_unknown_is_named(plans: KnowledgeBase, ask: str) -> None:
    with pytest.raises(KnowledgeError, match="nowhere"):
        getattr(plans, ask)("nowhere")


def test_a_span_beyond_the_source_is_refused(small: KnowledgeBase) -> None:
    with pytest.raises(QuoteError, match="mihon-1/paragraph/x"):
        with_record(small, paragraph("x", Span(0, 9999)))


def test_a_span_of_white_space_is_refused(small: KnowledgeBase) -> None:
    blank = MARKDOWN.index("\n\n")
    with pytest.raises(QuoteError, match="white space"):
        with_record(small, paragraph("x", Span(blank, blank + 2)))


def test_an_id_may_stand_once(small: KnowledgeBase) -> None:
    first = small.records(kind=Paragraph)[0]
    with pytest.raises(KnowledgeError, match="stands in line 5"):
        with_record(small, first)


def test_an_id_belongs_to_its_plan_and_kind(small: KnowledgeBase) -> None:
    with pytest.raises(KnowledgeError, match="should begin with 'mihon-1/paragraph/'"):
        with_record(small, paragraph("x", Span(0, 3), plan="mihon-2"))


def test_a_source_that_is_not_utf8_is_named_with_its_line(
    plan_table: Callable[..., str], catalog_of: Callable[..., Path], tmp_path: Path
) -> None:
    root = catalog_of(plan_table("mihon-1", MARKDOWN))
    (tmp_path / "sources" / "mihon-1.txt").write_bytes(b"## a\n\xff\n")
    with pytest.raises(SourceError, match=r"mihon-1\.txt:2: byte 0xff"):
        load_knowledge(root)


def test_the_same_is_read_every_time(plans: KnowledgeBase) -> None:
    again = load_knowledge()
    assert again.plans == plans.plans
    assert dict(again.readings) == dict(plans.readings)


def test_years_are_told_as_each_plan_prints_them(plans: KnowledgeBase) -> None:
    assert {plan.id: plans.year_style(plan.id) for plan in plans.plans} == {
        "toride-4": Era.HEISEI,
        "toride-5": Era.REIWA,
        "otawara-1": Era.HEISEI,
        "joso-3": WESTERN,
        "oyama-3": Era.REIWA,
    }
    period = both_forms(2019, plans.year_style("joso-3"))
    assert period == "2019年度（平成31年度・令和元年度）"


def test_a_plan_that_prints_no_year_is_told_in_the_era_of_its_making(small: KnowledgeBase) -> None:
    assert small.year_style("mihon-1") is Era.REIWA
