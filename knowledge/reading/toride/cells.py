"""Words of a schedule row to cells: one a 年度, ⇒ for "as before", two words stacked in one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.mending import mend
from knowledge.reading.toride.sheet import Sheet
from knowledge.records import Certainty, ScheduleCell, Term


@dataclass(frozen=True, slots=True)
class RowLines:
    """The lines of a row: the measure's number, and the lines below the number."""

    number: str
    id_line: int
    lines: tuple[int, ...]


def fill_cells(
    sheet: Sheet, row: RowLines, lines: Sequence[int], years: Sequence[int]
) -> tuple[tuple[ScheduleCell, ...], list[str]]:
    """The cells of a row, one for each year, and what is left: the pieces of its departments.

    As many words as years: each is a cell, CERTAIN. More words: line breaks tell which are stacked
    in one cell, READ. Within a cell a line is followed by a blank line, while the next cell's line
    follows at once:

        構築            1st cell, first word
        (blank line)
        運用            1st cell, second word
        運用 ⇒ ⇒ ⇒     2nd to 5th cell

    Raises SourceError where that gives fewer or more cells than years.
    """
    printed, rest = _words(sheet, lines)
    count = sum(len(words) for _, words in printed)
    stacked = [[word] for _, words in printed for word in words]
    certainty = Certainty.CERTAIN
    if count != len(years):
        stacked, certainty = _stack(sheet, printed), Certainty.READ
    if len(stacked) != len(years):
        words = " / ".join(" ".join(words) for _, words in printed)
        raise sheet.broken(
            row.id_line,
            f"{row.number}: {words!r} gives {len(stacked)} cells for {len(years)} years",
        )
    return _cells(sheet, row, stacked, years, certainty), rest


def _words(sheet: Sheet, lines: Sequence[int]) -> tuple[list[tuple[int, list[str]]], list[str]]:
    """The cell words by line, and everything from the first other word on."""
    known = {*sheet.layout.activities, sheet.layout.carried_mark}
    printed: list[tuple[int, list[str]]] = []
    rest: list[str] = []
    for index in lines:
        words = sheet.lines[index].text.split()
        inside = 0
        while not rest and inside < len(words) and words[inside] in known:
            inside += 1
        if inside:
            printed.append((index, words[:inside]))
        rest += [mend([word]) for word in words[inside:]]
    return printed, rest


def _stack(sheet: Sheet, printed: Sequence[tuple[int, list[str]]]) -> list[list[str]]:
    stacked: list[list[str]] = []
    above: int | None = None
    for index, words in printed:
        number = sheet.lines[index].number
        if above is not None and number > above + 1 and len(words) == 1:
            stacked[-1] += words
        else:
            stacked += [[word] for word in words]
        above = number if len(words) == 1 else None
    return stacked


def _cells(
    sheet: Sheet,
    row: RowLines,
    stacked: Sequence[Sequence[str]],
    years: Sequence[int],
    certainty: Certainty,
) -> tuple[ScheduleCell, ...]:
    cells: list[ScheduleCell] = []
    for year, words in zip(years, stacked, strict=True):
        carried = list(words) == [sheet.layout.carried_mark]
        if carried and not cells:
            raise sheet.broken(row.id_line, f"{row.number}: ⇒ in the first year")
        term = Term(year)
        own = cells[-1].words if carried else tuple(words)
        cells.append(ScheduleCell(term, term, own, carried, certainty))
    return tuple(cells)
