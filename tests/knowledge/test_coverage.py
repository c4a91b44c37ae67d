"""What was read and what was not: counted on a small source, and held on the real ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from knowledge.coverage import MAX_LEFTOVER_SHARE, coverage
from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import (
    LeftOut,
    LeftOutClass,
    Paragraph,
    Plan,
    Reading,
    RecordKind,
    Span,
    Unresolved,
)
from knowledge.source import SourceText

TEXT = "あいう\n\n- 7 -\nかき くけ\nさし\n"
PLAN = Plan(
    id="mihon-1",
    city="mihon",
    city_name="見本市",
    title="計画",
    short_title="計画",
    edition=1,
    first_year=2024,
    last_year=2028,
    coverage="全文です。",
    publisher="見本市",
    published=None,
    source_digest="",
)


def read_as(reading: Reading) -> KnowledgeBase:
    source = SourceText(Path("mihon-1.txt"), TEXT, "")
    return KnowledgeBase(
        cities=(),
        plans=(PLAN,),
        sources=MappingProxyType({PLAN.id: source}),
        readings=MappingProxyType({PLAN.id: reading}),
        faq=(),
    )


def paragraph(local: str, words: str, page: int | None = None) -> Paragraph:
    start = TEXT.index(words)
    return Paragraph(
        id=f"mihon-1/paragraph/{local}",
        plan_id="mihon-1",
        section=(),
        page=page,
        spans=(Span(start, start + len(words)),),
        text=words,
    )


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def test_every_character_is_counted_once() -> None:
    reading = Reading(
        (paragraph("1", "あいう", 2), paragraph("2", "いう", 7)),
        (
            LeftOut(span("- 7 -"), LeftOutClass.RUNNING_HEADER),
            LeftOut(span("う\n\n- 7 -"), LeftOutClass.AXIS_TICKS),
        ),
        (Unresolved(span("さし"), "no page stands after it"),),
    )
    (report,) = coverage(read_as(reading))
    assert report.characters == 12
    assert report.on_records == 3
    assert report.left_out[LeftOutClass.RUNNING_HEADER] == 3
    assert report.left_out[LeftOutClass.AXIS_TICKS] == 0
    assert report.leftover == 6
    assert report.on_records + sum(report.left_out.values()) + report.leftover == 12
    assert report.leftover_share == pytest.approx(0.5)
    assert not report.is_complete
    assert report.records == {RecordKind.PARAGRAPH: 2}
    assert report.pages == (2, 7)


def test_what_is_left_over_is_listed_with_its_line() -> None:
    (report,) = coverage(read_as(Reading((paragraph("1", "くけ"),), (), ())))
    assert [(e.line, e.text, e.characters) for e in report.leftovers] == [
        (1, "あいう - 7 - かき", 8),
        (5, "さし", 2),
    ]
    assert report.pages is None


def test_what_is_unresolved_is_listed_with_its_line() -> None:
    reading = Reading((paragraph("1", "あいう"),), (), (Unresolved(span("かき くけ"), "why"),))
    (report,) = coverage(read_as(reading))
    (item,) = report.unresolved
    assert (item.what, item.excerpt.line, item.excerpt.text) == ("why", 4, "かき くけ")


def test_a_long_excerpt_is_shortened() -> None:
    base = read_as(Reading((), (), ()))
    long = SourceText(Path("mihon-1.txt"), "あ" * 500, "")
    (report,) = coverage(replace(base, sources=MappingProxyType({PLAN.id: long})))
    (excerpt,) = report.leftovers
    assert excerpt.characters == 500
    assert len(excerpt.text) == 60
    assert excerpt.text.endswith("…")


def test_under_one_percent_of_each_plan_is_left_over(plans: KnowledgeBase) -> None:
    reports = coverage(plans)
    assert [report.plan.id for report in reports] == [plan.id for plan in plans.plans]
    for report in reports:
        assert report.leftover_share < MAX_LEFTOVER_SHARE, (report.plan.id, report.leftovers[:5])
        solid = sum(not character.isspace() for character in plans.sources[report.plan.id].text)
        counted = report.on_records + sum(report.left_out.values()) + report.leftover
        assert counted == report.characters == solid


def test_most_of_each_plan_stands_on_records(plans: KnowledgeBase) -> None:
    """Leaving out is for headers, ticks and captions; it cannot carry a plan."""
    for report in coverage(plans):
        assert report.on_records > 0.9 * report.characters, report.plan.id
