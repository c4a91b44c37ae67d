"""The question counter: every question goes through this list of steps, in this order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import replace
from datetime import date
from threading import Lock
from time import perf_counter

from index import (
    Passage,
    Query,
    ResultSet,
    Scope,
    Searcher,
)
from index.embedding import Embedder
from knowledge.knowledgebase import KnowledgeBase
from service.answering.attending import Attend, Deepen, Neighbourhood
from service.answering.checking import Check, Understand
from service.answering.citing import Citer
from service.answering.composing import Compose
from service.answering.confidence import Signals
from service.answering.corrections.approving import Approve
from service.answering.corrections.in_force import InForce
from service.answering.corrections.preparing import Preparer
from service.answering.corrections.reading import ReadAliases
from service.answering.corrections.records import Corrections
from service.answering.corrections.refusing import RefuseTopics
from service.answering.deciding import Decide, DecideBeyond
from service.answering.explaining import Explanations
from service.answering.recalling import Recall
from service.answering.retrieving import Retrieve
from service.answering.settings import AnsweringSettings
from service.answering.speech import Speeches
from service.answering.turn import Question, Side, Step, Turn
from service.answering.weighing import Weigh
from service.outcome import Answer
from service.phrasing.phrase import Phrase

__all__ = ["Counter", "Question"]


class Counter:
    """Answers questions from one knowledge base and one index; safe to share between threads.

    phrase  puts answers into a language model's words; None: they are shown as composed

    What staff put right is laid over it by `correct`; a question that is under way ends with the
    corrections it began with.
    """

    def __init__(
        self,
        knowledge: KnowledgeBase,
        searcher: Searcher,
        settings: AnsweringSettings,
        today: Callable[[], date],
        phrase: Phrase | None = None,
    ) -> None:
        self.knowledge = knowledge
        self._phrase = phrase
        self._searcher = searcher
        self._settings = settings
        self._today = today
        self._citer = Citer(knowledge, settings)
        self._explanations = Explanations(knowledge)
        neighbourhood = Neighbourhood(knowledge)
        retrieve = Retrieve(searcher, knowledge, settings)
        self._steps: tuple[Step, ...] = (
            Check(settings),
            Recall(knowledge, today, searcher.written),
            Understand(knowledge, today, searcher.written),
            ReadAliases(),
            RefuseTopics(knowledge, settings),
            Approve(knowledge, searcher, self._citer, settings, retrieve=retrieve, today=today),
            DecideBeyond(knowledge, settings),
            retrieve,
            Attend(neighbourhood, settings),
            Weigh(Speeches(knowledge, searcher), settings),
            Deepen(neighbourhood, settings),
            *self._concluding(settings),
        )
        self._preparer = Preparer(knowledge, searcher, today)
        self._preparing = Lock()
        self._in_force = self._preparer.prepared(Corrections())

    @property
    def corrections(self) -> Corrections:
        """What staff put right, as it answers now."""
        return self._in_force.corrections

    @property
    def in_force(self) -> InForce:
        """The same made ready for questions, on the index and the day of now."""
        held = self._in_force
        return held if self._preparer.is_current(held) else self._put_in_force(held.corrections)

    def refresh(self) -> None:
        """Make ready for another day or index, where it is one; the next question would."""
        _ = self.in_force

    def correct(self, corrections: Corrections) -> None:
        """Answer with these corrections from now on, in place of those before.

        Embeds the question forms that are new, milliseconds each. Raises EmbeddingError; then all
        stays as it was.
        """
        self._put_in_force(corrections)

    def corrected_by(self, corrections: Corrections) -> Counter:
        """Another counter with these corrections; models, index and knowledge are shared."""
        other = copy(self)
        other._preparing = Lock()
        other.correct(corrections)
        return other

    def unphrased(self) -> Counter:
        """Another counter whose answers are shown as composed, whatever model there is."""
        other = copy(self)
        other._phrase = None
        return other

    def _put_in_force(self, corrections: Corrections) -> InForce:
        with self._preparing:
            self._in_force = self._preparer.prepared(corrections)
            return self._in_force

    @property
    def index_version(self) -> str:
        """The version of the index that answers now."""
        return self._searcher.version

    @property
    def searcher(self) -> Searcher:
        """What it searches with."""
        return self._searcher

    @property
    def settings(self) -> AnsweringSettings:
        """The numbers it answers by."""
        return self._settings

    def signals(self, turn: Turn, side: Side) -> Signals | None:
        """What the confidence of a side of a turn rests on; None where nothing was found."""
        weigh = next(step for step in self._steps if isinstance(step, Weigh))
        if not side.candidates:
            return None
        return weigh.signals(side.candidates, turn.understood, side.results.askable)

    @property
    def passages(self) -> Mapping[str, Passage]:
        """Everything that can be found, by id."""
        return self._searcher.by_id

    @property
    def matcher(self) -> Embedder:
        """What makes vectors of questions; one call at a time, so keep it short."""
        return self._searcher.matcher

    def ask(self, question: Question) -> Answer:
        """Answer a question. Every outcome is an Answer; only faults of ours raise."""
        return self.follow(question).answered

    def follow(self, question: Question) -> Turn:
        """Answer a question and keep what every step made of it, for staff and evaluations."""
        turn = Turn(question, corrections=self.in_force)
        return self._ended(self._steps, turn, self._phrase)

    def conclude(self, turn: Turn, min_confidence: float) -> Turn:
        """A turn followed before, concluded as if `min_confidence` (0..1) were the threshold.

        The turn as it is where it was settled before any search.
        """
        if not turn.sides or turn.approved is not None:
            return turn
        settings = replace(self._settings, min_confidence=min_confidence)
        return self._ended(self._concluding(settings), replace(turn, answer=None))

    def _concluding(self, settings: AnsweringSettings) -> tuple[Step, ...]:
        """The steps that know the threshold; none of them searches."""
        return (
            Decide(self.knowledge, self._citer, self._explanations, settings),
            Compose(self.knowledge, self._citer, settings, self._today),
        )

    def _ended(self, steps: tuple[Step, ...], turn: Turn, phrase: Phrase | None = None) -> Turn:
        spent: dict[str, float] = {}
        for step in steps:
            turn = _timed(step, turn, spent)
            if turn.answer is not None:
                break
        if phrase is not None:
            turn = _timed(phrase, turn, spent)
        answer = replace(
            turn.answered,
            lang=turn.lang,
            results=turn.sides[0].results if turn.sides else None,
            index_version=self.index_version,
            revision=turn.corrections.corrections.revision,
            milliseconds=spent,
            meaning=turn.text,
            city=_city_of(turn),
        )
        return replace(turn, answer=answer)

    def search(self, q: str, city: str | None = None, k: int = 10) -> ResultSet:
        """The search that answers, without the answering."""
        scope = Scope(cities=frozenset({city} if city else ()))
        return self._searcher.search(Query(q, scope, k, self.in_force.withheld))


def _city_of(turn: Turn) -> str | None:
    """The one city an answer is about: the one cited, else the one asked."""
    cited = {citation.city for citation in turn.answer.citations} if turn.answer else set()
    if len(cited) == 1:
        return cited.pop()
    return turn.question.city


def _timed(step: Step, turn: Turn, spent: dict[str, float]) -> Turn:
    """Take a step and note its milliseconds."""
    started = perf_counter()
    turn = step(turn)
    spent[type(step).__name__] = (perf_counter() - started) * 1000
    return turn
