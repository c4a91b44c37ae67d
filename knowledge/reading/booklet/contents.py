"""The lines of a table of contents: number, title, and the printed page they point at."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.mending import one_width
from knowledge.reading.booklet.layout import BookletLayout
from knowledge.reading.headings import NumberedTitle, numbered_title
from knowledge.source import Line

# Between title and page stands a tab, a row of leader dots, or nothing but a blank.
_PAGE = re.compile(r"(?:\s*[.…‥・·]{2,}\s*|\s*[-─―]{3,}\s*|\s+)([0-9]{1,4})$")


@dataclass(frozen=True, slots=True)
class ContentsLine:
    """An entry as printed, over one line or several; `page` is None where none is printed."""

    lines: tuple[Line, ...]
    text: str
    page: int | None

    def numbered(self, layout: BookletLayout) -> NumberedTitle | None:
        """Its heading number and title, or None where it begins with no number of the layout."""
        return numbered_title(self.text, layout.entries)


def contents_lines(lines: Iterable[Line], layout: BookletLayout) -> Iterator[ContentsLine]:
    """Join what was broken: a line without a page goes on in the next, unless that has a number."""
    waiting: ContentsLine | None = None
    for line in lines:
        text = one_width(line.text)
        if waiting and numbered_title(text, layout.entries):
            yield waiting
            waiting = None
        parts = (*(waiting.lines if waiting else ()), line)
        whole = f"{waiting.text}{text}" if waiting else text
        if waiting and text.isdigit():
            whole = f"{waiting.text} {text}"  # the page alone on its line
        if page := _PAGE.search(whole):
            yield ContentsLine(parts, whole[: page.start()].strip(), int(page.group(1)))
            waiting = None
        else:
            waiting = ContentsLine(parts, whole, None)
    if waiting:
        yield waiting
