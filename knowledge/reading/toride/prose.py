"""Running text: lines to paragraphs, bullets with what runs on below them, diagrams in between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.reading.toride.marks import columns, read_mark, read_title, unclosed
from knowledge.reading.toride.sheet import Sheet
from knowledge.records import ParagraphRole

# What runs on below a bullet though its line is not full: an explanation, a flow, a quoted name.
_RUNS_ON = ("・・・", "（", "⇒", "『")
# Prose narrower than a full line by this much (a list's indent) still goes on below.
_INDENT_COLUMNS = 8


@dataclass
class Block:
    """Lines that belong together. `mark` is the bullet or item mark, "" for plain text.

    label   a numbered item's number (①, 1, 目標1), else the bullet itself
    rows    a diagram's lines stand one to a row of text instead of being joined
    """

    lines: list[int]
    mark: str = ""
    label: str = ""
    rows: bool = field(default=False)

    @property
    def role(self) -> ParagraphRole:
        """What the block does on its page."""
        if self.rows:
            return ParagraphRole.TABLE
        return ParagraphRole.BULLET if self.mark else ParagraphRole.PROSE


def block_text(sheet: Sheet, block: Block) -> str:
    """Mended text of a block without its bullet or number."""
    if block.rows:
        return "\n".join(sheet.text_of([index]) for index in block.lines)
    text = sheet.text_of(block.lines)
    if block.mark in sheet.layout.item_marks:
        return read_title(block.mark, text)
    return text.removeprefix(block.mark).strip()


def paragraphs(sheet: Sheet, indices: Sequence[int]) -> list[Block]:
    """Blocks of the text under one heading, in order of their first lines.

    A paragraph ends with 。 at the end of a line. One that is still open at the foot of a page goes
    on overleaf; short lines without 。 before the foot are a diagram that stands in between. A
    bullet goes on in the lines next to it only.
    """
    blocks: list[Block] = []
    pending = list(indices)
    while pending:
        index = pending.pop(0)
        started = _start(sheet, index, blocks[-1] if blocks else None)
        if started is not None:
            blocks.append(started)
            continue
        diagram = [] if blocks[-1].mark else _diagram(sheet, index, pending)
        if diagram:
            blocks.insert(-1, Block(diagram, rows=True))
            del pending[: len(diagram) - 1]
        else:
            blocks[-1].lines.append(index)
    return _joined_fragments(sheet, blocks)


def _start(sheet: Sheet, index: int, above: Block | None) -> Block | None:
    """The block that a line begins; None where it goes on with the one above."""
    text = sheet.plain(index)
    for mark in sheet.layout.item_marks:
        marked = read_mark(mark, text)
        if marked and (above is None or above.mark == mark or not _open(sheet, above)):
            return Block([index], mark, marked.number)
    if text.startswith(sheet.layout.bullets) and not text.startswith(_RUNS_ON):
        bullet = text[0]
        return Block([index], bullet, bullet)
    if above is None:
        return Block([index])
    if above.mark and index != above.lines[-1] + 1:
        return Block([index])
    runs_on = above.mark and (text.startswith(_RUNS_ON) or "⇒" in text)
    return None if runs_on or _open(sheet, above) else Block([index])


def _open(sheet: Sheet, block: Block) -> bool:
    """Whether the text of a block is cut off at the end of its last line."""
    if block.rows:
        return False
    text = sheet.text_of(block.lines)
    if unclosed(text):
        return True
    full = columns(sheet.plain(block.lines[-1])) >= sheet.layout.full_columns - _INDENT_COLUMNS
    return not text.endswith("。") and (full or text.endswith("、"))


def _fragment(sheet: Sheet, index: int) -> bool:
    text = sheet.plain(index)
    short = columns(text) < sheet.layout.full_columns - _INDENT_COLUMNS
    return short and not text.endswith(("。", "、"))


def _diagram(sheet: Sheet, index: int, following: Sequence[int]) -> list[int]:
    """The lines of a diagram that begins here and ends with its page, text going on overleaf."""
    page = sheet.pages[index]
    if not _fragment(sheet, index) or not any(sheet.pages[below] != page for below in following):
        return []
    return [index, *(below for below in following if sheet.pages[below] == page)]


def _joined_fragments(sheet: Sheet, blocks: Sequence[Block]) -> list[Block]:
    """Lone lines that follow one another (the titles in a box) as one table of rows."""
    joined: list[Block] = []
    for block in blocks:
        lone = not block.mark and not block.rows and _lone(sheet, block)
        last = joined[-1] if joined else None
        if lone and last and not last.mark and (last.rows or _lone(sheet, last)):
            joined[-1] = Block([*last.lines, *block.lines], rows=True)
        else:
            joined.append(block)
    return joined


def _lone(sheet: Sheet, block: Block) -> bool:
    return len(block.lines) <= 2 and _fragment(sheet, block.lines[-1])
