"""Who is told what was planned must know whether the plan's period is over."""

from __future__ import annotations

from knowledge.records import FaqEntry, FaqKind, Plan, Record, RecordKind
from service.answering.composing.telling import Telling

_PLANNED = frozenset({RecordKind.MEASURE, RecordKind.SCHEDULE})
_PLANNED_FAQ = frozenset({FaqKind.SCHEDULE, FaqKind.MEASURE, FaqKind.DEPARTMENT})


def tells_of_intent(record: Record) -> bool:
    """Whether a record speaks of what was planned to be done."""
    if isinstance(record, FaqEntry):
        return record.asks in _PLANNED_FAQ
    return record.kind in _PLANNED


def period_over(plan: Plan, telling: Telling) -> str:
    """That the plan's period is over, and which plan is newer; "" while it runs, and without room
    for it.
    """
    if plan.last_year >= telling.year_now or not telling.tells_period:
        return ""
    period = telling.voice.period(plan.first_year, plan.last_year, telling.style(plan.id))
    plans = telling.knowledge.plans_of(plan.city)
    newer = [other.short_title for other in plans if other.edition > plan.edition]
    return telling.voice.say("phrase/period_over", period=period, newer=newer[-1] if newer else "")
