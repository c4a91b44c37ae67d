"""The working state of one reading: which lines are taken, and what was made of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypedDict

from knowledge.errors import SourceError
from knowledge.reading.otawara.headings import Heading, find_headings
from knowledge.reading.otawara.layout import OtawaraLayout
from knowledge.reading.otawara.pages import Pages, count_pages
from knowledge.reading.otawara.wording import readable
from knowledge.records import (
    LeftOut,
    LeftOutClass,
    Paragraph,
    ParagraphRole,
    Plan,
    Record,
    RecordKind,
    Span,
    Unresolved,
)
from knowledge.source import Line, SourceText


class Place(TypedDict):
    """The fields that every record shares."""

    id: str
    plan_id: str
    section: tuple[str, ...]
    page: int | None
    spans: tuple[Span, ...]


@dataclass
class Folio:
    """Lines are named by their index in `source.lines`; readers take them and add records.

    title     section of what stands before the first heading (`ごあいさつ`)
    surveys   by key of the section that tells of a survey: its western year
    """

    source: SourceText
    plan: Plan
    layout: OtawaraLayout
    title: str = ""
    records: list[Record] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    unresolved: list[Unresolved] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    headings: tuple[Heading, ...] = ()
    surveys: dict[str, int] = field(default_factory=dict)
    pages: Pages = field(init=False)
    _ids: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.pages = count_pages(self.source, self.layout)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the source that are not blank."""
        return self.source.lines

    def number_headings(self) -> None:
        """Find the headings among the lines that are still free."""
        self.headings = find_headings(self.source, self.layout, self.taken)
        self.take(heading.line for heading in self.headings)

    def heading(self, line: int) -> Heading:
        """The heading under which a line stands."""
        above = bisect_right(self.headings, line, key=lambda heading: heading.line)
        if above:
            return self.headings[above - 1]
        return Heading(0, 0, "", self.title, (self.title,) if self.title else (), ())

    def section_end(self, heading: Heading) -> int:
        """Index after the last line below a heading and all headings beneath it."""
        for other in self.headings:
            if other.line > heading.line and other.level <= heading.level:
                return other.line
        return len(self.lines)

    def line_at(self, record: Record) -> int:
        """Index of the line on which a record begins."""
        return bisect_right(self.lines, record.spans[0].start, key=lambda line: line.start) - 1

    def next_heading(self, line: int) -> int:
        """Index of the next heading after a line, or of the end."""
        below = bisect_right(self.headings, line, key=lambda heading: heading.line)
        return self.headings[below].line if below < len(self.headings) else len(self.lines)

    def free(self, start: int = 0, end: int | None = None) -> list[int]:
        """Indices in [start, end) that nobody has taken yet."""
        stop = len(self.lines) if end is None else end
        return [index for index in range(start, stop) if index not in self.taken]

    def take(self, indices: Iterable[int]) -> None:
        """Keep lines from being read by a later reader."""
        self.taken.update(indices)

    def leave(self, indices: Iterable[int], reason: LeftOutClass) -> None:
        """Take lines that belong to no record."""
        for index in indices:
            self.taken.add(index)
            self.left_out.append(LeftOut(self.lines[index].span, reason))

    def puzzle(self, spans: Iterable[Span], what: str) -> None:
        """Report something that was read but not settled."""
        self.unresolved.extend(Unresolved(span, what) for span in spans)

    def spans(self, indices: Sequence[int]) -> tuple[Span, ...]:
        """One span for each run of neighbouring lines."""
        runs, first = [], indices[0]
        for index, following in pairwise([*indices, -1]):
            if following != index + 1:
                runs.append(Span(self.lines[first].start, self.lines[index].end))
                first = following
        return tuple(runs)

    def text(self, indices: Iterable[int]) -> str:
        """Mended text of lines."""
        return readable(self.lines[index].text for index in indices)

    def place(
        self, kind: RecordKind, local: str, indices: Sequence[int], heading: Heading | None = None
    ) -> Place:
        """Id, section, page and spans of a record read from lines.

        A name that is taken gets `-2`, `-3` ... in order of reading.
        """
        name = re.sub(r"\s+", "", local).replace("/", "・")
        wanted = unique = f"{self.plan.id}/{kind.value}/{name}"
        count = 1
        while unique in self._ids:
            count += 1
            unique = f"{wanted}-{count}"
        self._ids.add(unique)
        at = heading or self.heading(indices[0])
        return Place(
            id=unique,
            plan_id=self.plan.id,
            section=at.path,
            page=self.pages.of(indices[0]),
            spans=self.spans(indices),
        )

    def add_paragraph(
        self,
        indices: Sequence[int],
        role: ParagraphRole = ParagraphRole.PROSE,
        text: str | None = None,
    ) -> Paragraph:
        """Add and take a paragraph; named by its section and its place in it (`第1章2-3`)."""
        section = self.heading(indices[0]).key or self.title
        number = 1 + sum(
            1
            for record in self.records
            if isinstance(record, Paragraph)
            and record.id.split("/", 2)[2].startswith(f"{section}-")
        )
        paragraph = Paragraph(
            **self.place(RecordKind.PARAGRAPH, f"{section}-{number}", indices),
            text=self.text(indices) if text is None else text,
            role=role,
        )
        self.records.append(paragraph)
        self.take(indices)
        return paragraph

    def broken(self, index: int, message: str) -> SourceError:
        """The error to raise for a line that is not as the style promises."""
        return SourceError(message, self.source.at(self.lines[index].start))
