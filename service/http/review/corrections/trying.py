"""Trying a draft: what questions are answered now, and what they would be with it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from service.answering.corrections.records import (
    ApprovedAnswer,
    Body,
    Correction,
)
from service.counter import Counter, Question
from service.outcome import Answer
from service.presenting import Presentation, Presenter
from service.question.normalisation import normalise

QUESTIONS_MAX = 6  # a question takes some 25 ms on each side
_NEW = "new"


@dataclass(frozen=True, slots=True)
class Tried:
    """A question asked twice and kept nowhere. `shown`: the later answer as residents see it."""

    question: str
    before: Answer
    after: Answer
    shown: Presentation

    @property
    def is_changed(self) -> bool:
        """Whether a resident would see anything else."""
        return (self.before.text, self.before.citations) != (self.after.text, self.after.citations)


def tried(
    counter: Counter,
    presenter: Presenter,
    correction: Correction,
    trial: str,
    question_chars_max: int,
) -> tuple[Tried, ...]:
    """Ask the question forms of a draft and one more question, with and without it.

    correction  the draft; its id is "" for a new one
    trial       the question besides, "" for none
    """
    forms = correction.body.forms if isinstance(correction.body, ApprovedAnswer) else ()
    extra = normalise(trial)[:question_chars_max]
    questions = tuple(dict.fromkeys(filter(None, (extra, *forms))))[:QUESTIONS_MAX]
    own = correction if correction.id else replace(correction, id=_NEW)
    corrected = counter.corrected_by(counter.corrections.approving(own))
    rows = []
    for text in questions:
        question = Question(text, city=correction.city, channel="review")
        after = corrected.ask(question)
        rows.append(Tried(text, counter.ask(question), after, presenter.blocks(after)))
    return tuple(rows)


def body_is_tried(body: Body) -> bool:
    """Whether there is anything to try: a body that does not hold may not be asked."""
    return not isinstance(body, ApprovedAnswer) or bool(body.forms and body.passages)
