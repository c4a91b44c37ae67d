"""What was read of each plan and what was not: the figures behind `madoguchi knowledge check`.

Every character that is not white space belongs to a record, to a class left out on purpose, or
to what is left over. FAQ entries do not count as reading: they rest on records.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import LeftOutClass, Plan, Reading, RecordKind, Span
from knowledge.source import SourceText

MAX_LEFTOVER_SHARE = 0.01  # of a plan's characters; above it, the check fails
_EXCERPT_CHARACTERS = 60  # enough to find the place by eye


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Characters of the source with the 1-based line they begin on; shortened with … for showing.

    `characters` counts those that are not white space.
    """

    line: int
    text: str
    characters: int


@dataclass(frozen=True, slots=True)
class UnresolvedExcerpt:
    """Something read but not settled, and where it stands."""

    what: str
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class PlanCoverage:
    """How much of a plan's source stands on records.

    characters       in the source, white space not counted; so all other counts
    on_records       characters on at least one record
    left_out         characters left out on purpose by class, only where on no record
    leftover         characters neither on a record nor left out; `leftovers` lists them all
    records          number of records by kind, only kinds that occur; FAQ entries included
    pages            first and last printed page on which a record begins; None where unknown
    """

    plan: Plan
    characters: int
    on_records: int
    left_out: Mapping[LeftOutClass, int]
    leftover: int
    leftovers: tuple[Excerpt, ...]
    records: Mapping[RecordKind, int]
    pages: tuple[int, int] | None
    unresolved: tuple[UnresolvedExcerpt, ...]

    @property
    def leftover_share(self) -> float:
        """Leftover characters as a share of all, 0..1."""
        return self.leftover / self.characters

    @property
    def is_complete(self) -> bool:
        """Whether less than `MAX_LEFTOVER_SHARE` of the source is left over."""
        return self.leftover_share < MAX_LEFTOVER_SHARE


def coverage(knowledge: KnowledgeBase) -> tuple[PlanCoverage, ...]:
    """The coverage of every plan, in catalog order."""
    return tuple(
        _of_plan(
            plan,
            knowledge.sources[plan.id],
            knowledge.readings[plan.id],
            Counter(record.kind for record in knowledge.records(plan.id)),
        )
        for plan in knowledge.plans
    )


def _of_plan(
    plan: Plan, source: SourceText, reading: Reading, records: Counter[RecordKind]
) -> PlanCoverage:
    open_to_reading = [not character.isspace() for character in source.text]
    characters = sum(open_to_reading)
    on_records = sum(
        _take(open_to_reading, span) for record in reading.records for span in record.spans
    )
    left_out: Counter[LeftOutClass] = Counter()
    for left in reading.left_out:
        left_out[left.reason] += _take(open_to_reading, left.span)
    pages = [record.page for record in reading.records if record.page is not None]
    return PlanCoverage(
        plan=plan,
        characters=characters,
        on_records=on_records,
        left_out=MappingProxyType({reason: left_out[reason] for reason in LeftOutClass}),
        leftover=sum(open_to_reading),
        leftovers=tuple(_excerpt(source, span) for span in _runs(source, open_to_reading)),
        records=MappingProxyType({kind: records[kind] for kind in RecordKind if records[kind]}),
        pages=(min(pages), max(pages)) if pages else None,
        unresolved=tuple(
            UnresolvedExcerpt(item.what, _excerpt(source, item.span)) for item in reading.unresolved
        ),
    )


def _take(untaken: list[bool], span: Span) -> int:
    """Mark the characters of a span as taken; how many were not taken before."""
    taken = sum(untaken[span.start : span.end])
    untaken[span.start : span.end] = [False] * (span.end - span.start)
    return taken


def _runs(source: SourceText, untaken: list[bool]) -> Iterable[Span]:
    """Runs of untaken characters; white space between two of them does not part them."""
    start = end = None
    for offset, character in enumerate(source.text):
        if untaken[offset]:
            start, end = (offset if start is None else start), offset + 1
        elif not character.isspace() and start is not None and end is not None:
            yield Span(start, end)
            start = None
    if start is not None and end is not None:
        yield Span(start, end)


def _excerpt(source: SourceText, span: Span) -> Excerpt:
    quote = source.quote(span)
    shown = quote if len(quote) <= _EXCERPT_CHARACTERS else f"{quote[: _EXCERPT_CHARACTERS - 1]}…"
    return Excerpt(source.at(span.start).line or 1, shown, len("".join(quote.split())))
