"""The step that holds each candidate against the question and says how sure we are."""

from __future__ import annotations

from dataclasses import replace

from index.results import Hit, Leg
from service.answering.agreement import kind_agreement, wanted_agreement, year_agreement
from service.answering.confidence import Signals, probability
from service.answering.settings import AnsweringSettings
from service.answering.speech import Speech, Speeches
from service.answering.turn import Agreement, Candidate, Side, Turn
from service.question.understanding import Understanding

_MEANING_LEGS = (Leg.FORM_DENSE, Leg.TEXT_DENSE, Leg.TITLE_DENSE)


class Weigh:
    """Reorder candidates by score and agreement; estimate the probability of each side's first."""

    def __init__(self, speeches: Speeches, settings: AnsweringSettings) -> None:
        self._speeches = speeches
        self._settings = settings

    def __call__(self, turn: Turn) -> Turn:
        """Fill `candidates` and `confidence` of every side."""
        return replace(turn, sides=tuple(self._weighed(side, turn) for side in turn.sides))

    def _weighed(self, side: Side, turn: Turn) -> Side:
        asked = turn.understood
        candidates = sorted(
            (self._candidate(hit, asked) for hit in side.results.hits),
            key=lambda c: (-c.score, c.hit.passage.id),
        )
        if not candidates:
            return side
        sure = probability(self._signals(candidates, asked), self._settings)
        return replace(side, candidates=tuple(candidates), confidence=sure)

    def _candidate(self, hit: Hit, asked: Understanding) -> Candidate:
        speech = self._speeches.of(hit.passage)
        agreement = agreement_of(asked, speech, self._speeches)
        weights = self._settings
        score = (
            hit.score
            + weights.kind_weight * agreement.kind
            + weights.years_weight * agreement.years
            + weights.coverage_weight * agreement.coverage
            + weights.wanted_weight * agreement.wanted
        )
        return Candidate(hit, agreement, score)

    def _signals(self, candidates: list[Candidate], asked: Understanding) -> Signals:
        first = candidates[0]
        place = self._speeches.of(first.hit.passage).place
        rivals = [
            meaning(c.hit)
            for c in candidates[1:]
            if self._speeches.of(c.hit.passage).place != place
        ]
        return Signals(
            meaning=meaning(first.hit),
            gap=meaning(first.hit) - (max(rivals) if rivals else 0.0),
            coverage=first.agreement.coverage,
            wanted=first.agreement.wanted,
            years=first.agreement.years,
            kind=first.agreement.kind,
            japanese=asked.language == "ja",
        )


def agreement_of(asked: Understanding, speech: Speech, speeches: Speeches) -> Agreement:
    """How the words of a candidate fit what is asked."""
    return Agreement(
        kind=kind_agreement(asked.asked, speech.kind),
        years=year_agreement(asked.years, speech.years),
        coverage=speeches.coverage(asked.content_words, speech),
        wanted=wanted_agreement(asked.wanted, speech.told, speech.names_a_person),
    )


def meaning(hit: Hit) -> float:
    """The closest meaning found: the best cosine over the candidate's forms, title and text."""
    raws = [score for leg in _MEANING_LEGS if (score := hit.raw(leg)) is not None]
    if hit.best_form_cosine is not None:
        raws.append(hit.best_form_cosine)
    return max(raws, default=0.0)
