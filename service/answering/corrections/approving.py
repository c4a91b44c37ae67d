"""The step that tells an approved answer where a question is what it was written for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from index import Embedded, Searcher
from index.embedding import Vectors
from index.results import Hit
from knowledge.knowledgebase import KnowledgeBase
from knowledge.years import fiscal_year_of
from service.answering.citing import Citer
from service.answering.composing.excerpt import leading
from service.answering.composing.glossing import EASY, glossed
from service.answering.composing.period import period_over, tells_of_intent
from service.answering.composing.related import related
from service.answering.composing.room import rooms
from service.answering.composing.telling import Telling
from service.answering.corrections.gist import gist_of
from service.answering.corrections.matching import Match, best_match
from service.answering.corrections.noting import noted
from service.answering.corrections.scope import site_of
from service.answering.settings import AnsweringSettings
from service.answering.turn import Step, Turn
from service.answering.weighing import same_place
from service.outcome import Answer, Reason
from service.question.follow_up import FollowKind
from service.question.normalisation import normalise


class Approve:
    """The step before all that could hold a question to be beyond the plans.

    retrieve  the search, for what is offered beside the answer and for staff to see
    """

    def __init__(
        self,
        knowledge: KnowledgeBase,
        searcher: Searcher,
        citer: Citer,
        settings: AnsweringSettings,
        *,
        retrieve: Step,
        today: Callable[[], date],
    ) -> None:
        self._knowledge = knowledge
        self._searcher = searcher
        self._citer = citer
        self._retrieve = retrieve
        self._settings = settings
        self._today = today

    def __call__(self, turn: Turn) -> Turn:
        """Set `approved` and `answer` where an answer serves, `embedded` where it was looked at."""
        asked = turn.understood
        among = turn.corrections.answers.get(site_of(asked) or "", ())
        if not among or _asks_for_more(turn):
            return turn
        embedded: list[Embedded] = []

        def vector() -> Vectors:
            embedded.append(self._searcher.embedded(asked.official_text or asked.search_text))
            return embedded[0].matched

        found = best_match(
            gist_of(asked),
            asked.meanings,
            among,
            vector,
            self._settings,
            is_guessed=asked.text != normalise(turn.text),
        )
        if embedded:
            turn = replace(turn, embedded=embedded[0])
        return turn if found is None else self._told(turn, found)

    def _told(self, turn: Turn, found: Match) -> Turn:
        turn = self._retrieve(replace(turn, approved=found))
        sides = tuple(replace(side, confidence=found.closeness) for side in turn.sides)
        hits = [Hit(passage, found.closeness, ()) for passage in found.approved.passages]
        text, note = self._text(turn, found, "")
        corrections, limit = turn.corrections, self._settings.notes_chars
        cited = self._citer.cite(hits, hidden=corrections.hidden)
        cited, below = noted(cited, corrections.notes, turn.voice, limit)
        if below:
            text, note = self._text(turn, found, below)
        near = (
            hit
            for side in sides
            for hit in side.results.hits
            if hit.passage.city == found.approved.city
            and not any(same_place(hit.passage, own) for own in found.approved.passages)
        )
        answer = Answer(
            Reason.ANSWERED_APPROVED,
            text,
            cited,
            related(near, turn.text, self._knowledge, self._settings.related),
            core=found.approved.body.answer,
            note=note,
            confidence=found.closeness,
            record_ids=tuple(
                dict.fromkeys(r for passage in found.approved.passages for r in passage.record_ids)
            ),
        )
        return replace(turn, sides=sides, answer=answer)

    def _text(self, turn: Turn, found: Match, below: str) -> tuple[str, str]:
        """The answer in its frame, cut only where frame and notes leave too little; its notes."""
        settings, approved = self._settings, found.approved
        text = note = ""
        for room in rooms(settings, is_noted=bool(below)):
            telling = Telling(
                self._knowledge,
                turn.understood,
                replace(turn.voice, brief=room.is_brief),
                fiscal_year_of(self._today()),
                room.chars,
                tells_period=room.tells_period,
            )
            note = "\n".join(filter(None, (self._period(found, telling), below)))
            told = leading(approved.body.answer, room.chars)
            name = f"outcome/{Reason.ANSWERED_APPROVED.value}"
            text = telling.voice.say(name, answer=told, note=note)
            if len(text) <= settings.answer_chars:
                break
        if turn.lang == EASY:
            text = glossed(text, settings.easy_glosses, settings.answer_chars)
        return text, note

    def _period(self, found: Match, telling: Telling) -> str:
        """That the period of the plan is over, where what was planned is told."""
        for passage in found.approved.passages:
            if tells_of_intent(self._knowledge.record(passage.record_ids[0])):
                return period_over(self._knowledge.plan(passage.plan_id), telling)
        return ""


def _asks_for_more(turn: Turn) -> bool:
    """Who asks for more is not told the same again."""
    return turn.follow_up is not None and turn.follow_up.kind is FollowKind.MORE
