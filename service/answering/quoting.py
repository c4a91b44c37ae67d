"""Cut a quote that reads well out of a source: whole sentences round the evidence.

A quote never grows over a heading or over what no record holds (a running header, the head of a
table), and stays inside a record that is closed in itself (a schedule row, a glossary entry, an
article), so that no neighbour's words seem to belong to it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import Record, RecordKind, Span

_CLOSED = frozenset(
    {
        RecordKind.SCHEDULE,
        RecordKind.GLOSSARY,
        RecordKind.FOOTNOTE,
        RecordKind.ARTICLE,
    }
)
_SENTENCE_END = "。"


class Quoter:
    """Quotes from one plan; built once, then asked for any span of it."""

    def __init__(self, knowledge: KnowledgeBase, plan_id: str) -> None:
        self._source = knowledge.sources[plan_id]
        records = knowledge.readings[plan_id].records
        self._closed = sorted(
            span for record in records if record.kind in _CLOSED for span in record.spans
        )
        self._walls = sorted(
            {span.start for r in records if r.kind is RecordKind.SECTION for span in r.spans[:1]}
            | {left.span.start for left in knowledge.readings[plan_id].left_out}
            | {edge for span in self._closed for edge in (span.start, span.end)}
        )
        self._cuts = self._boundaries(records)

    def _boundaries(self, records: Iterable[Record]) -> list[int]:
        """Offsets between which text may be cut: record edges and sentence ends, sorted."""
        text = self._source.text
        cuts = {0, len(text)}
        for record in records:
            for span in record.spans:
                cuts.update((span.start, span.end))
        position = text.find(_SENTENCE_END)
        while position >= 0:
            # A closing bracket after 。 belongs to the sentence before it.
            end = position + 1
            while end < len(text) and text[end] in "」』）)”":
                end += 1
            cuts.add(end)
            position = text.find(_SENTENCE_END, position + 1)
        return sorted(cuts)

    def quote(self, span: Span) -> str:
        """The characters of a span, white space collapsed."""
        return self._source.quote(span)

    def around(self, evidence: Span, chars: int, hidden: Iterable[Span] = ()) -> Span:
        """The widest run of whole sentences round `evidence` that has at most `chars` characters.

        Where the sentence of the evidence alone is longer, the evidence itself is returned, cut to
        `chars` at its end if need be.

        hidden  characters outside of the evidence that the quote may not reach
        """
        low, high = self._limits(evidence)
        for one in hidden:
            low = max(low, one.end) if one.end <= evidence.start else low
            high = min(high, one.start) if evidence.end <= one.start else high
        first = bisect_right(self._cuts, evidence.start) - 1
        last = first
        while self._cuts[last] < evidence.end:
            last += 1
        start, end = max(self._cuts[first], low), min(self._cuts[last], high)
        if self._length(start, end) > chars:
            return self._cut(evidence, chars)
        forward = backward = True
        while forward or backward:
            if forward:
                wider = self._cuts[last + 1] if last + 1 < len(self._cuts) else high + 1
                forward = wider <= high and self._length(start, wider) <= chars
                if forward:
                    last, end = last + 1, wider
            if backward:
                wider = self._cuts[first - 1] if first > 0 else low - 1
                backward = wider >= low and self._length(wider, end) <= chars
                if backward:
                    first, start = first - 1, wider
        return self._trimmed(start, end)

    def longest_free(self, span: Span, hidden: Iterable[Span]) -> Span | None:
        """The longest run of a span that is not hidden and says something, None for none."""
        runs, start = [], span.start
        for one in sorted(one for one in hidden if one.overlaps(span)):
            runs.append((start, one.start))
            start = max(start, one.end)
        runs.append((start, span.end))
        # White space and signs between two hidden passages are no quote.
        saying = [run for run in runs if any(map(str.isalnum, self._source.text[slice(*run)]))]
        longest = max(saying, key=lambda run: run[1] - run[0], default=None)
        return self._trimmed(*longest) if longest else None

    def _limits(self, evidence: Span) -> tuple[int, int]:
        for span in self._closed:
            if span.start <= evidence.start and evidence.end <= span.end:
                return span.start, span.end
        after = bisect_right(self._walls, evidence.start)
        low = self._walls[after - 1] if after else 0
        while after < len(self._walls) and self._walls[after] < evidence.end:
            after += 1
        high = self._walls[after] if after < len(self._walls) else len(self._source.text)
        return low, high

    def _length(self, start: int, end: int) -> int:
        return len(" ".join(self._source.text[start:end].split()))

    def _cut(self, span: Span, chars: int) -> Span:
        end = span.end
        while self._length(span.start, end) > chars:
            end -= max(1, self._length(span.start, end) - chars)
        return self._trimmed(span.start, end)

    def _trimmed(self, start: int, end: int) -> Span:
        text = self._source.text[start:end]
        return Span(start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip()))
