"""The last step: words, citations and related questions for what was decided to be answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from index.results import Hit
from knowledge.knowledgebase import KnowledgeBase
from knowledge.years import fiscal_year_of
from service.answering.citing import Citer
from service.answering.composing.beside import entry_beside
from service.answering.composing.compare import same_or_different
from service.answering.composing.glossing import EASY, glossed
from service.answering.composing.related import related
from service.answering.composing.room import rooms
from service.answering.composing.single import Said, Speaker
from service.answering.composing.telling import Telling
from service.answering.corrections.noting import noted
from service.answering.settings import AnsweringSettings
from service.answering.turn import Candidate, Side, Turn
from service.answering.voice import Voice
from service.outcome import Answer, Citation

_ELLIPSIS = "…"


class Compose:
    """Make the answer of a turn that was decided to be answered."""

    def __init__(
        self,
        knowledge: KnowledgeBase,
        citer: Citer,
        settings: AnsweringSettings,
        today: Callable[[], date],
    ) -> None:
        self._knowledge = knowledge
        self._citer = citer
        self._settings = settings
        self._today = today
        self._speaker = Speaker(knowledge)

    def __call__(self, turn: Turn) -> Turn:
        """Set `answer`."""
        beside = self._beside(turn)
        limit = self._settings.answer_chars
        told, text = self._told(turn, beside, limit)
        cited, noted_below = self._cited(turn, told, beside)
        if noted_below:
            limit -= len(noted_below) + 1
            told, text = self._told(turn, beside, limit)
        core, note = (told[0][1].core, told[0][1].note) if len(turn.sides) == 1 else (text, "")
        answer = Answer(
            told[0][1].reason,
            _lines(self._shortened(text, limit), noted_below),
            cited,
            related(
                self._others(turn, told, beside), turn.text, self._knowledge, self._settings.related
            ),
            core=core,
            note=_lines(note, noted_below),
            confidence=min(side.confidence for side, _ in told),
            record_ids=tuple(
                dict.fromkeys(
                    r for side, _ in told for r in side.candidates[0].hit.passage.record_ids
                )
            ),
        )
        return replace(turn, answer=answer)

    def _cited(
        self, turn: Turn, told: list[tuple[Side, Said]], beside: Candidate | None
    ) -> tuple[tuple[Citation, ...], str]:
        """The citations, and the notes of staff on what they show."""
        hits = [side.candidates[0].hit for side, _ in told]
        said = [*hits, beside.hit] if beside else hits
        rests_on = [record for _, one in told for record in one.rests_on]
        others = self._others(turn, told, beside)
        corrections = turn.corrections
        cited = self._citer.cite(said, others, rests_on, corrections.hidden)
        return noted(cited, corrections.notes, turn.voice, self._settings.notes_chars)

    def _others(
        self, turn: Turn, told: list[tuple[Side, Said]], beside: Candidate | None
    ) -> list[Hit]:
        """Further candidates that bear on the question."""
        cities = {side.candidates[0].hit.passage.city for side, _ in told}
        return [
            c.hit
            for side, _ in told
            for c in side.candidates[1:]
            if c.hit.passage.city in cities  # cities never mix, even where none was named
            and c is not beside
        ]

    def _beside(self, turn: Turn) -> Candidate | None:
        """What is told with the first candidate; in a comparison each side speaks for itself."""
        if len(turn.sides) != 1:
            return None
        return entry_beside(turn.sides[0].candidates, self._knowledge, self._settings)

    def _told(
        self, turn: Turn, beside: Candidate | None, limit: int
    ) -> tuple[list[tuple[Side, Said]], str]:
        """What each side says, and the answer; with as much of the plans' words as it has room."""
        alone = len(turn.sides) == 1
        least = self._settings.min_confidence if alone else self._settings.side_confidence
        sides = [side for side in turn.sides if side.candidates and side.confidence >= least]
        silent = [side.name for side in turn.sides if side not in sides]
        for room in rooms(self._settings, is_noted=limit < self._settings.answer_chars):
            telling = Telling(
                self._knowledge,
                turn.understood,
                replace(turn.voice, brief=room.is_brief),
                fiscal_year_of(self._today()),
                room.chars // len(sides),
                turn.corrections.withheld,
                room.tells_period,
            )
            told = [
                (side, self._speaker.say(side.candidates[0].hit, telling, beside)) for side in sides
            ]
            text = told[0][1].text if alone else self._compared(told, silent, turn.voice)
            if len(text) <= limit:
                break
        if turn.lang == EASY:
            text = glossed(text, self._settings.easy_glosses, limit)
        return told, text

    def _compared(self, told: list[tuple[Side, Said]], silent: list[str], voice: Voice) -> str:
        hits = [side.candidates[0].hit for side, _ in told]
        return voice.say(
            "compare",
            verdict=same_or_different(self._knowledge, hits),
            sides=[{"name": side.name, "answer": said.core} for side, said in told],
            silent=silent,
        )

    def _shortened(self, text: str, limit: int) -> str:
        return text if len(text) <= limit else text[: limit - 1] + _ELLIPSIS


def _lines(*parts: str) -> str:
    return "\n".join(filter(None, parts))
