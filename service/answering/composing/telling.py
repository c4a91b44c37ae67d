"""What every answer is told with: the knowledge, what is asked, and the language."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.knowledgebase import KnowledgeBase
from knowledge.years import Era
from service.answering.settings import AnsweringSettings
from service.answering.voice import Voice
from service.question.understanding import Understanding


@dataclass(frozen=True, slots=True)
class Telling:
    """One question's answer in the making.

    year_now     the running 年度, western
    quote_chars  characters of the plan's own words that may stand in the answer
    withheld     ids of what may not be told
    tells_period  whether it is told that a plan's period is over
    """

    knowledge: KnowledgeBase
    asked: Understanding
    voice: Voice
    year_now: int
    quote_chars: int = AnsweringSettings().told_chars[0]
    withheld: frozenset[str] = frozenset()
    tells_period: bool = True

    def style(self, plan_id: str) -> Era | str:
        """How a plan prints its years."""
        return self.knowledge.year_style(plan_id)
