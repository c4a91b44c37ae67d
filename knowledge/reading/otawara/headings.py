"""Numbered headings, their levels, section paths and short keys (`第3章3(1)①i`)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.errors import SourceError
from knowledge.mending import one_width
from knowledge.reading.otawara.layout import OtawaraLayout
from knowledge.reading.otawara.wording import readable
from knowledge.source import SourceText

# A heading is no sentence: the items ①, ② of a table are told from headings by their punctuation.
_SENTENCE = re.compile(r"[、。]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading on the line of index `line`.

    level         1 = outermost; 0 for what stands before the first heading
    number, title   mended; `path` and `keys` are those of all headings above and its own
    """

    line: int
    level: int
    number: str
    title: str
    path: tuple[str, ...]
    keys: tuple[str, ...]

    @property
    def key(self) -> str:
        """Short name of the place, unique in a plan: `第3章3(1)①i`; "" before the chapters."""
        return "".join(self.keys)

    @property
    def key_in_chapter(self) -> str:
        """The key below its chapter: `3(1)①i`."""
        return "".join(self.keys[1:])


def find_headings(
    source: SourceText, layout: OtawaraLayout, skip: Iterable[int]
) -> tuple[Heading, ...]:
    """All headings in order, leaving out the lines of `skip`.

    Raises SourceError where one number stands twice below the same heading.
    """
    skipped = set(skip)
    patterns = [re.compile(mark.pattern) for mark in layout.headings]
    path: list[str] = []
    keys: list[str] = []
    found: dict[str, Heading] = {}
    for index, line in enumerate(source.lines):
        if index in skipped or _SENTENCE.search(line.text):
            continue
        for level, pattern in enumerate(patterns, start=1):
            match = pattern.fullmatch(line.text)
            if match is None or (level > 1 and not keys):
                continue
            number, title = one_width(match["number"]), readable([match["title"]])
            mark = layout.headings[level - 1]
            # A level may be left out (1. directly above i)): its place stays empty.
            path[level - 1 :] = [""] * (level - 1 - len(path)) + [
                mark.path.format(number=number, title=title)
            ]
            keys[level - 1 :] = [""] * (level - 1 - len(keys)) + [mark.key.format(number=number)]
            heading = Heading(index, level, number, title, tuple(filter(None, path)), tuple(keys))
            if heading.key in found:
                first = source.lines[found[heading.key].line].number
                raise SourceError(
                    f"heading {heading.key} {title!r} stands here and in line {first}",
                    source.at(line.start),
                )
            found[heading.key] = heading
            break
    return tuple(found.values())
