"""A paragraph without white space and in one width, each character with its place in the source."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.mending import one_width
from knowledge.reading.toride.sheet import Sheet
from knowledge.records import Record, Span

# A sentence; 。 inside brackets does not end it.
_SENTENCE = re.compile(r"(?:「[^」]*」|（[^）]*）|[^。「（])+。?")


@dataclass(frozen=True, slots=True)
class FlatText:
    """`text` without white space; `offsets[i]` is where `text[i]` stands in the source."""

    text: str
    offsets: tuple[int, ...]

    def sentences(self) -> list[tuple[int, int]]:
        """Ranges [start, end) of `text`, sentence by sentence."""
        return [found.span() for found in _SENTENCE.finditer(self.text)]

    def spans(self, sheet: Sheet, start: int, end: int) -> tuple[Span, ...]:
        """The source spans of `text[start:end]`: one for each run of lines next to each other."""
        places = self.offsets[start:end]
        indices = [
            index
            for index, line in enumerate(sheet.lines)
            if line.start <= places[-1]
            and line.end > places[0]
            and any(line.start <= place < line.end for place in places)
        ]
        runs = sheet.spans_of(indices)
        first = Span(places[0], runs[0].end)
        spans = [first, *runs[1:]]
        spans[-1] = Span(spans[-1].start, places[-1] + 1)
        return tuple(spans)


def flatten(sheet: Sheet, record: Record) -> FlatText:
    """The text of a record's spans; footnote numbers are out."""
    offsets = tuple(
        offset
        for span in record.spans
        for offset in range(span.start, span.end)
        if not sheet.source.text[offset].isspace() and offset not in sheet.anchors
    )
    return FlatText(one_width("".join(sheet.source.text[offset] for offset in offsets)), offsets)
