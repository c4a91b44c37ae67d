"""Tables whose columns were lost in print, rebuilt from their records."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.eras import both_forms, era_in_print
from knowledge.records import (
    Certainty,
    Half,
    Plan,
    ScheduleCell,
    ScheduleRow,
    Statistic,
    Term,
)
from service.http.pages.source_view.blocks import Cell, Column, Row, Segments, Table
from service.http.pages.source_view.ownership import Run


def schedule_table(plan: Plan, group: Sequence[Run]) -> Table:
    """Schedule rows under one column for each 年度 or half-year of the plan."""
    schedules = [run.owner for run in group if isinstance(run.owner, ScheduleRow)]
    rows = list({row.id: row for row in schedules}.values())
    terms = _terms(plan, rows)
    placed = [_cells(row, terms) for row in rows]
    columns: list[str | Column] = [_term_name(plan, term) for term in terms]
    if not any(cell.sure for cells in placed for cell in cells):
        placed = [(Cell(cells[0].text, sure=False),) for cells in placed]
        columns = [Column.ORDER]
    if any(row.departments for row in rows):
        placed = [
            (*cells, Cell("、".join(row.departments)))
            for cells, row in zip(placed, rows, strict=True)
        ]
        columns.append(Column.DEPARTMENTS)
    return Table(
        caption=None,
        columns=tuple(columns),
        rows=tuple(
            Row(row.title, cells, _segments_of(row.id, group))
            for row, cells in zip(rows, placed, strict=True)
        ),
        segments=tuple(segment for run in group for segment in run.segments),
    )


def statistic_table(group: Sequence[Run]) -> Table:
    """The values of one figure or table, a row for each label and a column for each group."""
    found = [run.owner for run in group if isinstance(run.owner, Statistic)]
    values = list({value.id: value for value in found}.values())
    subjects = list(dict.fromkeys(value.subject for value in values))
    groups = list(dict.fromkeys(value.group for value in values))
    heads = list(dict.fromkeys((value.subject, value.label) for value in values))
    rows = []
    for subject, label in heads:
        here = [value for value in values if (value.subject, value.label) == (subject, label)]
        cells = (
            "、".join(f"{value.value}{value.unit}" for value in here if value.group == name)
            for name in groups
        )
        rows.append(
            Row(
                label if len(subjects) == 1 else f"{subject}：{label}",
                tuple(map(Cell, cells)),
                tuple(s for value in here for s in _segments_of(value.id, group)),
            )
        )
    caption = (values[0].figure, subjects[0] if len(subjects) == 1 else "")
    return Table(
        caption=" ".join(part for part in caption if part),
        columns=tuple(name or Column.VALUE for name in groups),
        rows=tuple(rows),
        segments=tuple(segment for run in group for segment in run.segments),
    )


def _segments_of(record_id: str, group: Sequence[Run]) -> Segments:
    return tuple(
        segment
        for run in group
        if getattr(run.owner, "id", None) == record_id
        for segment in run.segments
    )


def _terms(plan: Plan, rows: Sequence[ScheduleRow]) -> list[Term]:
    cells = [cell for row in rows for cell in row.cells]
    known = [term for cell in cells for term in (cell.start, cell.end) if term is not None]
    halves: tuple[Half | None, ...] = (None,)
    if any(term.half for term in known):
        halves = (Half.FIRST, Half.SECOND)
    years = range(plan.first_year, plan.last_year + 1)
    return [Term(year, half) for year in years for half in halves]


def _term_name(plan: Plan, term: Term) -> str:
    """`平成34年度（令和4年度・2022年度）`, half-years `平成25年度（2013年度）上期`."""
    year = both_forms(term.fiscal_year, era_in_print(plan.first_year))
    return f"{year}{term.half.value}" if term.half else year


def _cells(row: ScheduleRow, terms: list[Term]) -> tuple[Cell, ...]:
    """One cell for each term; a row whose places are not all known is one wide cell."""
    places = {term: place for place, term in enumerate(terms)}
    found: dict[int, Cell] = {}
    for cell in row.cells:
        first, last = places.get(cell.start or terms[0]), places.get(cell.end or terms[-1])
        unknown = cell.certainty is Certainty.UNKNOWN or cell.start is None
        if unknown or first is None or last is None or first in found:
            return (Cell(_unplaced(row.cells), len(terms), sure=False),)
        found[first] = Cell(_words(cell), last - first + 1)
    cells: list[Cell] = []
    place = 0
    while place < len(terms):
        cell_here = found.get(place, Cell(""))
        cells.append(cell_here)
        place += cell_here.span
    if place != len(terms):
        return (Cell(_unplaced(row.cells), len(terms), sure=False),)
    return tuple(cells)


def _words(cell: ScheduleCell) -> str:
    words = "・".join(cell.words)
    return f"⇒（{words}）" if cell.carried and words else words or "－"


def _unplaced(cells: Sequence[ScheduleCell]) -> str:
    return "、".join(_words(cell) for cell in cells if cell.words)
