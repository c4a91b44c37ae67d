"""What every record carries: who says it, where it stands, and the characters it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class RecordKind(StrEnum):
    """The kinds of things a plan tells; the value stands in record ids and in the index."""

    SECTION = "section"
    PARAGRAPH = "paragraph"
    ENUMERATION = "enumeration"
    MEASURE = "measure"
    SCHEDULE = "schedule"
    GLOSSARY = "glossary"
    FOOTNOTE = "footnote"
    TIMELINE = "timeline"
    STATISTIC = "statistic"
    ARTICLE = "article"
    OPINION = "opinion"
    CONTENTS = "contents"
    FAQ = "faq"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of character offsets [start, end) into a source file's decoded text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got [{self.start}, {self.end})")

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One thing a plan says.

    id       `<plan_id>/<kind>/<local name>`, unique over all plans and stable over rebuilds
    plan_id  e.g. `toride-4`
    section  path in the plan's own numbers and titles (mended text), outermost first; may be empty
    page     printed page on which it begins; None where the source does not tell
    spans    what it was read from, in reading order, never empty; a table row may have several
    """

    id: str
    plan_id: str
    section: tuple[str, ...]
    page: int | None
    spans: tuple[Span, ...]

    kind: ClassVar[RecordKind]

    def __post_init__(self) -> None:
        if not self.spans:
            raise ValueError(f"record {self.id} has no span")
