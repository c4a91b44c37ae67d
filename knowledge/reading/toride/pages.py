"""Printed pages: where each begins, and the page numbers that stand in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.errors import Location, SourceError
from knowledge.mending import one_width
from knowledge.reading.toride.layout import TorideLayout
from knowledge.source import Line, SourceText

_PRINTED = re.compile(r"- *(\d+) *-")


def page_number(text: str, layout: TorideLayout) -> bool:
    """Whether a line is nothing but a printed page number (`- 31 -`, `資 1`)."""
    plain = one_width(text)
    appendix = rf"{re.escape(layout.appendix_mark)} *\d+"
    return bool(_PRINTED.fullmatch(plain) or re.fullmatch(appendix, plain))


def printed_pages(source: SourceText, layout: TorideLayout) -> tuple[int | None, ...]:
    """The printed page of each line.

    A line that begins with a blank opens a page. Where a page number is printed it stands first on
    its page and takes the blank's place: 取手4 counted so has `- 31 -` opening its 31st page and
    `- 34 -` its 34th. A number that the count does not reach is a fault of the source or of
    `first_page`. The appendix numbers its own pages (`資 1`) and prints only the first number, so
    its pages are not known: None.
    """
    pages: list[int | None] = []
    page: int | None = layout.first_page
    lines: Sequence[Line] = source.lines
    for index, line in enumerate(lines):
        is_number = page_number(line.text, layout)
        if page is not None and index > 0 and (line.indented or is_number):
            page += 1
        if is_number:
            printed = _PRINTED.fullmatch(one_width(line.text))
            if printed is None:
                page = None
            elif page is not None and page != int(printed[1]):
                raise SourceError(
                    f"the page number {line.text!r} stands on page {page} as counted from "
                    f"first_page {layout.first_page}",
                    Location(source.path, line.number),
                )
        pages.append(page)
    return tuple(pages)
