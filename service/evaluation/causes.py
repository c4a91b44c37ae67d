"""What came of a question, fine enough to see where to look."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from service.evaluation.judging import Outcome, Verdict
from service.evaluation.questions import EvaluationQuestion
from service.evaluation.reply import Reply


class Cause(StrEnum):
    """Why a reply is wrong; the first that holds."""

    SHOULD_BE_REFUSED = "should have been refused"
    SHOULD_END_OTHERWISE = "should have ended without an answer in the other way"
    SHOULD_ASK_BACK = "should have asked back"
    FORBIDDEN = "forbidden said"
    NEITHER = "neither evidence nor fact"
    NO_EVIDENCE = "evidence not cited"
    NO_FACT = "fact missing"


@dataclass(frozen=True, slots=True, order=True)
class Came:
    """An outcome with its detail: a cause where wrong, a reason code where nothing was answered,
    "" where correct.
    """

    outcome: Outcome
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.outcome.value}: {self.detail}" if self.detail else self.outcome.value


def came_of(question: EvaluationQuestion, reply: Reply, verdict: Verdict) -> Came:
    """What came of a question."""
    if verdict.outcome is Outcome.CORRECT:
        return Came(verdict.outcome)
    if verdict.outcome is Outcome.WRONG:
        return Came(verdict.outcome, cause(question, reply, verdict).value)
    return Came(verdict.outcome, reply.reason or reply.status)


def cause(question: EvaluationQuestion, reply: Reply, verdict: Verdict) -> Cause:
    """Why a reply that is wrong is."""
    if not question.is_answerable:
        if reply.status == "answered":
            return Cause.SHOULD_BE_REFUSED
        return Cause.FORBIDDEN if verdict.says_forbidden else Cause.SHOULD_END_OTHERWISE
    if question.expect == "clarify":
        return Cause.SHOULD_ASK_BACK
    if verdict.says_forbidden:
        return Cause.FORBIDDEN
    if not verdict.covers_evidence:
        return Cause.NO_EVIDENCE if verdict.has_facts else Cause.NEITHER
    return Cause.NO_FACT
