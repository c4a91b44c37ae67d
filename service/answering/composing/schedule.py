"""What a schedule row says in words: when what is planned, and by whom."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.records import Certainty, ScheduleCell, ScheduleRow, Term
from knowledge.years import Era, both_forms
from prompts import say

_AND = "・"
# `⇒` after two words in one cell carries the work on; it does not plan the building a second time.
_CARRIED = "引き続き「{}」"


@dataclass(frozen=True, slots=True)
class Step:
    """One run of terms in which the same is planned; `when` reads 「…年度から…年度まで」."""

    when: str
    what: str


def schedule_answer(row: ScheduleRow, era: Era | str) -> str:
    """The whole row; `era` is how the plan prints its years.

    What has no certain position is told in its order, without a date.
    """
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
        read=any(c.certainty is Certainty.READ and c.words for c in row.cells),
    )


def year_answer(row: ScheduleRow, year: int, era: Era | str) -> str | None:
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
    said = dict.fromkeys(_what(cell) for cell in cells)
    return say(
        "record/schedule_year", title=row.title, when=both_forms(year, era), what="、".join(said)
    )


def steps(row: ScheduleRow, era: Era | str) -> tuple[Step, ...]:
    """Neighbouring terms with the same words as one step; terms without words are left out."""
    runs: list[list[ScheduleCell]] = []
    for cell in row.cells:
        if cell.start is None or cell.end is None or not cell.words:
            continue
        if runs and _what(runs[-1][-1]) == _what(cell):
            runs[-1].append(cell)
        else:
            runs.append([cell])
    return tuple(Step(_when(run, era), _what(run[0])) for run in runs)


def _what(cell: ScheduleCell) -> str:
    words = _AND.join(cell.words)
    return _CARRIED.format(words) if cell.carried and len(cell.words) > 1 else f"「{words}」"


def _when(run: list[ScheduleCell], era: Era | str) -> str:
    start, end = run[0].start, run[-1].end
    assert start is not None
    assert end is not None
    if start == end:
        return _term(start, era)
    if start.fiscal_year == end.fiscal_year:
        return both_forms(start.fiscal_year, era)
    return f"{_term(start, era)}から{_term(end, era)}まで"


def _term(term: Term, era: Era | str) -> str:
    return both_forms(term.fiscal_year, era) + (term.half.value if term.half else "")
