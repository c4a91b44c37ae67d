"""Complete headed lists: bullets under a heading, and headings that are themselves items."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from knowledge.reading.toride.outline import Heading, Outline
from knowledge.reading.toride.prose import Block, block_text
from knowledge.reading.toride.sheet import Part, Sheet
from knowledge.records import Enumeration, EnumerationItem

# A sentence above a list that says what it lists.
_INTRODUCTIONS = (
    re.compile(r"(?:注）)?(?P<what>.+?)は、次のとおりです。"),
    re.compile(r"(?P<of>.+?)では、\d+つの(?P<what>.+?)を(?:設定|策定|掲)[^。]*。"),
)
# A list with the text of its items is quoted whole up to this length, longer by its headings.
_SHORT_CHARACTERS = 600
# Items of a list that end with a column of their own (10 条): it can slip behind a note below.
_COLUMN = re.compile(r"(?P<value>\d+ ?条)$")


def add_list(
    sheet: Sheet,
    outline: Outline,
    title: str,
    items: Sequence[EnumerationItem],
    lines: Sequence[int],
) -> None:
    """Add an enumeration that stands at these lines."""
    first = lines[0]
    heading = outline.heading_at(first)
    named = title if heading is None or heading.marked.title != title else ""
    sheet.records.append(
        Enumeration(
            id=sheet.record_id("enumeration", f"{outline.key_at(first)}{named}"),
            plan_id=sheet.plan.id,
            section=outline.path_at(first),
            page=sheet.pages[first],
            spans=sheet.spans_of(sorted(lines)),
            title=title,
            items=tuple(items),
        )
    )


def read_bullet_lists(
    sheet: Sheet, outline: Outline, heading: Heading, blocks: Sequence[Block]
) -> list[Block]:
    """Enumerations of the bullets under a heading; returns the blocks that became their items.

    Long bullets (►) are paragraphs of their own, not a list.
    """
    listed: list[Block] = []
    above: Block | None = None
    for mark, group in groupby(blocks, key=lambda block: block.mark):
        run = list(group)
        if mark not in ("", "►") and len(run) > 1:
            items = [
                EnumerationItem(
                    block.label, block_text(sheet, block), sheet.spans_of(block.lines)[0]
                )
                for block in run
            ]
            lines = [index for block in run for index in block.lines]
            items, lines = _with_slipped_column(sheet, items, lines)
            title = _title(sheet, heading, above, lines[0])
            if lines[0] == heading.index + 1:
                lines = [heading.index, *lines]
            add_list(sheet, outline, title, items, lines)
            listed += run
        above = run[-1]
    return listed


def _title(sheet: Sheet, heading: Heading, above: Block | None, first: int) -> str:
    note = [first - 1] if sheet.parts[first - 1] is Part.NOTE else []
    lines = note or (above.lines if above and above.lines[-1] == first - 1 else [])
    text = sheet.text_of(lines) if lines else ""
    for pattern in _INTRODUCTIONS:
        found = pattern.fullmatch(text)
        if found:
            of = found.groupdict().get("of")
            return f"{of}の{found['what']}" if of else found["what"]
    return heading.marked.title


def _with_slipped_column(
    sheet: Sheet, items: list[EnumerationItem], lines: list[int]
) -> tuple[list[EnumerationItem], list[int]]:
    """Give the last item the column that extraction put behind the note below it."""
    below = lines[-1] + 1
    complete = all(_COLUMN.search(item.text) for item in items[:-1])
    if not complete or _COLUMN.search(items[-1].text) or below >= len(sheet.lines):
        return items, lines
    slipped = _COLUMN.search(sheet.plain(below)) if sheet.parts[below] is Part.NOTE else None
    if slipped is None:
        return items, lines
    last = items[-1]
    column = slipped["value"].replace(" ", "")
    whole = EnumerationItem(last.label, f"{last.text}{column}", last.span)
    return [*items[:-1], whole], [*lines, below]


def _with_text(
    sheet: Sheet, outline: Outline, parent: Heading, items: Sequence[Heading]
) -> list[int]:
    """The lines from the parent to the end of the last item's text where that is short to quote,
    else the headings alone.
    """
    depth = len(parent.path)
    inside = [
        index
        for index in range(parent.index, len(sheet.lines))
        if outline.path_at(index)[:depth] == parent.path
    ]
    whole = list(range(parent.index, inside[-1] + 1))
    if inside == whole and len(sheet.text_of(whole)) <= _SHORT_CHARACTERS:
        return whole
    return [parent.index, *(one.index for one in items)]


def read_heading_lists(sheet: Sheet, outline: Outline) -> None:
    """An enumeration of the headings under one parent, where their mark makes them a list."""
    children: dict[tuple[tuple[str, ...], str], list[Heading]] = {}
    for heading in outline.headings:
        if heading.marked.mark in sheet.layout.list_headings and not heading.silent:
            place = (heading.path[:-1], heading.marked.mark)
            children.setdefault(place, []).append(heading)
    parents: Mapping[tuple[str, ...], Heading] = {
        heading.path: heading for heading in outline.headings if not heading.silent
    }
    for (path, mark), items in children.items():
        parent = parents.get(path)
        if parent is None or len(items) < 2:
            continue
        # Sections numbered 1) below ① are parts of a text; below 1. they are items of a list.
        if mark == "#)" and parent.marked.mark == "①":
            continue
        listed = [
            EnumerationItem(
                one.marked.number or mark, one.marked.title, sheet.lines[one.index].span
            )
            for one in items
        ]
        lines = _with_text(sheet, outline, parent, items)
        add_list(sheet, outline, parent.marked.title, listed, lines)
