"""From an answer to what a page shows of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from knowledge.knowledgebase import KnowledgeBase
from knowledge.years import fiscal_year_of
from service.outcome import Answer, Status
from service.presenting.bar_chart import BarChart
from service.presenting.charts import chart
from service.presenting.parting import text_blocks
from service.presenting.schedule_picture import SchedulePicture
from service.presenting.schedules import Schedules
from service.presenting.settings import PresentingSettings
from service.presenting.sources import Source, Sources
from service.presenting.text_blocks import Note, TextBlock
from service.presenting.told import told_by

Block = TextBlock | SchedulePicture | BarChart
_JAPANESE = "ja"


@dataclass(frozen=True, slots=True)
class Presentation:
    """An answer as blocks, in the order in which they are shown.

    lang      of the answer's text, as HTML names it (ja for ja and ja-easy)
    sources   one for each citation, in their order
    checked   the day on which every quote was last held against the plans' documents, which is
              done whenever the knowledge is loaded
    """

    status: Status
    lang: str
    blocks: tuple[Block, ...]
    sources: tuple[Source, ...]
    checked: date


class Presenter:
    """Makes presentations, from an answer and the knowledge alone, at any later time."""

    def __init__(
        self,
        knowledge: KnowledgeBase,
        today: Callable[[], date],
        settings: PresentingSettings | None = None,
    ) -> None:
        self._knowledge = knowledge
        self._today = today
        self._settings = settings or PresentingSettings()
        self._schedules = Schedules(knowledge)
        self._sources = Sources(knowledge, self._schedules)
        self._checked = today()

    def blocks(self, answer: Answer) -> Presentation:
        """The blocks of an answer. Records that are no longer known give no picture."""
        told = told_by(answer, self._knowledge)
        year_now = fiscal_year_of(self._today())
        text = text_blocks(answer, told, self._settings)
        pictures: list[Block] = []
        if answer.status is Status.ANSWERED:
            pictures += self._schedules.pictures(
                answer, told, year_now, self._settings.schedules_max
            )
            drawn = chart(answer, told, self._knowledge, self._settings.bars_max)
            pictures += [drawn] if drawn else []
        notes = sum(isinstance(block, Note) for block in text)
        before = len(text) - notes
        return Presentation(
            status=answer.status,
            lang=_JAPANESE if answer.lang.startswith(_JAPANESE) else answer.lang,
            blocks=(*text[:before], *pictures, *text[before:]),
            sources=self._sources.of(answer, year_now),
            checked=self._checked,
        )
