"""The answer of one side: an FAQ entry's reviewed sentence, or a record in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from index.results import Hit
from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import ContentsEntry, FaqEntry, FaqKind, Record, RecordKind, ScheduleRow
from knowledge.years import both_forms, fiscal_year_of
from prompts import say
from service.answering.composing.completing import RowsOfMeasures, completion
from service.answering.composing.records import record_answer
from service.answering.composing.schedule import year_answer
from service.outcome import Reason
from service.question.understanding import Asked, Understanding

# Kinds that speak of what was planned: there a resident must know that the period is over.
_PLANNED = frozenset({RecordKind.MEASURE, RecordKind.SCHEDULE})
_PLANNED_FAQ = frozenset({FaqKind.SCHEDULE, FaqKind.MEASURE, FaqKind.DEPARTMENT})


@dataclass(frozen=True, slots=True)
class Said:
    """`core` alone stands in a comparison; `note` follows it in `text`, the whole answer.

    rests_on  records that the answer was completed from, to be cited before the hit itself
    """

    reason: Reason
    core: str
    text: str
    note: str
    rests_on: tuple[Record, ...] = ()


class Speaker:
    """Puts one hit into words."""

    def __init__(self, knowledge: KnowledgeBase, today: Callable[[], date]) -> None:
        self._knowledge = knowledge
        self._today = today
        self._rows = RowsOfMeasures(knowledge)

    def say(self, hit: Hit, asked: Understanding) -> Said:
        """The answer this hit gives."""
        record = self._knowledge.record(hit.passage.record_ids[0])
        if isinstance(record, FaqEntry):
            return self._faq(record, asked)
        told = record_answer(record, self._knowledge, asked.content_words)
        if isinstance(record, ContentsEntry):
            return self._contents(told)
        core = self._dated(record, asked) or told
        return self._framed(Reason.ANSWERED_RECORD, core, (record,), asked, record.kind in _PLANNED)

    def _faq(self, entry: FaqEntry, asked: Understanding) -> Said:
        bound = tuple(self._knowledge.record(record_id) for record_id in entry.record_ids)
        if entry.asks is FaqKind.CONTENTS and all(isinstance(r, ContentsEntry) for r in bound):
            return self._contents(entry.answer)
        core = entry.answer
        if entry.asks is FaqKind.SCHEDULE:
            dated = next(filter(None, (self._dated(record, asked) for record in bound)), None)
            core = f"{dated}\n{core}" if dated and dated not in core else core
        return self._framed(Reason.ANSWERED_FAQ, core, bound, asked, entry.asks in _PLANNED_FAQ)

    def _dated(self, record: Record, asked: Understanding) -> str | None:
        """The one 年度 asked for, where a schedule tells it."""
        if not isinstance(record, ScheduleRow) or len(asked.years) != 1:
            return None
        if asked.asked in (Asked.WHO, Asked.WHERE):
            return None
        mention = asked.years[0]
        # People write 2019年 and mean the 年度; only a month can put it into the one before.
        named = (mention.first_year, mention.last_year)
        first, last = mention.fiscal_range if mention.month else named
        era = self._knowledge.year_style(record.plan_id)
        return year_answer(record, first, era) if first == last else None

    def _contents(self, core: str) -> Said:
        reason = Reason.ANSWERED_CONTENTS
        text, note = (say(f"outcome/{reason.value}", answer=told) for told in (core, ""))
        return Said(reason, core, text, note)

    def _framed(
        self,
        reason: Reason,
        core: str,
        bound: tuple[Record, ...],
        asked: Understanding,
        planned: bool,
    ) -> Said:
        plan = self._knowledge.plan(bound[0].plan_id)
        era = self._knowledge.year_style(plan.id)
        added = completion(core, self._rows.of(bound), asked, era)
        if added is not None:
            core, planned = f"{added.text}\n{core}", True
        now = fiscal_year_of(self._today())
        newer = [
            p.short_title for p in self._knowledge.plans_of(plan.city) if p.edition > plan.edition
        ]
        period = f"{both_forms(plan.first_year, era)}から{both_forms(plan.last_year, era)}まで"
        text, note = (
            say(
                f"outcome/{reason.value}",
                answer=told,
                ended=planned and plan.last_year < now,
                period=period,
                newer=newer[-1] if newer else "",
            )
            for told in (core, "")
        )
        return Said(reason, core, text, note, (added.row,) if added else ())
