"""Schedule tables: a row for each measure, five cells of 年度, the departments in charge."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from knowledge.eras import Era
from knowledge.errors import SourceError
from knowledge.reading.toride.cells import RowLines, fill_cells
from knowledge.reading.toride.marks import columns, heading_pattern, read_mark
from knowledge.reading.toride.sheet import Part, Sheet
from knowledge.records import LeftOutClass, Measure, ScheduleRow

# A line of a row is never wider than the row's title column, the five cells and the department.
_ROW_COLUMNS = 60


def schedule_years(sheet: Sheet) -> tuple[int, ...]:
    """Western years of the columns, by the layout, else every year of the plan."""
    plan = sheet.plan
    return sheet.layout.schedule_years or tuple(range(plan.first_year, plan.last_year + 1))


def claim_schedule(sheet: Sheet) -> list[RowLines]:
    """Claim headers and rows, wherever they stand: rows float behind the next group's heading.

    A row begins with a measure's number alone on a line and ends before the next number, header,
    heading, or page.
    """
    header = re.compile(rf"{re.escape(sheet.layout.schedule_header)}(?: +\d+ 年度)+ .*")
    rows: list[RowLines] = []
    for index in sheet.free():
        text = sheet.plain(index)
        if header.fullmatch(text):
            _check_header(sheet, index)
            sheet.leave_out([index], LeftOutClass.TABLE_HEADER)
    for index in sheet.free():
        number = _row_number(sheet, index)
        if number is None:
            continue
        lines = []
        for below in range(index + 1, len(sheet.lines)):
            if _ends_row(sheet, below):
                break
            lines.append(below)
        if any(row.number == number for row in rows):
            raise sheet.broken(index, f"a second schedule row for measure {number}")
        rows.append(RowLines(number, index, tuple(lines)))
        sheet.claim([index, *lines], Part.SCHEDULE)
    return rows


def _check_header(sheet: Sheet, index: int) -> None:
    printed = [int(year) for year in re.findall(r"(\d+) 年度", sheet.plain(index))]
    years = schedule_years(sheet)
    if printed not in [[year - era.first_year + 1 for year in years] for era in Era]:
        raise sheet.broken(index, f"the columns {printed} are not the years {list(years)}")


def _row_number(sheet: Sheet, index: int) -> str | None:
    """The measure's number if it stands alone on the line."""
    pattern = heading_pattern(sheet.layout.measure_heading)
    found = pattern.fullmatch(f"{sheet.plain(index)} .")
    return found["number"] if found and found["title"].strip() == "." else None


def _ends_row(sheet: Sheet, index: int) -> bool:
    text, layout = sheet.plain(index), sheet.layout
    return (
        sheet.parts[index] is not Part.TEXT
        or sheet.lines[index].indented
        or _row_number(sheet, index) is not None
        or "。" in text
        or columns(text) > _ROW_COLUMNS
        or any(
            read_mark(mark, text) for mark in ("【】", layout.measure_heading, layout.group_heading)
        )
    )


def read_schedule(sheet: Sheet, rows: Sequence[RowLines], measures: Mapping[str, Measure]) -> None:
    """A record for each row; SourceError for a row without measure, or a measure without row."""
    for row in rows:
        if row.number not in measures:
            raise sheet.broken(row.id_line, f"a schedule row for the unknown measure {row.number}")
        _add(sheet, row, measures[row.number])
    missing = set(measures) - {row.number for row in rows}
    for number in sorted(missing):
        location = sheet.source.at(measures[number].spans[0].start)
        raise SourceError(f"measure {number} has no schedule row", location)


def _add(sheet: Sheet, row: RowLines, measure: Measure) -> None:
    title = _title(sheet, row, measure.title)
    cells, rest = fill_cells(sheet, row, row.lines[len(title) :], schedule_years(sheet))
    sheet.records.append(
        ScheduleRow(
            id=sheet.record_id("schedule", row.number),
            plan_id=sheet.plan.id,
            section=measure.section,
            page=sheet.pages[row.id_line],
            spans=sheet.spans_of([row.id_line, *row.lines]),
            measure_id=measure.id,
            title=sheet.text_of(title),
            cells=cells,
            departments=departments(sheet, row, rest),
        )
    )


def _title(sheet: Sheet, row: RowLines, body_title: str) -> list[int]:
    """The lines of the title: it may end in a word that also fills cells (構築, 検討).

    It is whole where it says what the measure's own title says. Where the table words it otherwise
    (2-1-1) it goes on after a particle: 共同整備事業の / 構築.
    """
    words = {*sheet.layout.activities, sheet.layout.carried_mark}
    title: list[int] = []
    for index in row.lines:
        whole = sheet.text_of(title) if title else ""
        first = sheet.plain(index).split()[0]
        if whole == body_title or (whole and not whole.endswith("の") and first in words):
            break
        title.append(index)
    return title


def departments(sheet: Sheet, row: RowLines, pieces: Sequence[str]) -> tuple[str, ...]:
    """Departments from their pieces: one is whole where it ends as they do (課, センター)."""
    whole: list[str] = []
    pending = ""
    for piece in pieces:
        pending += piece
        if pending.endswith(sheet.layout.department_endings):
            whole.append(pending)
            pending = ""
    if pending:
        raise sheet.broken(row.id_line, f"{row.number}: {pending!r} is not a whole department")
    return tuple(whole)
