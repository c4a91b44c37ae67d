"""What a record says, as support for an answer: its words, numbers and years."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum

from knowledge.records import (
    ContentsEntry,
    Footnote,
    GlossaryTerm,
    Measure,
    Plan,
    Record,
    ScheduleRow,
    Span,
    Statistic,
    TimelineEvent,
)
from knowledge.reviewing.facts import Support
from knowledge.years import Era, era_in_print

# Fields that place a record and say nothing.
_PLACING = frozenset({"id", "plan_id", "spans", "span", "source_digest", "city"})


def support_of(
    plan: Plan, evidence: Iterable[str], records: Iterable[Record], measures: Mapping[str, Measure]
) -> Support:
    """All that an answer may say: its evidence, its records, its plan's title and period.

    `measures` by record id: a schedule row also says what its measure is called.
    """
    texts = [*evidence, plan.title, plan.short_title, plan.city_name]
    years: set[int] = {plan.first_year, plan.last_year}
    for record in records:
        texts.extend(_words(record))
        years |= _years(record)
        if isinstance(record, ScheduleRow) and record.measure_id in measures:
            measure = measures[record.measure_id]
            texts += [measure.title, measure.number]
    return Support.of(texts, print_era(plan), frozenset(years))


def print_era(plan: Plan) -> Era:
    """The era whose years a bare 31年度 of the plan is."""
    return era_in_print(plan.first_year)


def _words(value: object) -> list[str]:
    """Every text within a record, depth first; ids and spans left out."""
    words: list[str] = []
    if isinstance(value, str) and not isinstance(value, Enum):
        words.append(value)
    elif isinstance(value, Enum):
        words.append(str(value.value))
    elif isinstance(value, Decimal):
        words.append(str(value))
    elif isinstance(value, tuple | frozenset):
        for part in value:
            words.extend(_words(part))
    elif is_dataclass(value) and not isinstance(value, Span | type):
        for field in fields(value):
            if field.name not in _PLACING:
                words.extend(_words(getattr(value, field.name)))
        words.extend(_derived(value))
    return words


def _derived(record: object) -> list[str]:
    """What a record says by numbers that are not texts, as people write it."""
    match record:
        case Statistic():
            return [f"{record.value}{record.unit}"]
        case Measure():
            return [f"法{article}条" for article in record.law_articles]
        case ContentsEntry():
            return [f"{record.target_page}ページ"]
        case GlossaryTerm() if record.cited_page is not None:
            return [f"P.{record.cited_page}"]
        case Footnote() if record.anchor_page is not None:
            return [f"{record.anchor_page}ページ"]
        case _:
            return []


def _years(record: Record) -> set[int]:
    match record:
        case TimelineEvent():
            return {record.fiscal_year}
        case Statistic() if record.year is not None:
            return {record.year}
        case ScheduleRow():
            terms = [term for cell in record.cells for term in (cell.start, cell.end) if term]
            return {term.fiscal_year for term in terms}
        case _:
            return set()
