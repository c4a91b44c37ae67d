"""Headings: which lines are, how deep, and under which path every line of the plan stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from knowledge.mending import mend
from knowledge.reading.toride.marks import (
    Marked,
    columns,
    read_mark,
    strip_measure_marks,
)
from knowledge.reading.toride.sheet import Part, Sheet
from knowledge.records import LeftOutClass, Section

_SENTENCE_ENDS = ("。", "、", ",")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading at a line. `key` names it in record ids: the numbers of its path (第2章1(1)①).

    depth is the level of its mark in the layout (0 = outermost); `silent` headings end the one
    above and head nothing themselves.
    """

    index: int
    marked: Marked
    depth: int
    path: tuple[str, ...]
    key: str
    silent: bool = False


class Outline:
    """All headings in order of lines."""

    def __init__(self, headings: Sequence[Heading]) -> None:
        self.headings = tuple(headings)
        self._starts = [heading.index for heading in self.headings]

    def heading_at(self, index: int) -> Heading | None:
        """The heading under which a line stands (its own, if it is one)."""
        place = bisect_right(self._starts, index)
        return self.headings[place - 1] if place else None

    def path_at(self, index: int) -> tuple[str, ...]:
        """The section path of a line; () above the first heading."""
        heading = self.heading_at(index)
        return heading.path if heading else ()

    def key_at(self, index: int) -> str:
        """The id part of the section of a line."""
        heading = self.heading_at(index)
        return heading.key if heading else ""

    def above(self, heading: Heading, mark: str) -> Heading | None:
        """The nearest heading of a mark that a heading stands under."""
        for other in reversed(self.headings[: self.headings.index(heading)]):
            if other.marked.mark == mark and heading.path[: len(other.path)] == other.path:
                return other
        return None


def element(marked: Marked) -> str:
    """How a heading is written in a section path."""
    if marked.number and marked.mark.startswith("（"):
        return f"（{marked.number}）{marked.title}"
    return f"{marked.number} {marked.title}" if marked.number else marked.title


class _Stack:
    """The headings open at a line, by depth."""

    def __init__(self) -> None:
        self.open: dict[int, Marked] = {}

    def accepts(self, depth: int, ordinal: int | None) -> bool:
        """Whether a number is next in its sequence; a mark without a number always is."""
        if ordinal is None:
            return True
        last = self.open.get(depth)
        return ordinal == (last.ordinal or 0) + 1 if last else ordinal == 1

    def push(self, depth: int, marked: Marked) -> list[Marked]:
        """Open a heading, closing all as deep; returns those now open, outermost first."""
        self.open = {level: own for level, own in self.open.items() if level < depth}
        self.open[depth] = marked
        return [self.open[level] for level in sorted(self.open)]


def _heading_like(sheet: Sheet, index: int) -> bool:
    text = sheet.plain(index)
    return not text.endswith(_SENTENCE_ENDS) and columns(text) < sheet.layout.full_columns + 2


def _list_items(sheet: Sheet, indices: Sequence[int]) -> set[int]:
    """Lines whose neighbour carries the number before or after: items of a list, not headings."""
    items: set[int] = set()
    for mark in sheet.layout.item_marks:
        counts = {
            index: marked.count
            for index in indices
            if (marked := read_mark(mark, sheet.plain(index))) is not None
        }
        for first, second in pairwise(indices):
            if first in counts and counts.get(second) == counts[first] + 1:
                items.update((first, second))
    return items


def _match(sheet: Sheet, index: int, stack: _Stack) -> tuple[int, Marked] | None:
    text = sheet.plain(index)
    for depth, mark in reversed(list(enumerate(sheet.layout.headings))):
        marked = read_mark(mark, text)
        if marked is not None and stack.accepts(depth, marked.ordinal):
            return depth, replace(marked, title=mend([strip_measure_marks(marked.title)]))
    return None


def _key(opened: Sequence[Marked]) -> str:
    """Numbers of a path as one name; a group or measure (1-1, 1-1-1) needs nothing before it."""
    key = ""
    for marked in opened:
        alone = re.fullmatch(r"\d+(-\d+)+", marked.number)
        key = marked.number if alone else key + (marked.number or marked.title)
    return key


def read_outline(sheet: Sheet) -> Outline:
    """Find the headings among the free lines and claim them.

    A number counts for the innermost list that is open and awaits it, so `３．` within a list that
    stands at 2 does not become the next section of the chapter.
    """
    stack = _Stack()
    headings: list[Heading] = []
    indices = sheet.free()
    items = _list_items(sheet, indices)
    for index in indices:
        if index in items or not _heading_like(sheet, index):
            continue
        found = _match(sheet, index, stack)
        if found is None:
            continue
        depth, marked = found
        opened = stack.push(depth, marked)
        silent = marked.mark == "【】" and marked.title in sheet.layout.silent_headings
        if silent:
            sheet.leave_out([index], LeftOutClass.HEADING_MARK)
            opened.pop()
            stack.open.pop(depth)
        else:
            sheet.claim([index], Part.HEADING)
        path = tuple(element(own) for own in opened)
        headings.append(Heading(index, marked, depth, path, _key(opened), silent))
    return Outline(headings)


def section_records(sheet: Sheet, outline: Outline) -> list[Section]:
    """A record for each heading that heads something."""
    records = []
    for heading in outline.headings:
        if heading.silent:
            continue
        section = Section(
            id=sheet.record_id("section", heading.key),
            plan_id=sheet.plan.id,
            section=heading.path,
            page=sheet.pages[heading.index],
            spans=(sheet.lines[heading.index].span,),
            number=heading.marked.number,
            title=heading.marked.title,
            level=len(heading.path),
        )
        sheet.records.append(section)
        records.append(section)
    return records
