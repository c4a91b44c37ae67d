"""The steps of the counter up to the confidence, on a thinned index: what fitting watches."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from index import IndexSettings, Searcher, build, load_embedder, open_index, progress_bar
from knowledge.knowledgebase import load_knowledge
from service.answering.checking import Check, Understand
from service.answering.citing import Citer
from service.answering.confidence import Signals
from service.answering.deciding import DecideBeyond
from service.answering.retrieving import Retrieve
from service.answering.settings import AnsweringSettings
from service.answering.speech import Speeches
from service.answering.turn import Question, Step, Turn
from service.answering.weighing import Weigh
from service.evaluation.held_out import HeldOut, thinned
from service.outcome import Citation


class Rehearsal:
    """Asks questions of an index that has not seen one form of each entry."""

    def __init__(self, settings: IndexSettings, folder: Path) -> None:
        """Build the thinned index under `folder`; vectors come from the cache."""
        knowledge, self.held_out = thinned(load_knowledge())
        embedder = load_embedder(settings.model)
        build(knowledge, settings, folder, progress_bar, embedder)
        searcher = Searcher(open_index(folder), embedder, settings)
        answering = AnsweringSettings()
        self._citer = Citer(knowledge, answering)
        self._weigh = Weigh(Speeches(knowledge, searcher), answering)
        self._steps: tuple[Step, ...] = (
            Check(),
            Understand(knowledge, date.today),
            DecideBeyond(knowledge),
            Retrieve(searcher, knowledge, answering),
            self._weigh,
        )

    held_out: tuple[HeldOut, ...]

    def ask(self, question: str, city: str | None) -> tuple[Signals, Citation] | None:
        """The signals of a question and the place cited first; None where no single search ran."""
        turn = Turn(Question(question, city))
        for step in self._steps:
            turn = step(turn)
            if turn.answer is not None:
                return None
        if len(turn.sides) != 1 or not turn.sides[0].candidates:
            return None
        candidates = list(turn.sides[0].candidates)
        cited = self._citer.cite([candidates[0].hit])[0]
        return self._weigh.signals(candidates, turn.understood), cited
