"""What a schedule row says in words: when what is planned, and by whom."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.records import Certainty, ScheduleCell, ScheduleRow, Term
from knowledge.years import Era, both_forms
from prompts import say

_AND = "・"


@dataclass(frozen=True, slots=True)
class Step:
    """One run of terms in which the same is planned; `when` reads 「…年度から…年度まで」."""

    when: str
    what: str


def schedule_answer(row: ScheduleRow, era: Era) -> str:
    """The whole row, years named first as in `era`, the plan's own. What has no certain position is told in its order, without a date."""
    return say(
        "record/schedule",
        title=row.title,
        placed=steps(row, era),
        unplaced=tuple(
            _AND.join(cell.words)
            for cell in row.cells
            if cell.certainty is Certainty.UNKNOWN and cell.words
        ),
        departments=row.departments,
    )


def year_answer(row: ScheduleRow, year: int, era: Era) -> str | None:
    """What is planned in the 年度 asked for, or None where the row does not tell with certainty."""
    cells = [
        cell
        for cell in row.cells
        if cell.start
        and cell.end
        and cell.words
        and cell.start.fiscal_year <= year <= cell.end.fiscal_year
    ]
    if not cells:
        return None
    said = dict.fromkeys(_AND.join(cell.words) for cell in cells)
    return say(
        "record/schedule_year", title=row.title, when=both_forms(year, era), what="、".join(said)
    )


def steps(row: ScheduleRow, era: Era) -> tuple[Step, ...]:
    """Neighbouring terms with the same words as one step; terms without words are left out."""
    runs: list[list[ScheduleCell]] = []
    for cell in row.cells:
        if cell.start is None or cell.end is None or not cell.words:
            continue
        if runs and runs[-1][-1].words == cell.words:
            runs[-1].append(cell)
        else:
            runs.append([cell])
    return tuple(Step(_when(run, era), _AND.join(run[0].words)) for run in runs)


def _when(run: list[ScheduleCell], era: Era) -> str:
    start, end = run[0].start, run[-1].end
    assert start is not None
    assert end is not None
    if start == end:
        return _term(start, era)
    if start.fiscal_year == end.fiscal_year:
        return both_forms(start.fiscal_year, era)
    return f"{_term(start, era)}から{_term(end, era)}まで"


def _term(term: Term, era: Era) -> str:
    return both_forms(term.fiscal_year, era) + (term.half.value if term.half else "")
