"""What a plan's page is made of. Segments point into the source; everything else is arrangement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters [start, end) of the source within the printed line `line` (1-based)."""

    start: int
    end: int
    line: int


Segments = tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of HTML level 2 to 6.

    anchor      its id on the page
    title       its mended text
    measure_id  record id of the measure it is the title of, None for other headings
    """

    kind: ClassVar[str] = "heading"
    level: int
    anchor: str
    title: str
    segments: Segments
    measure_id: str | None = None

    @property
    def units(self) -> tuple[Segments, ...]:
        """What is printed without a break, in order; of every kind of block."""
        return (self.segments,)


@dataclass(frozen=True, slots=True)
class Prose:
    """Running text.

    role    a style name (prose, note, footnote, source, table, loose)
    anchor  id on the page of what other places lead to
    """

    kind: ClassVar[str] = "prose"
    role: str
    segments: Segments
    anchor: str | None = None

    @property
    def units(self) -> tuple[Segments, ...]:
        """The text as one."""
        return (self.segments,)


@dataclass(frozen=True, slots=True)
class ItemList:
    """Items one below the other, their own marks being part of the text."""

    kind: ClassVar[str] = "list"
    items: tuple[Segments, ...]

    @property
    def units(self) -> tuple[Segments, ...]:
        """Each item."""
        return self.items


@dataclass(frozen=True, slots=True)
class Definition:
    """A term and what it means; a term that cannot be told apart in print has no `head`."""

    term: str
    anchor: str
    head: Segments
    rest: Segments


@dataclass(frozen=True, slots=True)
class Definitions:
    """Terms that the plan explains one below the other."""

    kind: ClassVar[str] = "definitions"
    entries: tuple[Definition, ...]

    @property
    def units(self) -> tuple[Segments, ...]:
        """Each term and each explanation."""
        both = ((entry.head, entry.rest) for entry in self.entries)
        return tuple(part for entry in both for part in entry if part)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table made from records.

    span  columns it is wide
    sure  False where the print does not fix its place: `text` then tells the order alone
    """

    text: str
    span: int = 1
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its head, its cells, and the source it was read from."""

    head: str
    cells: tuple[Cell, ...]
    segments: Segments


class Column(StrEnum):
    """Columns whose name is ours and not the plan's."""

    ORDER = "order"  # what is planned, in order, without a year
    DEPARTMENTS = "departments"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Table:
    """A table rebuilt from records, with the flattened print of the source beneath it.

    caption  as the plan names it, None for a schedule
    columns  names in the plan's own words, or one of ours
    """

    kind: ClassVar[str] = "table"
    caption: str | None
    columns: tuple[str | Column, ...]
    rows: tuple[Row, ...]
    segments: Segments

    @property
    def units(self) -> tuple[Segments, ...]:
        """The flattened print."""
        return (self.segments,)


@dataclass(frozen=True, slots=True)
class Margin:
    """What the print has beside the text: running headers, axis ticks, captions.

    shown  False for signs of the transcript's own markup (##), which no print had
    """

    kind: ClassVar[str] = "margin"
    segments: Segments
    shown: bool = True

    @property
    def units(self) -> tuple[Segments, ...]:
        """Nothing: who searches the plan does not look for its running headers."""
        return ()


@dataclass(frozen=True, slots=True)
class PageMark:
    """From here on the text stands on this printed page."""

    kind: ClassVar[str] = "page"
    page: int

    @property
    def units(self) -> tuple[Segments, ...]:
        """Nothing: the mark is ours."""
        return ()


def place_anchor(offset: int) -> str:
    """The id of what begins at an offset of the source and is led to from elsewhere."""
    return f"at-{offset}"


Block = Heading | Prose | ItemList | Definitions | Table | Margin | PageMark
