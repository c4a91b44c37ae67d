"""What corrections are held against: the plans, and the passages of today's index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from index import Passage
from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import FaqEntry, Measure, Record, ScheduleRow
from knowledge.reviewing.claims import Evidence, unsupported_facts
from knowledge.reviewing.facts import Fact, Support, disagreeing_years
from knowledge.reviewing.support import print_era, support_of
from knowledge.reviewing.wording import comparable
from service.answering.corrections.digests import digest_of
from service.answering.corrections.records import RestsOn


@dataclass(frozen=True)
class Grounds:
    """Knowledge, and everything that can be found by id."""

    knowledge: KnowledgeBase
    passages: Mapping[str, Passage]

    def rests_on(self, passage_id: str) -> RestsOn:
        """A passage as it is now; the digest is "" where there is none."""
        found = self.passages.get(passage_id)
        return RestsOn(passage_id, digest_of(found) if found else "")

    def unsupported(self, answer: str, passages: Sequence[Passage]) -> tuple[Fact, ...]:
        """The facts of an answer that no passage states. `passages`: one or more."""
        era = print_era(self.knowledge.plan(passages[0].plan_id))
        departments = {name for one in passages for name in self._departments[one.plan_id]}
        return unsupported_facts(answer, era, self._evidence(passages), sorted(departments))

    def disagreeing(self, answer: str, passages: Sequence[Passage]) -> Iterator[str]:
        """Years told both ways that are not the same year."""
        return disagreeing_years(answer, print_era(self.knowledge.plan(passages[0].plan_id)))

    def _evidence(self, passages: Sequence[Passage]) -> Evidence:
        supports, texts, records = [], [], []
        for passage in passages:
            own, quotes = self._records(passage), self._quotes(passage)
            measures = {
                one.id: one for one in self.knowledge.records(passage.plan_id, kind=Measure)
            }
            plan = self.knowledge.plan(passage.plan_id)
            supports.append(support_of(plan, quotes, own, measures))
            texts += quotes
            records += own
        joined = Support(
            "\n".join(one.text for one in supports),
            frozenset().union(*(one.years for one in supports)),
        )
        return Evidence(joined, tuple(texts), tuple(records))

    def _records(self, passage: Passage) -> list[Record]:
        found = (self.knowledge.record(one) for one in passage.record_ids)
        # Of an entry of ours its answer counts, which is held to its evidence; never its questions.
        return [one for one in found if not isinstance(one, FaqEntry)]

    def _quotes(self, passage: Passage) -> list[str]:
        quotes = [self.knowledge.quote(passage.plan_id, span) for span in passage.spans]
        return [passage.shown, *quotes]

    @cached_property
    def _departments(self) -> Mapping[str, frozenset[str]]:
        """Every department that the schedules of a plan name, in comparable wording."""
        return {
            plan.id: frozenset(
                comparable(name)
                for row in self.knowledge.records(plan.id, kind=ScheduleRow)
                for name in row.departments
            )
            for plan in self.knowledge.plans
        }
