"""What is marked in a plan's text: labelled spans in layers that know nothing of each other."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from service.http.pages.source_view.blocks import Segment

L = TypeVar("L")

# Signs of the transcript's own markup that belong to no reader: <sup>, the \ of \*
_MARKUP = re.compile(r"</?su[bp]>|\\(?=[*_#])")


class Layer(Generic[L]):
    """Labelled spans [start, end) of one source, none overlapping another."""

    def __init__(self, marks: Iterable[tuple[int, int, L]] = ()) -> None:
        ordered = sorted(marks, key=lambda mark: mark[:2])
        self._starts = [start for start, _, _ in ordered]
        self._ends = [end for _, end, _ in ordered]
        self.labels = tuple(label for _, _, label in ordered)

    def at(self, offset: int) -> L | None:
        """The label of the character at an offset, None where nothing is marked."""
        place = bisect_right(self._starts, offset) - 1
        return self.labels[place] if place >= 0 and offset < self._ends[place] else None

    def edges(self, start: int, end: int) -> Iterator[int]:
        """Offsets strictly between `start` and `end` where a mark begins or ends."""
        for edges in (self._starts, self._ends):
            yield from edges[bisect_right(edges, start) : bisect_left(edges, end)]

    def touches(self, segments: Iterable[Segment]) -> bool:
        """Whether any character of the segments is marked."""
        return any(self._overlaps(segment.start, segment.end) for segment in segments)

    def _overlaps(self, start: int, end: int) -> bool:
        place = bisect_right(self._ends, start)
        return place < len(self._starts) and self._starts[place] < end


def markup(text: str) -> Layer[bool]:
    """The signs of markup in a source: printed letter for letter, but not shown."""
    return Layer((found.start(), found.end(), True) for found in _MARKUP.finditer(text))
