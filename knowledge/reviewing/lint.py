"""The lint: every rule that every shipped FAQ entry must satisfy."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge.records import (
    FaqEntry,
    Measure,
    Plan,
    Reading,
    Record,
    ScheduleRow,
)
from knowledge.reviewing.claims import Evidence, unsupported_facts
from knowledge.reviewing.evidence import CompactSource
from knowledge.reviewing.facts import disagreeing_years
from knowledge.reviewing.findings import Finding, Rule
from knowledge.reviewing.likeness import likeness, pairs_of_signs
from knowledge.reviewing.manner import ends_whole, impolite
from knowledge.reviewing.schedule_claims import unfixed_claims
from knowledge.reviewing.support import print_era, support_of
from knowledge.reviewing.wording import comparable, form_key
from knowledge.source import SourceText

# Characters; an answer is one sentence, two at most, that a phone shows without scrolling.
LONGEST_ANSWER = 200
# Jaccard of character pairs, 0..1: above it two answers on the same evidence say the same
# (measured on the shipped entries: the nearest pair of different things stands at 0.74).
SAME_ANSWER = 0.8
_WIDE = re.compile(r"[０-９Ａ-Ｚａ-ｚ，％]")
_PERSONAL = re.compile(r"[\w.+-]+@[\w-]+\.\w|0\d{1,4}-\d{1,4}-\d{3,4}|(?<!\d)\d{12}(?!\d)")


@dataclass(frozen=True)
class _Held:
    """What entries of one plan are held against."""

    plan: Plan
    source: CompactSource
    records: Mapping[str, Record]
    measures: Mapping[str, Measure]
    departments: frozenset[str]  # every department a schedule names, in comparable wording

    def of(self, entry: FaqEntry) -> list[Record]:
        return [self.records[key] for key in entry.record_ids if key in self.records]


def lint(
    entries: Iterable[FaqEntry],
    plans: Iterable[Plan],
    sources: Mapping[str, SourceText],
    readings: Mapping[str, Reading],
) -> tuple[Finding, ...]:
    """Every fault of the entries, in order of entry; empty when all is well."""
    by_plan: dict[str, list[FaqEntry]] = defaultdict(list)
    for entry in entries:
        by_plan[entry.plan_id].append(entry)
    findings: list[Finding] = []
    for plan in plans:
        mine = by_plan[plan.id]
        held = _held(plan, sources[plan.id], readings[plan.id])
        for entry in mine:
            findings += _lint_entry(entry, held)
        findings += _shared_forms(mine)
        findings += _duplicates(mine)
    return tuple(sorted(findings, key=lambda finding: finding.entry_id))


def _held(plan: Plan, source: SourceText, reading: Reading) -> _Held:
    records = {record.id: record for record in reading.records}
    measures = {key: record for key, record in records.items() if isinstance(record, Measure)}
    rows = (record for record in reading.records if isinstance(record, ScheduleRow))
    departments = frozenset(comparable(name) for row in rows for name in row.departments)
    return _Held(plan, CompactSource(source), records, measures, departments)


def _lint_entry(entry: FaqEntry, held: _Held) -> Iterator[Finding]:
    def found(rule: Rule, what: str) -> Finding:
        return Finding(rule, entry.id, what)

    for piece in entry.evidence:
        if (count := held.source.count(piece)) != 1:
            yield found(Rule.EVIDENCE, f"stands {count} times: {piece}")
    for what in _unbound(entry, held):
        yield found(Rule.RECORD, what)
    for what in _unsupported(entry, held):
        yield found(Rule.FACT, what)
    rows = [record for record in held.of(entry) if isinstance(record, ScheduleRow)]
    for what in unfixed_claims(entry, rows, held.plan, print_era(held.plan)):
        yield found(Rule.SCHEDULE, what)
    for what in _badly_put(entry.answer):
        yield found(Rule.ANSWER, what)
    for form in entry.forms:
        if not 1 <= len(form) <= 300 or form != form.strip():
            yield found(Rule.FORM, f"not 1-300 characters: {form[:40]}")
        if _PERSONAL.search(form):
            yield found(Rule.FORM, f"looks like personal data: {form}")


def _unbound(entry: FaqEntry, held: _Held) -> Iterator[str]:
    if not entry.record_ids:
        yield "bound to no record"
    for key in entry.record_ids:
        record = held.records.get(key)
        if record is None:
            yield f"no such record: {key}"
        elif not any(one.overlaps(other) for one in record.spans for other in entry.spans):
            yield f"{key} stands elsewhere than the evidence"


def _unsupported(entry: FaqEntry, held: _Held) -> Iterator[str]:
    records = held.of(entry)
    support = support_of(held.plan, entry.evidence, records, held.measures)
    evidence = Evidence(support, entry.evidence, tuple(records))
    for years in disagreeing_years(entry.answer, print_era(held.plan)):
        yield f"not the same year: {years}"
    for fact in unsupported_facts(entry.answer, print_era(held.plan), evidence, held.departments):
        yield f"{fact} stands neither in its evidence nor in its records"


def _badly_put(answer: str) -> Iterator[str]:
    if len(answer) > LONGEST_ANSWER:
        yield f"{len(answer)} characters, more than {LONGEST_ANSWER}"
    if wide := _WIDE.search(answer):
        yield f"full width {wide[0]}"
    if _PERSONAL.search(answer):
        yield "looks like personal data"
    if not ends_whole(answer):
        yield "does not end with 。"
    for sentence in impolite(answer):
        yield f"not polite: …{sentence[-12:]}"


def _shared_forms(entries: Sequence[FaqEntry]) -> Iterator[Finding]:
    first: dict[str, FaqEntry] = {}
    for entry in entries:
        for form in entry.forms:
            other = first.setdefault(form_key(form), entry)
            if other is not entry:
                yield Finding(Rule.FORM, entry.id, f"shared with {other.id}: {form}")
        if len({form_key(form) for form in entry.forms}) < len(entry.forms):
            yield Finding(Rule.FORM, entry.id, "the same form twice")


def _duplicates(entries: Sequence[FaqEntry]) -> Iterator[Finding]:
    pairs = {entry.id: pairs_of_signs(entry.answer) for entry in entries}
    for at, entry in enumerate(entries):
        for other in entries[at + 1 :]:
            if entry.answer == other.answer:
                yield Finding(Rule.DUPLICATE, other.id, f"answers as {entry.id} does")
            elif _same_place(entry, other) and entry.asks is other.asks:
                alike = likeness(pairs[entry.id], pairs[other.id])
                if alike >= SAME_ANSWER:
                    what = f"says what {entry.id} says ({alike:.2f})"
                    yield Finding(Rule.DUPLICATE, other.id, what)


def _same_place(one: FaqEntry, other: FaqEntry) -> bool:
    """Whether every piece of evidence of one shares characters with the other's, and back."""
    return all(any(a.overlaps(b) for b in other.spans) for a in one.spans) and all(
        any(a.overlaps(b) for b in one.spans) for a in other.spans
    )
