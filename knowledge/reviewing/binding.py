"""Binding: which records an entry rests on, found from where its evidence stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from knowledge.errors import FaqError, QuoteError
from knowledge.records import Enumeration, Reading, Record, RecordKind, Span, Statistic
from knowledge.reviewing.entry_file import EntryLine, Stored
from knowledge.reviewing.evidence import CompactSource
from knowledge.reviewing.wording import comparable
from knowledge.source import SourceText

# Running text and headings are bound to only where no record of a more telling kind stands.
_TIERS: Mapping[RecordKind, int] = {RecordKind.PARAGRAPH: 1, RecordKind.SECTION: 2}
# Characters a bucket of the overlap table covers; records are mostly of this size.
_BUCKET = 256


class OverlapTable:
    """The records of one plan by the characters they stand on."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._buckets: dict[int, list[tuple[Span, Record]]] = defaultdict(list)
        for record in records:
            for span in record.spans:
                for bucket in range(span.start // _BUCKET, (span.end - 1) // _BUCKET + 1):
                    self._buckets[bucket].append((span, record))

    def records_on(self, span: Span) -> tuple[Record, ...]:
        """Every record that shares a character with the span, in order of first appearance."""
        found: dict[str, Record] = {}
        for bucket in range(span.start // _BUCKET, (span.end - 1) // _BUCKET + 1):
            for other, record in self._buckets.get(bucket, ()):
                if other.overlaps(span):
                    found.setdefault(record.id, record)
        return tuple(found.values())


def locate_evidence(entry: Stored, source: CompactSource) -> tuple[Span, ...]:
    """Where each piece of evidence stands. Raises FaqError naming the line and the string."""
    try:
        return tuple(source.locate(piece) for piece in entry.line.evidence)
    except QuoteError as error:
        raise FaqError(f"{entry.line.id}: evidence {error}", entry.field("evidence")) from error


def bound_records(line: EntryLine, spans: Sequence[Span], table: OverlapTable) -> tuple[str, ...]:
    """The ids of the records an entry rests on, in the order of its evidence.

    For each piece of evidence the records of the most telling kind that stand there. Of the values
    of a chart, printed in one run, only those the answer states; of the lists a measure or event
    is an item of, only those whose items the evidence mostly covers.
    """
    bound: dict[str, None] = {}
    for span in spans:
        there = table.records_on(span)
        if not there:
            continue
        tier = min(_TIERS.get(record.kind, 0) for record in there)
        telling = [record for record in there if _TIERS.get(record.kind, 0) == tier]
        for record in _covered(_stated(telling, line.answer), spans):
            bound[record.id] = None
    return tuple(bound)


def _stated(records: Sequence[Record], answer: str) -> Sequence[Record]:
    """Without the values the answer does not state; by value and label, else by value alone."""
    said = comparable(answer)
    others = [record for record in records if not isinstance(record, Statistic)]
    values = [
        record
        for record in records
        if isinstance(record, Statistic)
        and re.search(rf"(?<!\d)(?<!\d\.){re.escape(str(record.value))}(?!\d|\.\d)", said)
    ]
    labelled = [record for record in values if _head(record.label) in said]
    return [*others, *(labelled or values)] or records


def _head(label: str) -> str:
    """A label without what it adds in brackets: 20代 of `20代 (N=57)`."""
    return re.split(r"[(（]", comparable(label))[0]


def _covered(records: Sequence[Record], spans: Sequence[Span]) -> Sequence[Record]:
    covered = [
        record
        for record in records
        if not isinstance(record, Enumeration) or _mostly_covered(record, spans)
    ]
    return covered or records


def _mostly_covered(record: Enumeration, spans: Sequence[Span]) -> bool:
    touched = sum(any(item.span.overlaps(span) for span in spans) for item in record.items)
    return touched >= 2 and touched * 2 > len(record.items)


def bind(
    entries: Iterable[Stored],
    sources: Mapping[str, SourceText],
    readings: Mapping[str, Reading],
) -> tuple[EntryLine, ...]:
    """The entries with `records` computed anew, in the same order.

    Raises FaqError for evidence that does not stand exactly once, and where no record stands on it.
    """
    compact = {plan_id: CompactSource(source) for plan_id, source in sources.items()}
    tables = {plan_id: OverlapTable(reading.records) for plan_id, reading in readings.items()}
    bound = []
    for entry in entries:
        plan_id = entry.line.plan
        if plan_id not in compact or plan_id not in tables:
            raise FaqError(f"there is no plan {plan_id}", entry.field("plan"))
        spans = locate_evidence(entry, compact[plan_id])
        records = bound_records(entry.line, spans, tables[plan_id])
        if not records:
            raise FaqError(f"{entry.line.id} stands on no record", entry.field("evidence"))
        bound.append(entry.line.model_copy(update={"records": records}))
    return tuple(bound)
