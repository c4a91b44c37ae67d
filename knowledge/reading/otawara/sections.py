"""Headings as records, and the title of what stands before the first of them."""

from __future__ import annotations

import re

from knowledge.reading.otawara.folio import Folio
from knowledge.reading.otawara.headings import Heading
from knowledge.records import RecordKind, Section

_LONGEST_TITLE = 20


def open_front(folio: Folio) -> None:
    """Take the title of the front matter (ごあいさつ): a short first line that is no sentence."""
    first = folio.lines[0]
    chapter = re.compile(folio.layout.headings[0].pattern)
    if chapter.fullmatch(first.text) or len(first.text) > _LONGEST_TITLE or "。" in first.text:
        return
    folio.title = folio.text([0])
    folio.take([0])
    _add(folio, Heading(0, 1, "", folio.title, (folio.title,), ()), folio.title)


def read_sections(folio: Folio) -> None:
    """A section for every heading."""
    for heading in folio.headings:
        _add(folio, heading, heading.key)


def _add(folio: Folio, heading: Heading, local: str) -> None:
    folio.records.append(
        Section(
            **folio.place(RecordKind.SECTION, local, [heading.line], heading),
            number=heading.number,
            title=heading.title,
            level=heading.level,
        )
    )
