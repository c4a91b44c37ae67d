"""One question on its way through the steps; each step returns a fuller copy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from index import Embedded
from index.results import Hit, ResultSet, Scope
from service.answering.corrections.in_force import InForce
from service.answering.corrections.matching import Match
from service.answering.voice import Voice
from service.outcome import Answer
from service.question.exchange import Exchange
from service.question.follow_up import FollowUp
from service.question.understanding import Understanding


@dataclass(frozen=True, slots=True)
class Question:
    """What comes in. `city` is the site's city, `lang` and `channel` as in the HTTP contract.

    lang     the language the reply is wanted in; None: that of the question itself
    earlier  the last exchanges of the conversation, oldest first
    """

    text: str
    city: str | None = None
    lang: str | None = None
    channel: str = "api"
    conversation_id: str | None = None
    earlier: tuple[Exchange, ...] = ()

    def __repr__(self) -> str:
        # Residents' words never reach a log by way of a repr.
        return f"Question({len(self.text)} characters, city={self.city!r}, lang={self.lang!r})"


@dataclass(frozen=True, slots=True)
class Agreement:
    """How a candidate fits what is asked, each in -1..1; 0 where nothing can be said.

    kind      its kind answers the kind of question
    years     the years of the question stand in it
    coverage  weighted share of the question's content words it speaks of, 0..1
    wanted    it holds the sort of fact wanted: 1 yes, -1 no
    counted   it holds a number with the counter asked for: 1 yes or nothing counted, -1 no
    numbers   the numbers the question names stand in it
    compounds share of the question's compound nouns that stand in it as written, 0..1
    """

    kind: float
    years: float
    coverage: float
    wanted: float
    counted: float
    numbers: float
    compounds: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A hit held against the question. `score` is the hit's score plus what the agreement adds."""

    hit: Hit
    agreement: Agreement
    score: float


@dataclass(frozen=True, slots=True)
class Side:
    """One part of a question: the whole of it, or one of the cities or plans it compares.

    as_typed    the results without the Japanese words set beside a foreign question and with the
                words that staff have the plan's for; None where neither is so
    confidence  probability 0..1 that the first candidate answers the question
    """

    name: str
    scope: Scope
    results: ResultSet
    as_typed: ResultSet | None = None
    candidates: tuple[Candidate, ...] = ()
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Confidences 0..1 a question was decided by: the best side's must reach `answer`, and each
    side that is told `side`.
    """

    answer: float
    side: float


@dataclass(frozen=True, slots=True)
class Turn:
    """The state between steps; a step that settles the outcome sets `answer`.

    corrections  what staff put right, as it was when the question came
    lang         the language of the reply
    embedded     what is searched, where it was embedded before the search
    approved     the approved answer it got, None for none
    thresholds   None until candidates were held against them
    """

    question: Question
    corrections: InForce = field(default_factory=InForce)
    text: str = ""
    lang: str = "ja"
    follow_up: FollowUp | None = None
    understanding: Understanding | None = None
    embedded: Embedded | None = None
    approved: Match | None = None
    sides: tuple[Side, ...] = ()
    thresholds: Thresholds | None = None
    answer: Answer | None = None

    @property
    def voice(self) -> Voice:
        """The wording of the reply."""
        return Voice(self.lang)

    @property
    def understood(self) -> Understanding:
        """The understanding, for the steps after the one that makes it."""
        if self.understanding is None:
            raise RuntimeError("a step needs the understanding before it was made")
        return self.understanding

    @property
    def answered(self) -> Answer:
        """The answer, once the last step was taken."""
        if self.answer is None:
            raise RuntimeError("the steps ended without an answer")
        return self.answer


Step = Callable[[Turn], Turn]
