"""The step that holds each candidate against the question and says how sure we are."""

from __future__ import annotations

from dataclasses import replace

from index.results import Hit, Leg
from service.answering.agreement import (
    PARTICULAR,
    kind_agreement,
    wanted_agreement,
    year_agreement,
)
from service.answering.confidence import Signals, probability
from service.answering.quantities import counters_missing, number_agreement
from service.answering.settings import AnsweringSettings
from service.answering.speech import Speech, Speeches
from service.answering.turn import Agreement, Candidate, Side, Turn
from service.question.understanding import Understanding, Wanted

_MEANING_LEGS = (Leg.TEXT_DENSE, Leg.TITLE_DENSE)
_LOOKED_AT = 5  # candidates among which a wanted fact may stand: as many as are cited


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
        sure = probability(self.signals(candidates, asked), self._settings)
        return replace(side, candidates=tuple(candidates), confidence=sure)

    def _candidate(self, hit: Hit, asked: Understanding) -> Candidate:
        agreement = self._agreement(asked, self._speeches.of(hit.passage))
        weights = self._settings
        score = (
            hit.score
            + (weights.kind_weight if agreement.kind > 0 else weights.mismatch_weight)
            * agreement.kind
            + weights.years_weight * agreement.years
            + weights.coverage_weight * agreement.coverage
            + weights.wanted_weight * min(agreement.wanted, agreement.counted)
            + weights.numbers_weight * agreement.numbers
        )
        return Candidate(hit, agreement, score)

    def _agreement(self, asked: Understanding, speech: Speech) -> Agreement:
        return Agreement(
            kind=kind_agreement(asked.asked, speech.kind),
            years=year_agreement(asked.years, speech.years) if asked.years else 0.0,
            coverage=self._speeches.coverage(asked.content_words, speech),
            wanted=wanted_agreement(asked.wanted, speech),
            counted=-1.0 if counters_missing(asked.text, speech.told) else 1.0,
            numbers=number_agreement(
                asked.text, speech.about, self._speeches.editions(asked.plans)
            ),
        )

    def signals(self, candidates: list[Candidate], asked: Understanding) -> Signals:
        """What the confidence rests on; `candidates` best first, not empty."""
        first, near = candidates[0], candidates[:_LOOKED_AT]
        japanese = asked.language == "ja"
        covered = max(c.agreement.coverage for c in near)
        # A number beside the matter is no answer: only what speaks of it as well as the best may
        # hold the fact that is wanted.
        speaking = [
            (c, self._speeches.of(c.hit.passage))
            for c in near
            if c.agreement.coverage >= covered - self._settings.speaking_margin
        ]

        def lacking(wanted: frozenset[Wanted]) -> bool:
            return bool(wanted) and all(
                wanted_agreement(wanted, s) < 0 or c.agreement.counted < 0 for c, s in speaking
            )

        particular, other = asked.wanted & PARTICULAR, asked.wanted - PARTICULAR
        uncounted = all(c.agreement.counted < 0 for c, _ in speaking)
        return Signals(
            meaning=meaning(first.hit),
            nearest=max(meaning(c.hit) for c in candidates),
            coverage=covered if japanese else 1.0,
            unheard=self._speeches.unheard(asked.content_words) if japanese else 0.0,
            particular_missing=float(lacking(particular)),
            fact_missing=float(lacking(other) or uncounted),
            number_missing=float(all(c.agreement.numbers < 0 for c in near)),
            years=first.agreement.years,
            kind=first.agreement.kind,
        )


def meaning(hit: Hit) -> float:
    """The closest meaning found: the best cosine over the candidate's forms, title and text."""
    raws = [score for leg in _MEANING_LEGS if (score := hit.raw(leg)) is not None]
    if hit.best_form_cosine is not None:
        raws.append(hit.best_form_cosine)
    return max(raws, default=0.0)
