"""Answers about schedules, held against the rows: no term or activity the row does not fix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.records import (
    Certainty,
    FaqEntry,
    FaqKind,
    Half,
    Plan,
    ScheduleCell,
    ScheduleRow,
    Term,
)
from knowledge.reviewing.wording import comparable
from knowledge.years import Era, YearMention, find_years


def unfixed_claims(
    entry: FaqEntry, rows: Sequence[ScheduleRow], plan: Plan, era: Era
) -> Iterator[str]:
    """What a schedule answer says about terms that its rows leave open.

    A year or half-year must lie in a cell whose place is known; a range over the plan's whole
    period claims nothing. The activities named after a year must be those of its cell. Answers that
    sum up several rows are held by their facts only.
    """
    if entry.asks is not FaqKind.SCHEDULE or not rows:
        return
    mentions = find_years(entry.answer, era)
    for at, mention in enumerate(mentions):
        if not mention.is_fiscal or _whole_period(mention, plan):
            continue
        cells = [cell for row in rows for cell in _at(row, mention)]
        if not cells:
            if not _opens_or_closes(mention, plan, mentions):
                yield f"no cell is known to stand in {entry.answer[mention.start : mention.end]}"
            continue
        if len(rows) == 1:
            until = mentions[at + 1].start if at + 1 < len(mentions) else len(entry.answer)
            yield from _other_activities(entry.answer[mention.end : until], rows[0], cells)


def _at(row: ScheduleRow, mention: YearMention) -> list[ScheduleCell]:
    """The cells of known place in which the mention's last term lies."""
    wanted = Term(mention.last_year, mention.half)
    return [
        cell
        for cell in row.cells
        if cell.certainty is not Certainty.UNKNOWN
        and cell.start is not None
        and cell.end is not None
        and _within(cell.start, cell.end, wanted)
    ]


def _within(start: Term, end: Term, term: Term) -> bool:
    if term.half is None or start.half is None or end.half is None:
        return start.fiscal_year <= term.fiscal_year <= end.fiscal_year
    return _order(start) <= _order(term) <= _order(end)


def _order(term: Term) -> tuple[int, bool]:
    return term.fiscal_year, term.half is Half.SECOND


def _whole_period(mention: YearMention, plan: Plan) -> bool:
    return (mention.first_year, mention.last_year) == (plan.first_year, plan.last_year)


def _opens_or_closes(mention: YearMention, plan: Plan, mentions: Sequence[YearMention]) -> bool:
    """平成25年度から平成28年度までの工程表: both ends are named, nothing is said of either."""
    ends = {plan.first_year, plan.last_year}
    named = {year for other in mentions for year in (other.first_year, other.last_year)}
    return mention.half is None and mention.first_year in ends and named == ends


def _other_activities(said: str, row: ScheduleRow, cells: Sequence[ScheduleCell]) -> Iterator[str]:
    rest = comparable(said)
    fixed = {comparable(word) for cell in cells for word in cell.words}
    others = {comparable(word) for cell in row.cells for word in cell.words} - fixed
    for word in sorted(fixed, key=len, reverse=True):
        rest = rest.replace(word, " ")
    for word in sorted(others):
        if word in rest:
            yield f"{word} is not what the row has in that term"
