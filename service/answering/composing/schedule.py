"""What a schedule row says in words: when what is planned, and by whom."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.records import Certainty, ScheduleCell, ScheduleRow
from service.answering.composing.telling import Telling

_AND = "・"


@dataclass(frozen=True, slots=True)
class Step:
    """One run of terms in which the same is planned.

    when     the terms in words
    what     as the plan prints it
    meaning  the same in the reply's language; "" where that is Japanese, where the words are not
             known or an earlier step told it
    carried  goes on from the term before: `⇒` after two words in one cell (構築・運用) carries the
             work on; it does not plan the building a second time
    """

    when: str
    what: str
    carried: bool
    meaning: str = ""


def schedule_answer(row: ScheduleRow, telling: Telling) -> str:
    """The whole row. What has no certain position is told in its order, without a date."""
    return telling.voice.say(
        "record/schedule",
        title=row.title,
        placed=steps(row, telling),
        unplaced=tuple(
            _AND.join(cell.words)
            for cell in row.cells
            if cell.certainty is Certainty.UNKNOWN and cell.words
        ),
        departments=row.departments,
        read=any(c.certainty is Certainty.READ and c.words for c in row.cells),
    )


def year_answer(row: ScheduleRow, year: int, telling: Telling) -> str | None:
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
    when = telling.voice.year(year, telling.style(row.plan_id))
    said = _steps([(when, cell) for cell in cells], telling)
    return telling.voice.say("record/schedule_year", title=row.title, when=when, steps=said)


def steps(row: ScheduleRow, telling: Telling) -> tuple[Step, ...]:
    """Neighbouring terms with the same words as one step; terms without words are left out."""
    runs: list[list[ScheduleCell]] = []
    for cell in row.cells:
        if cell.start is None or cell.end is None or not cell.words:
            continue
        if runs and _what(runs[-1][-1]) == _what(cell):
            runs[-1].append(cell)
        else:
            runs.append([cell])
    return _steps([(_when(run, row, telling), run[0]) for run in runs], telling)


def _steps(timed: list[tuple[str, ScheduleCell]], telling: Telling) -> tuple[Step, ...]:
    steps: dict[Step, None] = {}
    told: set[str] = set()
    for when, cell in timed:
        new = [word for word in dict.fromkeys(cell.words) if word not in told]
        told.update(new)
        steps[Step(when, *_what(cell), telling.voice.meaning(new))] = None
    return tuple(steps)


def _what(cell: ScheduleCell) -> tuple[str, bool]:
    return _AND.join(cell.words), cell.carried and len(cell.words) > 1


def _when(run: list[ScheduleCell], row: ScheduleRow, telling: Telling) -> str:
    start, end = run[0].start, run[-1].end
    assert start is not None
    assert end is not None
    voice, style = telling.voice, telling.style(row.plan_id)
    if start == end:
        return voice.term(start, style)
    if start.fiscal_year == end.fiscal_year:
        return voice.year(start.fiscal_year, style)
    return voice.span(voice.term(start, style), voice.term(end, style))
