"""Which printed page a line stands on, counted from page breaks and held to printed numbers."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from knowledge.errors import SourceError
from knowledge.reading.otawara.layout import OtawaraLayout
from knowledge.source import SourceText

_NUMBER = re.compile(r"[0-9]+")


@dataclass(frozen=True, slots=True)
class Pages:
    """Page starts in reading order: index of the first line, and the printed page or None.

    headers  indices of the lines that only repeat a page's number and running header
    """

    starts: tuple[int, ...]
    printed: tuple[int | None, ...]
    headers: frozenset[int]

    def of(self, line: int) -> int | None:
        """The printed page of a line by its index; None before the first numbered page."""
        return self.printed[bisect_right(self.starts, line) - 1]

    def end(self, line: int, lines: int) -> int:
        """Index after the last line of the page on which `line` stands; `lines` counts them all."""
        after = bisect_right(self.starts, line)
        return self.starts[after] if after < len(self.starts) else lines


def count_pages(source: SourceText, layout: OtawaraLayout) -> Pages:
    """Count pages; raises SourceError where a printed number contradicts the count.

    A page begins with a line that starts with one blank and follows the line before without an
    empty line between. Bullets start with a blank too, but an empty line stands before them. Where
    number and running header were kept in the text, they begin their page instead.
    """
    lines = source.lines
    first_heading = re.compile(layout.headings[0].pattern)
    starts: list[int] = [0]
    printed: list[int | None] = [None]
    headers: set[int] = set()
    page: int | None = None
    for index, line in enumerate(lines):
        numbered = _is_header(source, index, layout)
        breaks = index > 0 and line.indented and line.number == lines[index - 1].number + 1
        if page is None:
            if first_heading.fullmatch(line.text) is None:
                continue
            page = layout.first_page
        elif breaks or numbered:
            page += 1
        else:
            continue
        if numbered:
            headers |= {index, index + 1}
            if int(line.text) != page:
                raise SourceError(
                    f"printed page number {line.text} stands on page {page} by count",
                    source.at(line.start),
                )
        if index == 0:
            printed[0] = page
        else:
            starts.append(index)
            printed.append(page)
    if page is None:
        raise SourceError(
            f"no heading of the first level ({layout.headings[0].pattern}) in the whole file",
            source.at(0),
        )
    return Pages(tuple(starts), tuple(printed), frozenset(headers))


def _is_header(source: SourceText, index: int, layout: OtawaraLayout) -> bool:
    lines = source.lines
    if not _NUMBER.fullmatch(lines[index].text) or index + 1 == len(lines):
        return False
    follows = lines[index + 1].text
    return layout.running_header is None or follows == layout.running_header
