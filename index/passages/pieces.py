"""Long text in pieces of whole sentences, each with the characters it was read from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.settings import PieceSettings
from knowledge.records import Span
from knowledge.source import SourceText

# A sentence with its end, or a line: mended bodies join paragraphs and table rows by newline.
_SENTENCE = re.compile(r"[^。\n]*(?:。[」』）)]*|\n|$)")
_FULL_STOP = "。"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of sentences and the spans they stand in."""

    text: str
    spans: tuple[Span, ...]


def split(
    text: str, spans: tuple[Span, ...], source: SourceText, settings: PieceSettings
) -> tuple[Piece, ...]:
    """Pack sentences into pieces of at most `longest` characters; a short rest joins the last.

    A sentence longer than that stays whole. Spans are found by counting full stops, which mending
    keeps; where the counts of text and source differ, every piece keeps all spans.
    """
    runs = _packed([one for one in _SENTENCE.findall(text) if one.strip()], settings)
    if len(runs) == 1:
        return (Piece(text.strip(), spans),)
    stops = _stops(spans, source)
    countable = len(stops) == text.count(_FULL_STOP)
    pieces, passed = [], 0
    for run in runs:
        ended = passed + run.count(_FULL_STOP)
        own = _between(spans, stops, passed, ended) if countable and ended > passed else spans
        pieces.append(Piece(run.strip(), own or spans))
        passed = ended
    return tuple(pieces)


def _packed(sentences: Sequence[str], settings: PieceSettings) -> list[str]:
    runs: list[str] = []
    for sentence in sentences:
        if runs and len(runs[-1]) + len(sentence) <= settings.longest_chars:
            runs[-1] += sentence
        else:
            runs.append(sentence)
    if len(runs) > 1 and len(runs[-1]) < settings.shortest_chars:
        runs[-2:] = [runs[-2] + runs[-1]]
    return runs or [""]


def _stops(spans: Sequence[Span], source: SourceText) -> list[int]:
    """Offsets just after each full stop of the spans, in reading order."""
    return [
        at + 1
        for span in spans
        for at in range(span.start, span.end)
        if source.text[at] == _FULL_STOP
    ]


def _between(
    spans: Sequence[Span], stops: Sequence[int], first: int, last: int
) -> tuple[Span, ...]:
    """The parts of the spans after stop number `first` up to stop number `last`, counted from 0."""
    start = stops[first - 1] if first else None
    end = stops[last - 1]
    own, open_ = [], start is None
    for span in spans:
        low, high = span.start, span.end
        if not open_ and start is not None and low <= start <= high:
            low, open_ = start, True
        if not open_:
            continue
        closes = low < end <= high
        if closes:
            high = end
        if low < high:
            own.append(Span(low, high))
        if closes:
            break
    return tuple(own)
