"""What a reader should know of each source: who is in charge, of what years, how far checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.errors import KnowledgeError
from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import FaqEntry, Plan, ScheduleRow, Term
from service.outcome import Answer, Citation
from service.presenting.schedules import Schedules
from service.presenting.told import known, record_id_of
from service.presenting.year_range import YearRange, year_range


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """A plan as a source.

    contact         whom to ask, in Japanese (取手市役所の担当課)
    published       year, or year and month (2013, 8); None where the document does not tell
    is_over         the period has ended
    """

    title: str
    publisher: str
    contact: str
    published: tuple[int, int | None] | None
    period: YearRange
    is_over: bool


@dataclass(frozen=True, slots=True)
class Source:
    """A citation with what is known of its source.

    departments  in charge of the cited matter, as the plan prints them; may be empty
    plan         None where the plan is no longer held
    """

    citation: Citation
    departments: tuple[str, ...]
    plan: PlanFacts | None


class Sources:
    """Tells of the sources of answers."""

    def __init__(self, knowledge: KnowledgeBase, schedules: Schedules) -> None:
        self._knowledge = knowledge
        self._schedules = schedules

    def of(self, answer: Answer, year_now: int) -> tuple[Source, ...]:
        """A source for each citation, in their order. `year_now`: the running 年度, western."""
        return tuple(
            Source(
                citation,
                tuple(dict.fromkeys(self._departments(citation))),
                self._facts(citation.plan_id, year_now),
            )
            for citation in answer.citations
        )

    def _facts(self, plan_id: str, year_now: int) -> PlanFacts | None:
        try:
            plan = self._knowledge.plan(plan_id)
        except KnowledgeError:
            return None
        return PlanFacts(
            title=plan.title,
            publisher=plan.publisher,
            contact=self._knowledge.city(plan.city).contact,
            published=_published(plan),
            period=year_range(
                Term(plan.first_year), Term(plan.last_year), self._knowledge.year_style(plan_id)
            ),
            is_over=plan.last_year < year_now,
        )

    def _departments(self, citation: Citation) -> Iterator[str]:
        for row in self._rows(citation):
            yield from row.departments

    def _rows(self, citation: Citation) -> Iterator[ScheduleRow]:
        for record in known([record_id_of(citation)], self._knowledge):
            told = (
                known(record.record_ids, self._knowledge)
                if isinstance(record, FaqEntry)
                else (record,)
            )
            for one in told:
                yield from self._schedules.rows_of(one)


def _published(plan: Plan) -> tuple[int, int | None] | None:
    """`2013-08` as (2013, 8), `2013` as (2013, None)."""
    if plan.published is None:
        return None
    year, _, month = plan.published.partition("-")
    return int(year), int(month) if month else None
