"""Source text as the page prints it, with the cited passage marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.records import Span
from service.http.pages.source_view.blocks import Segment, Segments

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
    """Text to print; `marked` if cited, `first` for the first marked piece of the page."""

    text: str
    marked: bool
    first: bool = False


class Ink:
    """Prints segments of one source for one page; knows whether the first mark has been made."""

    def __init__(self, text: str, cited: Span | None) -> None:
        self._text = text
        self._cited = cited
        self._begun = False

    def pieces(self, segments: Segments, by_line: bool = False) -> Iterator[Piece]:
        """The text of the segments; all neighbouring marked text is one piece.

        by_line  keep the printed line breaks (tables) instead of joining lines (sentences)
        """
        plain: list[tuple[str, bool]] = []
        for before, segment in zip((None, *segments), segments, strict=False):
            joint = self._joint(before, segment, by_line)
            for number, (text, marked) in enumerate(self._cut(segment)):
                glue = joint if number == 0 else ""
                if plain and plain[-1][1] == marked:
                    plain[-1] = (plain[-1][0] + glue + text, marked)
                else:
                    plain.append((glue + text, marked))
        for text, marked in plain:
            yield Piece(text, marked, first=marked and not self._begun)
            self._begun = self._begun or marked

    def touches(self, segments: Segments) -> bool:
        """Whether any of the segments is cited, in whole or in part."""
        cited = self._cited
        return cited is not None and any(
            segment.start < cited.end and cited.start < segment.end for segment in segments
        )

    def _cut(self, segment: Segment) -> Iterator[tuple[str, bool]]:
        """The segment's text, cut where the citation begins and ends."""
        cited = self._cited
        if cited is None or segment.end <= cited.start or cited.end <= segment.start:
            yield self._text[segment.start : segment.end], False
            return
        first = min(max(cited.start, segment.start), segment.end)
        last = min(max(cited.end, segment.start), segment.end)
        for start, end, marked in (
            (segment.start, first, False),
            (first, last, True),
            (last, segment.end, False),
        ):
            if start < end:
                yield self._text[start:end], marked

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
