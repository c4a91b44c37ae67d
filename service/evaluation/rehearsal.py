"""The steps of the counter up to the confidence, on a thinned index: what fitting watches."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from index import IndexSettings, Searcher, build, load_models, open_index, progress_bar
from index.embedding import Vectors
from index.evaluation.held_out import HeldOut, thinned
from index.results import Passage
from knowledge.knowledgebase import load_knowledge
from service.answering.checking import Check, Understand
from service.answering.confidence import Signals
from service.answering.deciding import DecideBeyond
from service.answering.retrieving import Retrieve
from service.answering.settings import AnsweringSettings
from service.answering.speech import Speeches
from service.answering.turn import Candidate, Question, Step, Turn
from service.answering.weighing import Weigh

# Candidates searched for: as many as the ranking is fitted on.
_DEPTH = 40


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What the steps found: candidates best first, the signals of the first, and the question's
    vector `(dim,)` by the matcher.
    """

    candidates: tuple[Candidate, ...]
    signals: Signals
    vector: Vectors


class Rehearsal:
    """Asks questions of an index that has not seen one form of each entry."""

    def __init__(self, settings: IndexSettings, folder: Path, *, entries: bool = True) -> None:
        """Build the thinned index under `folder`; vectors come from the cache.

        entries  False leaves out every FAQ entry, as for a plan that has none yet
        """
        knowledge, self.held_out = thinned(load_knowledge())
        self.knowledge = knowledge
        if not entries:
            knowledge = replace(knowledge, faq=())
        models = load_models(settings.model)
        build(knowledge, settings, folder, progress_bar, models)
        searcher = Searcher(open_index(folder), models, settings)
        answering = AnsweringSettings()
        self._models, self._searcher = models, searcher
        self._weigh = Weigh(Speeches(knowledge, searcher), answering)
        self._steps: tuple[Step, ...] = (
            Check(answering),
            Understand(knowledge, date.today, searcher.written),
            DecideBeyond(knowledge, answering),
            Retrieve(searcher, knowledge, replace(answering, candidates=_DEPTH)),
        )

    held_out: tuple[HeldOut, ...]

    def ask(
        self,
        question: str,
        city: str | None,
        depth: int = AnsweringSettings().candidates,
    ) -> Rehearsed | None:
        """Ask on a city's site; None where no single search ran or nothing was found.

        depth   candidates weighed, at most 40
        """
        turn = Turn(Question(question, city))
        for step in self._steps:
            turn = step(turn)
            if turn.answer is not None:
                return None
        if len(turn.sides) != 1:
            return None
        results = turn.sides[0].results
        side = replace(turn.sides[0], results=replace(results, hits=results.hits[:depth]))
        turn = self._weigh(replace(turn, sides=(side,)))
        candidates = turn.sides[0].candidates
        if not candidates:
            return None
        signals = self._weigh.signals(candidates, turn.understood, results.askable)
        return Rehearsed(candidates, signals, self._vector(turn.understood.search_text))

    def _vector(self, text: str) -> Vectors:
        vector: Vectors = self._models.matcher.queries([self._searcher.written(text)])[0]
        return vector


def tells(passage: Passage, asked: HeldOut) -> bool:
    """Whether a passage rests on characters the held-out form's entry rests on."""
    return passage.plan_id == asked.plan_id and any(
        own.overlaps(theirs) for own in passage.spans for theirs in asked.spans
    )
