"""Half-year schedules: a table below each measure, its cells merged and flattened."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.reading.otawara.cell_widths import Placement, place_rows
from knowledge.reading.otawara.folio import Folio
from knowledge.reading.otawara.headings import Heading
from knowledge.reading.otawara.items import Item, table_items
from knowledge.reading.otawara.printed_years import ERA_YEAR, western_year
from knowledge.records import (
    Certainty,
    Half,
    LeftOutClass,
    RecordKind,
    ScheduleCell,
    ScheduleRow,
    Term,
)

_YEAR = re.compile(rf"({ERA_YEAR})度")
_SIDE_HEADING = frozenset("実施内容")
_BLOCK = re.compile(r"【|図表")


def read_schedule(folio: Folio, mark: int, measure: Heading, measure_id: str) -> None:
    """Read the table below 【実施スケジュール】 on line `mark` as one row or several.

    Raises SourceError where the table is not headed by the plan's years and their halves, or holds
    nothing.
    """
    years = folio.layout.schedule_years or tuple(
        range(folio.plan.first_year, folio.plan.last_year + 1)
    )
    end = folio.next_heading(mark)
    body = _header(folio, mark, end, years)
    halves = [Term(year, half) for year in years for half in Half]
    items = table_items(folio, body)
    rows = _stacked(items, len(halves)) or place_rows(
        items, len(halves), folio.layout.characters_per_half
    )
    if any(not item.complete for item in items):
        folio.puzzle(folio.spans(body), f"a schedule cell of {measure.title} seems cut off")
    for number, row in enumerate(rows, start=1):
        cells = _cells(items[row.first : row.end], row, halves)
        if any(cell.certainty is Certainty.UNKNOWN for cell in cells):
            folio.puzzle(
                folio.spans(body),
                f"schedule of {measure.key_in_chapter}: merged cells, only their order is known",
            )
        local = measure.key_in_chapter + (f"-{number}" if number > 1 else "")
        folio.records.append(
            ScheduleRow(
                **folio.place(RecordKind.SCHEDULE, local, body, measure),
                measure_id=measure_id,
                title=measure.title,
                cells=cells,
                departments=(),
            )
        )
    folio.take(body)


def _header(folio: Folio, mark: int, end: int, years: Sequence[int]) -> list[int]:
    """Leave out the mark and the column heads; return the lines of the table's body."""
    if mark + 2 >= end:
        raise folio.broken(mark, "a schedule without a table")
    printed = tuple(western_year(year) for year in _YEAR.findall(folio.lines[mark + 1].text))
    if printed != tuple(years):
        raise folio.broken(
            mark + 1, f"schedule years {folio.lines[mark + 1].text!r} are not {tuple(years)}"
        )
    halves = folio.lines[mark + 2].text
    if halves.split() != [half.value for _ in years for half in Half]:
        raise folio.broken(mark + 2, f"schedule columns {halves!r} are not two for each year")
    folio.leave([mark], LeftOutClass.HEADING_MARK)
    after = mark + 3
    while after < end and folio.lines[after].text in _SIDE_HEADING:
        after += 1
    folio.leave(range(mark + 1, after), LeftOutClass.TABLE_HEADER)
    body = []
    for index in range(after, end):
        if index in folio.taken or _BLOCK.match(folio.lines[index].text):
            break
        body.append(index)
    if not body:
        raise folio.broken(mark, "a schedule without cells")
    return body


def _stacked(items: Sequence[Item], halves: int) -> tuple[Placement, ...]:
    """The one row with two words in a half-year cell: (テーマ決定/研修実施), テーマ決定, ...

    Words side by side on the last printed line are cells of their own and end the row; the words
    before them, one a line, share the cells that are left. Which of these is double is not known,
    so they are placed together.
    """
    if not items:
        return ()
    aside = [item for item in items if item.first == items[-1].first]
    above = items[: len(items) - len(aside)]
    left = halves - len(aside)
    one_a_line = all(len(item.pieces) == 1 and not item.nothing for item in items)
    if len(aside) < 2 or not one_a_line or not 0 < left < len(above) <= 2 * left:
        return ()
    alone = [(left + position, 1) for position in range(len(aside))]
    return (Placement(0, len(items), tuple([(0, left)] * len(above) + alone)),)


def _cells(
    items: Sequence[Item], row: Placement, halves: Sequence[Term]
) -> tuple[ScheduleCell, ...]:
    """The cells of a row; items that share a place stand in one cell together."""
    as_many = len(items) == len(halves)
    cells: list[ScheduleCell] = []
    for item, place in zip(items, row.places, strict=True):
        words = (item.text,) if item.text else ()
        if place is None:
            cells.append(ScheduleCell(None, None, words, False, Certainty.UNKNOWN))
            continue
        start, end = halves[place[0]], halves[place[0] + place[1] - 1]
        if cells and (cells[-1].start, cells[-1].end) == (start, end):
            words = (*cells.pop().words, *words)
        certainty = Certainty.CERTAIN if as_many else Certainty.READ
        cells.append(ScheduleCell(start, end, words, False, certainty))
    return tuple(cells)
