"""An excerpt from another plan: its headings are not this plan's, its table is kept row by row."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.reading.toride.marks import read_mark
from knowledge.reading.toride.outline import Outline
from knowledge.reading.toride.pages import page_number
from knowledge.reading.toride.sheet import Part, Sheet
from knowledge.records import LeftOutClass, Paragraph, ParagraphRole

_FOREIGN_HEADINGS = ("①", "#")


def claim_excerpts(sheet: Sheet) -> list[list[int]]:
    """Claim each excerpt from its caption (...より抜粋） to the next (#) of this plan."""
    excerpts: list[list[int]] = []
    for caption, line in enumerate(sheet.lines):
        if not line.text.endswith(sheet.layout.excerpt_ending):
            continue
        above = [read_mark("(#)", sheet.plain(index)) for index in range(caption, -1, -1)]
        ordinal = next((marked.count for marked in above if marked), 0)
        excerpt = []
        for index in range(caption, len(sheet.lines)):
            below = read_mark("(#)", sheet.plain(index))
            if (below and below.count == ordinal + 1) or read_mark("第#章", sheet.plain(index)):
                break
            if not page_number(sheet.lines[index].text, sheet.layout):
                excerpt.append(index)
        excerpts.append(excerpt)
        sheet.claim(excerpt, Part.EXCERPT)
    return excerpts


def read_excerpts(sheet: Sheet, outline: Outline, excerpts: Sequence[Sequence[int]]) -> None:
    """A paragraph for each stretch of prose, and for each row with the labels above it.

    Lines of a row are joined, a label or row begins a new line of the text.
    """
    header = re.compile(rf"(?:{'|'.join(sheet.layout.excerpt_rows)}) +概 *要")
    for excerpt in excerpts:
        for index in excerpt:
            if header.fullmatch(sheet.plain(index)):
                sheet.leave_out([index], LeftOutClass.TABLE_HEADER)
        for group in _groups(sheet, [i for i in excerpt if sheet.parts[i] is Part.EXCERPT]):
            indices = [index for line in group for index in line]
            sheet.records.append(
                Paragraph(
                    id=sheet.record_id("paragraph", f"{outline.key_at(indices[0])}-抜粋"),
                    plan_id=sheet.plan.id,
                    section=outline.path_at(indices[0]),
                    page=sheet.pages[indices[0]],
                    spans=sheet.spans_of(indices),
                    text="\n".join(_label_apart(sheet.text_of(line)) for line in group),
                    role=ParagraphRole.TABLE,
                )
            )


def _groups(sheet: Sheet, excerpt: Sequence[int]) -> list[list[list[int]]]:
    """Groups of joined lines: a group is a paragraph, each of its members one line of text."""
    rows = sheet.layout.excerpt_rows
    groups: list[list[list[int]]] = [[]]
    in_table = holds_row = False
    for index in excerpt:
        text = sheet.plain(index)
        foreign = any(read_mark(mark, text) for mark in _FOREIGN_HEADINGS)
        if text.startswith(rows):
            if holds_row or (groups[-1] and not in_table):
                groups.append([])
            groups[-1].append([index])
            in_table, holds_row = True, text.startswith(rows[-1])
        elif foreign:
            if in_table:
                groups.append([])
            groups[-1].append([index])
            in_table = holds_row = False
        elif in_table and (_bullet(sheet, index) or _bullet(sheet, groups[-1][-1][0])):
            groups[-1].append([index])
        elif groups[-1] and (in_table or not _closed(sheet, groups[-1])):
            groups[-1][-1].append(index)
        else:
            if groups[-1] and sheet.plain(groups[-1][-1][-1]).endswith("。"):
                groups.append([])
            groups[-1].append([index])
    return [group for group in groups if group]


def _bullet(sheet: Sheet, index: int) -> bool:
    return sheet.lines[index].text.startswith(sheet.layout.bullets)


def _label_apart(text: str) -> str:
    """戦略2健全な... as 戦略2 健全な...: mending takes the blank behind a digit."""
    return re.sub(r"^(\D{2,5}\d+)(?=[^：\s\d])", r"\1 ", text)


def _closed(sheet: Sheet, group: Sequence[Sequence[int]]) -> bool:
    """Whether the last line of a group is whole: a sentence's end, a heading, a caption."""
    text = sheet.plain(group[-1][-1])
    heading = any(read_mark(mark, text) for mark in _FOREIGN_HEADINGS)
    return heading or text.endswith(("。", "）")) or len(text) <= 2
