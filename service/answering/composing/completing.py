"""Add what a measure's schedule row tells where the answer found lacks just that.

A resident who asks which division or when is often led to the measure's text, which tells neither;
the row of the same measure does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import FaqEntry, Record, ScheduleRow
from knowledge.years import Era, both_forms, find_years
from service.answering.composing.schedule import schedule_answer
from service.answering.composing.telling import Telling
from service.question.understanding import Asked, Understanding, Wanted

_BODY = re.compile(
    r"[^、。「」]{1,12}(?:課|部|局|室|センター|図書館|委員会|事務局)(?![^、。]*研修)"
)
_YEARS = frozenset({Wanted.YEAR, Wanted.DATE})


@dataclass(frozen=True, slots=True)
class Completion:
    """A sentence to set before the answer, and the row it rests on."""

    text: str
    row: ScheduleRow


class RowsOfMeasures:
    """Finds the schedule rows that belong to records: rows themselves, or those of a measure."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._by_measure: dict[str, list[ScheduleRow]] = {}
        for row in knowledge.records(kind=ScheduleRow):
            self._by_measure.setdefault(row.measure_id, []).append(row)

    def of(self, records: Iterable[Record]) -> tuple[ScheduleRow, ...]:
        """The rows, each once, in the order of the records."""
        found: dict[str, ScheduleRow] = {}
        for record in records:
            if isinstance(record, FaqEntry):
                continue
            own = [record] if isinstance(record, ScheduleRow) else []
            for row in own or self._by_measure.get(record.id, []):
                found[row.id] = row
        return tuple(found.values())


def completion(
    core: str, rows: tuple[ScheduleRow, ...], telling: Telling, *, of_row: bool = False
) -> Completion | None:
    """What the first row adds, or None where nothing is lacking or the rows do not tell.

    core    the answer so far, in Japanese or with its quotes in Japanese
    of_row  the answer is the first row itself in words, so that it tells when
    """
    if not rows:
        return None
    row, asked = rows[0], telling.asked
    if _asks_department(asked) and row.departments and not _names_one(core, row):
        text = telling.voice.say("record/departments", title=row.title, departments=row.departments)
        return Completion(text, row)
    if _asks_when(asked) and not of_row and not _tells_when(core, row, telling.style(row.plan_id)):
        placed = any(cell.start and cell.words for cell in row.cells)
        return Completion(schedule_answer(row, telling), row) if placed else None
    return None


def _asks_department(asked: Understanding) -> bool:
    return Wanted.DEPARTMENT in asked.wanted


def _names_one(core: str, row: ScheduleRow) -> bool:
    return any(department in core for department in row.departments) or bool(_BODY.search(core))


def _asks_when(asked: Understanding) -> bool:
    return asked.asked is Asked.WHEN or bool(asked.wanted & _YEARS)


def _tells_when(core: str, row: ScheduleRow, style: Era | str) -> bool:
    """Whether the answer names a year of its own, or one of the row's.

    A range alone says no more than the whole table spans: 平成25〜28年度の工程表では, ...
    """
    if any(mention.first_year == mention.last_year for mention in find_years(core)):
        return True
    years = {c.start.fiscal_year for c in row.cells if c.start and c.words}
    return any(both_forms(year, style) in core for year in years)
