"""The answer of one side: an FAQ entry's reviewed sentence, or a record in words."""

from __future__ import annotations

from dataclasses import dataclass

from index.results import Hit
from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import ContentsEntry, FaqEntry, FaqKind, Record, ScheduleRow
from service.answering.composing.completing import RowsOfMeasures, completion
from service.answering.composing.excerpt import ELLIPSIS, leading
from service.answering.composing.period import period_over, tells_of_intent
from service.answering.composing.records import record_answer
from service.answering.composing.schedule import schedule_answer, year_answer
from service.answering.composing.telling import Telling
from service.answering.turn import Candidate
from service.outcome import Reason
from service.question.understanding import Asked


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

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._knowledge = knowledge
        self._rows = RowsOfMeasures(knowledge)

    def say(self, hit: Hit, telling: Telling, beside: Candidate | None = None) -> Said:
        """The answer this hit gives, with the entry `beside` it where there is room."""
        record = self._knowledge.record(hit.passage.record_ids[0])
        if isinstance(record, FaqEntry):
            also = self._knowledge.record(beside.hit.passage.record_ids[0]) if beside else None
            return self._faq(record, also if isinstance(also, FaqEntry) else None, telling)
        told = record_answer(record, telling)
        if isinstance(record, ContentsEntry):
            return self._contents("", told, telling)
        dated = self._dated(record, telling)
        return self._framed(
            Reason.ANSWERED_RECORD,
            "",
            dated or told,
            (record,),
            telling,
            planned=tells_of_intent(record),
        )

    def _faq(self, entry: FaqEntry, beside: FaqEntry | None, telling: Telling) -> Said:
        every = tuple(self._knowledge.record(record_id) for record_id in entry.record_ids)
        bound = tuple(one for one in every if one.id not in telling.withheld) or (entry,)
        if entry.asks is FaqKind.CONTENTS and all(isinstance(r, ContentsEntry) for r in bound):
            if telling.voice.lang != "ja" and len(bound) == 1:
                return self._contents("", record_answer(bound[0], telling), telling)
            return self._contents(leading(entry.answer, telling.quote_chars), "", telling)
        lead = ""
        if entry.asks is FaqKind.SCHEDULE:
            dated = next(filter(None, (self._dated(record, telling) for record in bound)), "")
            lead = dated if dated not in entry.answer else ""
        return self._framed(
            Reason.ANSWERED_FAQ,
            lead,
            _answers(entry, beside, telling.quote_chars),
            bound,
            telling,
            planned=tells_of_intent(entry),
            in_words=_row_in_words(entry, bound, telling) if telling.voice.is_foreign else "",
        )

    def _dated(self, record: Record, telling: Telling) -> str | None:
        """The one 年度 asked for, where a schedule tells it."""
        asked = telling.asked
        if not isinstance(record, ScheduleRow) or len(asked.years) != 1:
            return None
        if asked.asked in (Asked.WHO, Asked.WHERE):
            return None
        mention = asked.years[0]
        # People write 2019年 and mean the 年度; only a month can put it into the one before.
        named = (mention.first_year, mention.last_year)
        first, last = mention.fiscal_range if mention.month else named
        return year_answer(record, first, telling) if first == last else None

    def _contents(self, reviewed: str, told: str, telling: Telling) -> Said:
        reason = Reason.ANSWERED_CONTENTS
        note = telling.voice.say("phrase/contents_only")
        text = telling.voice.say(f"outcome/{reason.value}", reviewed=reviewed, told=told, note=note)
        return Said(reason, reviewed or told, text, note)

    def _framed(
        self,
        reason: Reason,
        lead: str,
        core: str,
        bound: tuple[Record, ...],
        telling: Telling,
        *,
        planned: bool,
        in_words: str = "",
    ) -> Said:
        plan = self._knowledge.plan(bound[0].plan_id)
        so_far = _lines(lead, core)
        of_row = reason is Reason.ANSWERED_RECORD and isinstance(bound[0], ScheduleRow)
        rows = tuple(row for row in self._rows.of(bound) if row.id not in telling.withheld)
        added = completion(so_far, rows, telling, of_row=of_row)
        if added is not None:
            lead, planned = _lines(added.text, lead), True
        lead = lead or in_words
        wording = reason
        if lead and (telling.voice.brief or core.endswith(ELLIPSIS)):
            # The lead tells what was asked; beside it half a reviewed sentence would only mislead.
            wording, lead, core = Reason.ANSWERED_RECORD, "", lead
        note = period_over(plan, telling) if planned else ""
        text = telling.voice.say(f"outcome/{wording.value}", lead=lead, answer=core, note=note)
        return Said(reason, _lines(lead, core), text, note, (added.row,) if added else ())


def _row_in_words(entry: FaqEntry, bound: tuple[Record, ...], telling: Telling) -> str:
    """What the one schedule row behind a reviewed Japanese sentence says; "" without one."""
    rows = [record for record in bound if isinstance(record, ScheduleRow)]
    if len(rows) != 1 or entry.asks not in (FaqKind.SCHEDULE, FaqKind.DEPARTMENT):
        return ""
    if entry.asks is FaqKind.DEPARTMENT and not rows[0].departments:
        return ""
    return schedule_answer(rows[0], telling)


def _answers(entry: FaqEntry, beside: FaqEntry | None, chars: int) -> str:
    """The reviewed answer, and the one beside it where both fit whole."""
    both = _lines(entry.answer, beside.answer if beside else "")
    return both if len(both) <= chars else leading(entry.answer, chars)


def _lines(*parts: str) -> str:
    return "\n".join(filter(None, parts))
