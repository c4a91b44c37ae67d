"""Which record each printed character belongs to, so that each is shown once and none is lost."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from knowledge.records import (
    Enumeration,
    EnumerationItem,
    LeftOut,
    Reading,
    Record,
    RecordKind,
    Span,
)
from knowledge.source import SourceText
from service.http.pages.source_view.blocks import Segment

Owner = Record | EnumerationItem | LeftOut | None

# Painted in this order, so that the later ones win where records overlap: a figure named in a
# sentence must not tear the sentence apart, and a heading is a heading wherever it stands.
ORDER = (
    RecordKind.MEASURE,
    RecordKind.STATISTIC,
    RecordKind.FOOTNOTE,
    RecordKind.PARAGRAPH,
    RecordKind.OPINION,
    RecordKind.TIMELINE,
    RecordKind.ARTICLE,
    RecordKind.ENUMERATION,
    RecordKind.CONTENTS,
    RecordKind.GLOSSARY,
    RecordKind.SCHEDULE,
    RecordKind.SECTION,
)


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring segments of one owner."""

    owner: Owner
    segments: tuple[Segment, ...]


def runs(source: SourceText, reading: Reading) -> tuple[Run, ...]:
    """Every printed character of the source, in order, grouped by owner."""
    found: list[Run] = []
    for owner, segment in _segments(source, reading):
        if found and found[-1].owner is owner and owner is not None:
            found[-1] = Run(owner, (*found[-1].segments, segment))
        else:
            found.append(Run(owner, (segment,)))
    return tuple(found)


def _segments(source: SourceText, reading: Reading) -> Iterator[tuple[Owner, Segment]]:
    owners, paint = _painted(source, reading)
    for line in source.lines:
        start = line.start
        for end in range(line.start + 1, line.end + 1):
            if end == line.end or paint[end] != paint[start]:
                if source.text[start:end].strip():
                    yield owners[paint[start]], Segment(start, end, line.number)
                start = end


def _painted(source: SourceText, reading: Reading) -> tuple[list[Owner], list[int]]:
    """Owners, and for each character the number of its owner."""
    owners: list[Owner] = [None]
    paint = [0] * len(source.text)

    def put(owner: Owner, span: Span) -> None:
        if owners[-1] is not owner:
            owners.append(owner)
        paint[span.start : span.end] = [len(owners) - 1] * (span.end - span.start)

    rank = {kind: place for place, kind in enumerate(ORDER)}
    line_starts = {line.start for line in source.lines}
    for record in sorted(reading.records, key=lambda r: rank.get(r.kind, -1)):
        if isinstance(record, Enumeration) and _is_inline(record, line_starts):
            continue
        for span in record.spans:
            put(record, span)
        if isinstance(record, Enumeration):
            for item in record.items:
                put(item, item.span)
    for left in reading.left_out:
        put(left, left.span)
    return owners, paint


def _is_inline(record: Enumeration, line_starts: Collection[int]) -> bool:
    """Whether a sentence lists the items: as a list of their own they would tear it apart."""
    return all(item.span.start not in line_starts for item in record.items)


def printed_at(source: SourceText, reading: Reading, spans: Iterable[Span]) -> tuple[Segment, ...]:
    """The printed lines of some spans, without what is left out on purpose (running headers)."""
    found: list[Segment] = []
    for span in spans:
        first = bisect_right(source.lines, span.start, key=lambda line: line.end)
        for line in islice(source.lines, first, None):
            if line.start >= span.end:
                break
            start, end = max(line.start, span.start), min(line.end, span.end)
            if not source.text[start:end].strip():
                continue
            inside = Span(start, end)
            if not any(left.span.overlaps(inside) for left in reading.left_out):
                found.append(Segment(start, end, line.number))
    return tuple(found)
