"""Source text as the page prints it, with all that is marked in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.records import Span
from service.http.pages.source_view.blocks import Block, Segment, Segments
from service.http.pages.source_view.marks import Layer
from service.http.pages.source_view.terms import Use

_OFFSET = re.compile(r"[0-9]{1,9}")
_WORD = re.compile(r"[A-Za-z0-9]")


def cited_span(text: str, start: str | None, end: str | None) -> Span | None:
    """The span that `?from=&to=` names, or None when the two do not name printed text."""
    if not (start and end and _OFFSET.fullmatch(start) and _OFFSET.fullmatch(end)):
        return None
    first, last = int(start), int(end)
    if not (first < last <= len(text) and text[first:last].strip()):
        return None
    return Span(first, last)


@dataclass(frozen=True, slots=True)
class Piece:
    """Text to print.

    marked  cited; `first` for the first cited piece of the page
    hit     number of the find hit it belongs to; `hit_first` for that hit's first piece
    hidden  markup of the transcript, not shown
    """

    text: str
    marked: bool = False
    first: bool = False
    hit: int | None = None
    hit_first: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pieces that are one word to be explained (`use`), or plain text."""

    use: Use | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Labels:
    use: Use | None
    cited: bool
    hit: int | None
    hidden: bool


class Ink:
    """Prints segments of one source.

    cited   the cited span, if any
    hits    parts of find hits with their number, from 1
    uses    words to be explained
    markup  signs not shown
    """

    def __init__(
        self,
        text: str,
        cited: Span | None = None,
        hits: Layer[int] | None = None,
        uses: Layer[Use] | None = None,
        markup: Layer[bool] | None = None,
    ) -> None:
        self._text = text
        self._first = _first_printed(text, cited) if cited else -1
        self._cited: Layer[bool] = Layer([(self._first, cited.end, True)] if cited else ())
        self._hits: Layer[int] = hits or Layer()
        self._uses: Layer[Use] = uses or Layer()
        self._markup: Layer[bool] = markup or Layer()
        self._begun: int | None = None  # the last hit that was begun

    def stretches(self, segments: Segments, by_line: bool = False) -> Iterator[Stretch]:
        """The text of the segments; neighbouring text that is marked alike is one piece.

        by_line  keep the printed line breaks (tables) instead of joining lines (sentences)
        """
        use: Use | None = None
        pieces: list[Piece] = []
        for labels, piece in self._labelled(segments, by_line):
            if pieces and labels.use is not use:
                yield Stretch(use, tuple(pieces))
                pieces = []
            use = labels.use
            pieces.append(piece)
        if pieces:
            yield Stretch(use, tuple(pieces))

    def pieces(self, segments: Segments, by_line: bool = False) -> Iterator[Piece]:
        """As `stretches`, without regard to words that are explained."""
        for stretch in self.stretches(segments, by_line):
            yield from stretch.pieces

    def touches(self, segments: Iterable[Segment]) -> bool:
        """Whether any of the segments is cited or hit, in whole or in part."""
        here = tuple(segments)
        return self._cited.touches(here) or self._hits.touches(here)

    def marks(self, block: Block) -> bool:
        """Whether a block looks otherwise under this ink than under one without citation or hit."""
        return self.touches(getattr(block, "segments", ())) or any(map(self.touches, block.units))

    def _labelled(self, segments: Segments, by_line: bool) -> Iterator[tuple[_Labels, Piece]]:
        held: tuple[_Labels, Piece] | None = None
        for before, segment in zip((None, *segments), segments, strict=False):
            glue = self._joint(before, segment, by_line)
            for start, end in self._cut(segment):
                labels, text = self._labels(start), glue + self._text[start:end]
                glue = ""
                if held is not None and held[0] == labels:
                    held = (labels, replace(held[1], text=held[1].text + text))
                    continue
                if held is not None:
                    yield held
                held = (labels, self._piece(labels, start, text))
        if held is not None:
            yield held

    def _labels(self, offset: int) -> _Labels:
        return _Labels(
            self._uses.at(offset),
            self._cited.at(offset) is not None,
            self._hits.at(offset),
            self._markup.at(offset) is not None,
        )

    def _piece(self, labels: _Labels, start: int, text: str) -> Piece:
        begins = labels.hit is not None and labels.hit != self._begun
        if begins:
            self._begun = labels.hit
        return Piece(text, labels.cited, start == self._first, labels.hit, begins, labels.hidden)

    def _cut(self, segment: Segment) -> Iterator[tuple[int, int]]:
        """The segment, cut where any mark begins or ends."""
        edges = {segment.start, segment.end}
        for layer in (self._cited, self._hits, self._uses, self._markup):
            edges.update(layer.edges(segment.start, segment.end))
        yield from pairwise(sorted(edges))

    def _joint(self, before: Segment | None, segment: Segment, by_line: bool) -> str:
        """What stands between two segments: a blank within a line and between Latin words."""
        if before is None:
            return ""
        if before.line == segment.line:
            return " " if segment.start > before.end else ""
        if by_line:
            return "\n"
        latin = _WORD.match(self._text[before.end - 1]) and _WORD.match(self._text[segment.start])
        return " " if latin else ""


def _first_printed(text: str, cited: Span) -> int:
    """Where the citation's first character stands that is not white space."""
    words = text[cited.start : cited.end]
    return cited.start + len(words) - len(words.lstrip())
