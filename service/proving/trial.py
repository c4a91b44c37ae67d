"""A set of questions asked on two sides, one question at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from service.answering.turn import Question, Turn
from service.evaluation.asking import reply_of
from service.evaluation.judging import judge
from service.evaluation.questions import EvaluationQuestion
from service.proving.comparing import Difference, Replied, difference


class Answering(Protocol):
    """What answers: a `Counter`, with some corrections in force."""

    def follow(self, question: Question) -> Turn:
        """See `Counter.follow`."""


Known = dict[EvaluationQuestion, Replied]


class Trial:
    """One proof on its way; `step` asks one question, so that others can be asked in between.

    known  what is known of the side before; what is asked of it is added
    """

    def __init__(
        self,
        questions: Sequence[EvaluationQuestion],
        before: Answering,
        after: Answering,
        known: Known,
    ) -> None:
        self._questions = questions
        self._known = known
        self._after: Known = {}
        missing = [question for question in questions if question not in known]
        self._left = self._asked([(before, known, missing), (after, self._after, questions)])
        self.total = len(missing) + len(questions)
        self.done = 0

    def step(self) -> bool:
        """Ask the next question; False once there is none. Raises what the answering raises."""
        try:
            next(self._left)
        except StopIteration:
            return False
        self.done += 1
        return True

    def result(self) -> Difference:
        """What the change does. Raises KeyError while questions are left."""
        return difference([(one, self._known[one], self._after[one]) for one in self._questions])

    @staticmethod
    def _asked(
        sides: Sequence[tuple[Answering, Known, Sequence[EvaluationQuestion]]],
    ) -> Iterator[None]:
        for answering, known, questions in sides:
            for question in questions:
                known[question] = _replied(answering, question)
                yield


def _replied(answering: Answering, question: EvaluationQuestion) -> Replied:
    turn = answering.follow(Question(question.text, question.city))
    reply = reply_of(turn)
    places = tuple(citation.passage_id for citation in turn.answered.citations)
    return Replied(judge(question, reply).outcome, reply.status, reply.text, places)
