"""Pictures of the schedule rows that an answer tells and cites."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import (
    Certainty,
    FaqKind,
    Half,
    Measure,
    Record,
    ScheduleCell,
    ScheduleRow,
    Term,
)
from knowledge.vocabulary import load_schedule_words
from knowledge.years import Era
from service.outcome import Answer
from service.presenting.schedule_picture import (
    SchedulePicture,
    Stage,
    StageKind,
    YearMark,
)
from service.presenting.told import Told, citation_of
from service.presenting.year_range import year_range

_AND = "・"
_MEANINGS = " / "


class Schedules:
    """Finds and lays out the schedule rows behind answers."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._knowledge = knowledge
        self._by_measure: dict[str, list[ScheduleRow]] = {}
        for row in knowledge.records(kind=ScheduleRow):
            self._by_measure.setdefault(row.measure_id, []).append(row)

    def pictures(
        self, answer: Answer, told: Told, year_now: int, at_most: int
    ) -> tuple[SchedulePicture, ...]:
        """A picture for each row that is told and cited, `at_most` of them.

        year_now  the running 年度, western
        """
        found = []
        for row in dict.fromkeys(self._rows(told)):
            citation = citation_of(row, answer)
            if citation is not None and any(cell.words for cell in row.cells):
                found.append(self._picture(row, citation.n, answer.lang, year_now))
        return tuple(found[:at_most])

    def of_measure(self, measure: Measure, lang: str, year_now: int) -> tuple[SchedulePicture, ...]:
        """A picture for each row of a measure; none of a row that plans nothing."""
        return tuple(
            self._picture(row, None, lang, year_now)
            for row in self.rows_of(measure)
            if any(cell.words for cell in row.cells)
        )

    def rows_of(self, record: Record) -> tuple[ScheduleRow, ...]:
        """The row itself, or the rows of a measure."""
        return (
            (record,)
            if isinstance(record, ScheduleRow)
            else tuple(self._by_measure.get(record.id, ()))
        )

    def _rows(self, told: Told) -> Iterator[ScheduleRow]:
        """Rows told by themselves, those of a measure told, and those of entries that tell when."""
        for record in told.alone:
            if isinstance(record, ScheduleRow | Measure):
                yield from self.rows_of(record)
        asking = [entry for entry in told.entries if entry.asks is FaqKind.SCHEDULE]
        ids = {record_id for entry in asking for record_id in entry.record_ids}
        for record in told.records:
            if record.id in ids and isinstance(record, ScheduleRow | Measure):
                yield from self.rows_of(record)

    def _picture(
        self, row: ScheduleRow, citation: int | None, lang: str, year_now: int
    ) -> SchedulePicture:
        plan = self._knowledge.plan(row.plan_id)
        halves: tuple[Half | None, ...] = (None,)
        if any(cell.start and cell.start.half for cell in row.cells):
            halves = (Half.FIRST, Half.SECOND)
        years = range(plan.first_year, plan.last_year + 1)
        terms = [Term(year, half) for year in years for half in halves]
        style = self._knowledge.year_style(plan.id)
        wide = 100 / len(years)
        placed = [c for c in row.cells if c.start and c.certainty is not Certainty.UNKNOWN]
        unplaced = tuple(
            _AND.join(cell.words) for cell in row.cells if cell not in placed and cell.words
        )
        return SchedulePicture(
            title=row.title,
            plan_title=plan.title,
            years=tuple(
                YearMark(
                    year,
                    round(at * wide, 3),
                    round(wide, 3),
                    year == year_now,
                )
                for at, year in enumerate(years)
            ),
            stages=tuple(_stages(placed, terms, style, lang, year_now)) if placed else (),
            unplaced=unplaced,
            departments=row.departments,
            citation=citation,
        )


def _stages(
    placed: list[ScheduleCell], terms: list[Term], style: Era | str, lang: str, year_now: int
) -> Iterator[Stage]:
    places = {term: at for at, term in enumerate(terms)}
    cells: list[ScheduleCell | None] = [None] * len(terms)
    for cell in placed:
        assert cell.start is not None
        assert cell.end is not None
        for at in range(places[cell.start], places[cell.end] + 1):
            cells[at] = cell
    begun, number, wide = 0, 0, 100 / len(terms)
    while begun < len(cells):
        end = begun + 1
        while end < len(cells) and _told(cells[end]) == _told(cells[begun]):
            end += 1
        here = cells[begun]
        kind = _kind(here)
        words = here.words if here else ()
        number += bool(words)
        yield Stage(
            kind=kind,
            number=number if words else None,
            when=year_range(terms[begun], terms[end - 1], style),
            words=words,
            meaning=_meaning(words, lang),
            carried=bool(here and here.carried and words),
            x=round(begun * wide, 3),
            width=round((end - begun) * wide, 3),
            is_now=terms[begun].fiscal_year <= year_now <= terms[end - 1].fiscal_year,
        )
        begun = end


def _told(cell: ScheduleCell | None) -> tuple[StageKind, tuple[str, ...], bool]:
    """What makes two terms one stage. ⇒ after two words (構築・運用) does not build once more."""
    carries = cell is not None and cell.carried and len(cell.words) > 1
    return _kind(cell), cell.words if cell else (), carries


def _kind(cell: ScheduleCell | None) -> StageKind:
    if cell is None:
        return StageKind.UNKNOWN
    if not cell.words:
        return StageKind.NOTHING
    return StageKind.READ if cell.certainty is Certainty.READ else StageKind.PLANNED


def _meaning(words: tuple[str, ...], lang: str) -> str:
    known = load_schedule_words()
    return _MEANINGS.join(filter(None, (known.get(word, {}).get(lang, "") for word in words)))
