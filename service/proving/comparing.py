"""What a change does to the answers: better, worse, or the same in other words."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from service.evaluation.judging import Outcome
from service.evaluation.questions import EvaluationQuestion

# No answer is better than a wrong one: who is told nothing asks a person.
_WORTH = {Outcome.CORRECT: 2, Outcome.REFUSED: 2, Outcome.ABSTAINED: 1, Outcome.WRONG: 0}


@dataclass(frozen=True, slots=True)
class Replied:
    """What came of a question on one side.

    status   as in `service.outcome`
    places   ids of the passages cited, best first
    """

    outcome: Outcome
    status: str
    text: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """A question that is not answered as before.

    expects   answer, not_told, refused, clarify, or no_answer: how it has to end
    evidence  what the citations have to hold, as the plan has it; may be empty
    facts     what the answer has to state, the first form of each
    """

    question: str
    city: str | None
    is_judged: bool
    expects: str
    evidence: tuple[str, ...]
    facts: tuple[str, ...]
    before: Replied
    after: Replied

    def to_json(self) -> dict[str, Any]:
        """As a proof keeps it."""
        return asdict(self)

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Changed:
        """What `to_json` gave."""
        sides = {
            side: Replied(
                Outcome(kept[side]["outcome"]),
                kept[side]["status"],
                kept[side]["text"],
                tuple(kept[side]["places"]),
            )
            for side in ("before", "after")
        }
        lists = {name: tuple(kept[name]) for name in ("evidence", "facts")}
        return cls(**{**kept, **sides, **lists})


@dataclass(frozen=True, slots=True)
class Difference:
    """A whole set before and after.

    before, after  number of questions by outcome
    """

    before: Mapping[Outcome, int]
    after: Mapping[Outcome, int]
    better: tuple[Changed, ...] = field(default=())
    worse: tuple[Changed, ...] = field(default=())
    reworded: tuple[Changed, ...] = field(default=())


def difference(rows: Sequence[tuple[EvaluationQuestion, Replied, Replied]]) -> Difference:
    """Compare; each row is a question with its replies before and after."""
    better: list[Changed] = []
    worse: list[Changed] = []
    reworded: list[Changed] = []
    for question, before, after in rows:
        gain = _WORTH[after.outcome] - _WORTH[before.outcome]
        if gain:
            (better if gain > 0 else worse).append(_changed(question, before, after))
        elif (before.text, before.places) != (after.text, after.places):
            reworded.append(_changed(question, before, after))
    return Difference(
        before=Tally(before.outcome for _, before, _ in rows),
        after=Tally(after.outcome for _, _, after in rows),
        better=tuple(better),
        worse=tuple(worse),
        reworded=tuple(reworded),
    )


def _changed(question: EvaluationQuestion, before: Replied, after: Replied) -> Changed:
    if question.is_answerable:
        expects = "clarify" if question.expect == "clarify" else "answer"
    else:
        expects = question.expect if question.expect in ("not_told", "refused") else "no_answer"
    return Changed(
        question=question.text,
        city=question.city,
        is_judged=question.id.startswith("judged/"),
        expects=expects,
        evidence=question.evidence,
        facts=tuple(fact.split("|")[0] for fact in question.must),
        before=before,
        after=after,
    )
