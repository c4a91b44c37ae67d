"""How a plan is built: its sections, running text, headed lists and table of contents."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from knowledge.records.base import Record, RecordKind, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Section(Record):
    """A heading: `number` as printed (第1章, (1), ①, i), `title` mended, `level` 1 = outermost.

    `section` (inherited) is the full path with this heading as its last element.
    """

    kind: ClassVar[RecordKind] = RecordKind.SECTION
    number: str
    title: str
    level: int


class ParagraphRole(StrEnum):
    """What a run of text does on its page."""

    PROSE = "prose"
    BULLET = "bullet"
    NOTE = "note"  # ※, 注), a caption that says something
    TABLE = "table"  # the text of a table no other kind reads
    SOURCE = "source"  # （出典：...）


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Record):
    """Running text between two headings. `text` is mended: lines joined, one width, marks out."""

    kind: ClassVar[RecordKind] = RecordKind.PARAGRAPH
    text: str
    role: ParagraphRole = ParagraphRole.PROSE


@dataclass(frozen=True, slots=True)
class EnumerationItem:
    """One item of a list: `label` as printed (1, ①, ○; "" for none), `text` mended."""

    label: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Enumeration(Record):
    """A headed list that is complete in the plan, e.g. 重点的に取組む施策 of a goal."""

    kind: ClassVar[RecordKind] = RecordKind.ENUMERATION
    title: str
    items: tuple[EnumerationItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsEntry(Record):
    """A line of the table of contents; `target_page` is the printed page it points at.

    All that can be said of a chapter whose text is not held. `level` 1 is a chapter.
    """

    kind: ClassVar[RecordKind] = RecordKind.CONTENTS
    number: str
    title: str
    level: int
    target_page: int
