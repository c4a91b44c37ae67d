"""The question counter: every question goes through this list of steps, in this order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from time import perf_counter

from index import Query, ResultSet, Scope, Searcher, build, open_index
from knowledge.knowledgebase import KnowledgeBase, load_knowledge
from service.answering.checking import Check, Understand
from service.answering.citing import Citer
from service.answering.composing import Compose
from service.answering.deciding import Decide, DecideBeyond
from service.answering.retrieving import Retrieve
from service.answering.settings import AnsweringSettings
from service.answering.turn import Question, Step, Turn
from service.answering.weighing import Weigh
from service.outcome import Answer
from service.settings import Settings

__all__ = ["Counter", "Question", "open_counter"]


class Counter:
    """Answers questions from one knowledge base and one index; safe to share between threads."""

    def __init__(
        self,
        knowledge: KnowledgeBase,
        searcher: Searcher,
        settings: AnsweringSettings,
        today: Callable[[], date],
    ) -> None:
        self.knowledge = knowledge
        self._searcher = searcher
        citer = Citer(knowledge, settings)
        self._steps: tuple[Step, ...] = (
            Check(),
            Understand(knowledge, today),
            DecideBeyond(knowledge),
            Retrieve(searcher, knowledge, settings),
            Weigh(knowledge, searcher, settings),
            Decide(knowledge, citer, settings),
            Compose(knowledge, citer, settings, today),
        )

    @property
    def index_version(self) -> str:
        """The version of the index that answers now."""
        return self._searcher.version

    def ask(self, question: Question) -> Answer:
        """Answer a question. Every outcome is an Answer; only faults of ours raise."""
        turn = Turn(question)
        spent: dict[str, float] = {}
        for step in self._steps:
            started = perf_counter()
            turn = step(turn)
            spent[type(step).__name__] = (perf_counter() - started) * 1000
            if turn.answer is not None:
                break
        if turn.answer is None:
            raise RuntimeError("the steps ended without an answer")
        return replace(
            turn.answer,
            results=turn.sides[0].results if turn.sides else None,
            index_version=self.index_version,
            milliseconds=spent,
        )

    def search(self, q: str, city: str | None = None, k: int = 10) -> ResultSet:
        """The search that answers, without the answering."""
        scope = Scope(cities=frozenset({city} if city else ()))
        return self._searcher.search(Query(q, scope, k))
