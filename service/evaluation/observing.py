"""Ask questions with and without an answer, and keep what the confidence is to be fitted on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.evaluation.held_out import HeldOut
from index.results import Passage
from knowledge.knowledgebase import KnowledgeBase
from service.answering.confidence import Signals
from service.evaluation.judging import fold
from service.evaluation.questions import EvaluationQuestion
from service.evaluation.ranking import DEPTH, Asked
from service.evaluation.rehearsal import Rehearsed, tells

_NEAR = 3  # candidates among which the right place must stand where only passages can tell


class Kind(Enum):
    """Where a question comes from."""

    HELD_OUT = auto()  # a question form that neither training nor index has seen
    ANSWERABLE = auto()  # a question of our own, with evidence in the plans
    UNANSWERABLE = auto()  # one without


@dataclass(frozen=True, slots=True)
class Observed:
    """A question asked.

    group    questions of one group are never parted by a fold: pairs on one subject
    signals, vector  None where the question was settled before any search: it gets no answer
    found    whether the right place stands among the first candidates
    """

    kind: Kind
    group: str
    signals: Signals | None
    vector: NDArray[np.float32] | None
    found: bool = False


class Ask(Protocol):
    """Asks a question on a city's site and weighs so many candidates; see `Rehearsal.ask`."""

    def __call__(self, question: str, city: str | None, depth: int = ...) -> Rehearsed | None:
        """None where no single search ran."""


def observe(
    ask: Ask,
    knowledge: KnowledgeBase,
    held_out: Sequence[HeldOut],
    questions: Sequence[EvaluationQuestion],
) -> Iterator[Observed]:
    """Ask all of them, on the site each is meant for. Those to be asked back are left aside."""
    for one in held_out:
        if (found := ask(one.question, one.city)) is not None:
            near = any(tells(c.hit.passage, one) for c in found.candidates[:_NEAR])
            yield Observed(Kind.HELD_OUT, one.entry_id, found.signals, found.vector, near)
    for question in questions:
        if question.expect == "clarify":
            continue
        kind = Kind.ANSWERABLE if question.is_answerable else Kind.UNANSWERABLE
        group = question.pair or question.id
        found = ask(question.text, question.city)
        if found is None:
            yield Observed(kind, group, None, None)
            continue
        near = any(_holds(c.hit.passage, question, knowledge) for c in found.candidates[:_NEAR])
        yield Observed(kind, group, found.signals, found.vector, near)


def ranked(
    ask: Ask,
    knowledge: KnowledgeBase,
    held_out: Sequence[HeldOut],
    questions: Sequence[EvaluationQuestion],
) -> Iterator[Asked]:
    """Candidates of held-out forms and of questions with evidence, and which of them are right."""
    for one in held_out:
        if found := ask(one.question, one.city, DEPTH):
            yield Asked(found.candidates, [tells(c.hit.passage, one) for c in found.candidates])
    for question in questions:
        if not question.evidence or question.city is None:
            continue  # without a city the right one of several places cannot be told
        if found := ask(question.text, question.city, DEPTH):
            right = [_holds(c.hit.passage, question, knowledge) for c in found.candidates]
            yield Asked(found.candidates, right)


def _holds(passage: Passage, question: EvaluationQuestion, knowledge: KnowledgeBase) -> bool:
    quotes = fold("".join(knowledge.quote(passage.plan_id, span) for span in passage.spans))
    wanted = (*question.evidence, *(e for other in question.elsewhere for e in other.evidence))
    return any(fold(evidence) in quotes for evidence in wanted)
