"""Schedule rows in words: which 年度 brings what, and who is in charge."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from index.passages.context import Part
from knowledge.records import Certainty, ScheduleCell, ScheduleRow, Term
from knowledge.years import both_forms, era_in_print

_NOTHING = "予定なし"
_UNKNOWN_PLACE = "時期は計画の表からは読み取れません"


def part(row: ScheduleRow, first_year: int) -> Part:
    """`first_year` is the plan's first 年度: it tells in which era the plan prints its years."""
    stages = "、".join(_stages(row, first_year))
    charge = f"。担当課は{'、'.join(row.departments)}" if row.departments else ""
    return Part(
        records=(row,),
        title=f"{row.title}のスケジュール",
        text=f"{row.title}のスケジュール: {stages}{charge}",
        shown=f"{row.title}: {stages}{charge}",
    )


def _stages(row: ScheduleRow, first_year: int) -> Iterator[str]:
    """Neighbouring cells with the same words as one stage."""
    for words, run in groupby(row.cells, key=lambda cell: (cell.words, _known(cell))):
        cells = tuple(run)
        what = "・".join(words[0]) or _NOTHING
        first, last = cells[0].start, cells[-1].end
        if not words[1] or first is None or last is None:
            yield f"{what}（{_UNKNOWN_PLACE}）"
        else:
            yield f"{_range(first, last, first_year)}は{what}"


def _known(cell: ScheduleCell) -> bool:
    return cell.certainty is not Certainty.UNKNOWN and cell.start is not None


def _range(first: Term, last: Term, first_year: int) -> str:
    start, end = _term(first, first_year), _term(last, first_year)
    if first.fiscal_year == last.fiscal_year and first.half and last.half and first != last:
        return both_forms(first.fiscal_year, era_in_print(first_year))
    return start if first == last else f"{start}から{end}まで"


def _term(term: Term, first_year: int) -> str:
    year = both_forms(term.fiscal_year, era_in_print(first_year))
    return f"{year}{term.half.value}" if term.half else year
