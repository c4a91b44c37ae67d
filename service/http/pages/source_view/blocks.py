"""What a plan's page is made of. Segments point into the source; everything else is arrangement."""

from __future__ import annotations

from dataclasses import dataclass
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
    """A heading of HTML level 2 to 6; `anchor` is its id on the page, `title` its mended text."""

    kind: ClassVar[str] = "heading"
    level: int
    anchor: str
    title: str
    segments: Segments


@dataclass(frozen=True, slots=True)
class Prose:
    """Running text; `role` is a style name (prose, note, source, table, loose)."""

    kind: ClassVar[str] = "prose"
    role: str
    segments: Segments


@dataclass(frozen=True, slots=True)
class ItemList:
    """Items one below the other, their own marks being part of the text."""

    kind: ClassVar[str] = "list"
    items: tuple[Segments, ...]


@dataclass(frozen=True, slots=True)
class Definitions:
    """Terms and what they mean; a term that cannot be told apart in print has no segments."""

    kind: ClassVar[str] = "definitions"
    entries: tuple[tuple[str, Segments, Segments], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table made from records.

    span  columns it is wide
    sure  False where the print does not fix its place
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


@dataclass(frozen=True, slots=True)
class Table:
    """A table rebuilt from records, with the flattened print of the source beneath it."""

    kind: ClassVar[str] = "table"
    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    segments: Segments


@dataclass(frozen=True, slots=True)
class Margin:
    """What the print has beside the text: running headers, axis ticks, captions."""

    kind: ClassVar[str] = "margin"
    segments: Segments


@dataclass(frozen=True, slots=True)
class PageMark:
    """From here on the text stands on this printed page."""

    kind: ClassVar[str] = "page"
    page: int


Block = Heading | Prose | ItemList | Definitions | Table | Margin | PageMark
