"""The working state of a reading: each line's part on the page, and text taken back from lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import pairwise

from knowledge.errors import Location, SourceError
from knowledge.mending import mend, one_width
from knowledge.reading.toride.layout import TorideLayout
from knowledge.records import LeftOut, LeftOutClass, Plan, Record, Span, Unresolved
from knowledge.source import Line, SourceText


class Part(Enum):
    """What a line is on its page. TEXT is what no more special reader has claimed."""

    TEXT = auto()
    HEADING = auto()
    LEFT_OUT = auto()
    SOURCE = auto()
    CAPTION = auto()
    NOTE = auto()
    FOOTNOTE = auto()
    MEASURE = auto()
    LAW = auto()
    SCHEDULE = auto()
    TIMELINE = auto()
    RESULTS = auto()
    CHART = auto()
    EXCERPT = auto()
    RULES = auto()
    GLOSSARY = auto()


@dataclass
class Sheet:
    """Lines are known by their index in `lines`; readers claim them and add what they made.

    pages    printed page of each line, None in an appendix
    anchors  offsets of footnote numbers that stick to words: no text shows them
    """

    source: SourceText
    plan: Plan
    layout: TorideLayout
    lines: tuple[Line, ...]
    pages: tuple[int | None, ...]
    parts: list[Part] = field(init=False)
    anchors: set[int] = field(default_factory=set)
    records: list[Record] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    unresolved: list[Unresolved] = field(default_factory=list)
    _names: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.parts = [Part.TEXT] * len(self.lines)

    def claim(self, indices: Iterable[int], part: Part) -> None:
        """Give lines their part."""
        for index in indices:
            self.parts[index] = part

    def leave_out(self, indices: Iterable[int], reason: LeftOutClass) -> None:
        """Leave whole lines out on purpose."""
        for index in indices:
            self.parts[index] = Part.LEFT_OUT
            self.left_out.append(LeftOut(self.lines[index].span, reason))

    def free(self) -> list[int]:
        """Indices of the lines that nobody has claimed."""
        return [index for index, part in enumerate(self.parts) if part is Part.TEXT]

    def of(self, part: Part) -> list[int]:
        """Indices of the lines of a part."""
        return [index for index, own in enumerate(self.parts) if own is part]

    def plain(self, index: int) -> str:
        """A line in one width (as long as the line itself: offsets agree)."""
        return one_width(self.lines[index].text)

    def text_of(self, indices: Iterable[int]) -> str:
        """Mended text of lines that belong together, footnote numbers out."""
        # One call for all lines: whether a blank is lost at a break shows in the printed width
        # (ＬＩ / ＮＥ is one word, LG / JP might be two), which mending levels.
        return mend(self._kept(self.lines[index]) for index in indices)

    def _kept(self, line: Line) -> str:
        return "".join(
            sign for offset, sign in enumerate(line.text, line.start) if offset not in self.anchors
        )

    def spans_of(self, indices: Sequence[int]) -> tuple[Span, ...]:
        """The spans of lines: one for each run of lines that follow one another."""
        spans, first = [], indices[0]
        for last, following in pairwise([*indices, -1]):
            if following != last + 1:
                spans.append(Span(self.lines[first].start, self.lines[last].end))
                first = following
        return tuple(spans)

    def record_id(self, kind: str, local: str) -> str:
        """`<plan>/<kind>/<local>`; a second of the same name ends in `-2`, a third in `-3`."""
        local = re.sub(r"\s+", "", local).replace("/", "・")
        wanted = f"{self.plan.id}/{kind}/{local}"
        self._names[wanted] += 1
        return wanted if self._names[wanted] == 1 else f"{wanted}-{self._names[wanted]}"

    def at(self, index: int) -> Location:
        """File and line of an index, for messages."""
        return Location(self.source.path, self.lines[index].number)

    def broken(self, index: int, message: str) -> SourceError:
        """The error to raise for a line that is not as the style promises."""
        return SourceError(message, self.at(index))
