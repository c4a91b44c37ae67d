"""Every shipped entry satisfies every rule; nothing is excused."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import FaqEntry, FaqKind, RecordKind
from knowledge.reviewing import bind, lint, read_entry_folder


def test_the_lint_finds_nothing(shipped: tuple[FaqEntry, ...], plans: KnowledgeBase) -> None:
    findings = lint(shipped, plans.plans, plans.sources, plans.readings)
    assert [str(finding) for finding in findings] == []


def test_bindings_are_what_the_readers_now_give(folder: Path, plans: KnowledgeBase) -> None:
    stored = read_entry_folder(folder)
    anew = bind(stored, plans.sources, plans.readings)
    assert [
        entry.line.id for entry, line in zip(stored, anew, strict=True) if entry.line != line
    ] == []


def test_every_plan_has_entries(shipped: tuple[FaqEntry, ...], plans: KnowledgeBase) -> None:
    assert set(Counter(entry.plan_id for entry in shipped)) == {plan.id for plan in plans.plans}


def test_spans_hold_the_evidence(shipped: tuple[FaqEntry, ...], plans: KnowledgeBase) -> None:
    for entry in shipped:
        text = plans.sources[entry.plan_id].text
        said = ["".join(text[span.start : span.end].split()) for span in entry.spans]
        assert said == list(entry.evidence), entry.id


def test_section_and_page_are_those_of_the_first_record(
    shipped: tuple[FaqEntry, ...], plans: KnowledgeBase
) -> None:
    entry = next(one for one in shipped if one.id == "toride-4/faq/0468")
    row = plans.record(entry.record_ids[0])
    assert (entry.section, entry.page) == (row.section, row.page)
    assert row.kind is RecordKind.SCHEDULE


@pytest.mark.parametrize("asks", [FaqKind.SCHEDULE, FaqKind.DEPARTMENT])
def test_what_toride_plans_when_and_who_does_it_rests_on_schedule_rows(
    shipped: tuple[FaqEntry, ...], asks: FaqKind
) -> None:
    measures = [
        entry
        for entry in shipped
        if entry.plan_id == "toride-4" and entry.asks is asks and "担当" in entry.answer
    ]
    for entry in measures:
        assert all("/schedule/" in key for key in entry.record_ids), entry.id
