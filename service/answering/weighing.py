"""The step that holds each candidate against the question and says how sure we are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.results import Hit, Leg, Passage, ResultSet
from service.answering.agreement import (
    PARTICULAR,
    compound_agreement,
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

_LEAD_MAX = 4.0  # beyond it a lead says no more
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
        candidates = self._ordered(side.results, asked)
        sure = self._sureness(candidates, asked, side.results)
        if side.as_typed is not None:
            # Japanese words find better, but a sentence half in Japanese is less like any other.
            typed = self._ordered(side.as_typed, asked)
            sure = max(sure, self._sureness(typed, asked, side.as_typed))
        return replace(side, candidates=tuple(candidates), confidence=sure)

    def _ordered(self, results: ResultSet, asked: Understanding) -> list[Candidate]:
        return sorted(
            (self._candidate(hit, asked) for hit in results.hits),
            key=lambda c: (-c.score, c.hit.passage.id),
        )

    def _sureness(
        self, candidates: Sequence[Candidate], asked: Understanding, results: ResultSet
    ) -> float:
        if not candidates:
            return 0.0
        entries = self._speeches.has_entries(candidates[0].hit.passage.plan_id)
        signals = self.signals(candidates, asked, results.askable)
        return probability(signals, self._settings, entries=entries)

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
            + weights.compounds_weight * agreement.compounds
        )
        return Candidate(hit, agreement, score)

    def _agreement(self, asked: Understanding, speech: Speech) -> Agreement:
        return Agreement(
            kind=kind_agreement(asked.asked, speech.kind),
            years=year_agreement(asked.years, speech.years) if asked.years else 0.0,
            coverage=self._speeches.coverage(asked, speech),
            wanted=wanted_agreement(asked.wanted, speech),
            counted=-1.0 if counters_missing(asked.text, speech.told) else 1.0,
            numbers=number_agreement(
                asked.text, speech.about, self._speeches.editions(asked.plans)
            ),
            compounds=compound_agreement(asked.compounds, speech),
        )

    def signals(
        self, candidates: Sequence[Candidate], asked: Understanding, askable: float
    ) -> Signals:
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
        entries = [c for c in candidates if c.hit.best_form is not None]
        return Signals(
            askable=askable,
            form=max((c.hit.best_form_cosine or 0.0 for c in entries), default=0.0),
            form_fit=(entries[0].hit.raw(Leg.FORM_DENSE) or 0.0) if entries else 0.0,
            text=max(_raw(candidates, Leg.TEXT_DENSE), default=0.0),
            lead=_lead(candidates),
            coverage=covered if japanese else 1.0,
            particular_missing=float(lacking(particular)),
            fact_missing=float(lacking(other) or uncounted),
            number_missing=float(all(c.agreement.numbers < 0 for c in near)),
            year_missing=float(bool(asked.years) and all(c.agreement.years <= 0 for c in near)),
            years=first.agreement.years,
        )


def _raw(candidates: Sequence[Candidate], leg: Leg) -> list[float]:
    """The raw scores of a leg, highest first, of the candidates that have one."""
    raws = (candidate.hit.raw(leg) for candidate in candidates)
    return sorted((raw for raw in raws if raw is not None), reverse=True)


def _lead(candidates: Sequence[Candidate]) -> float:
    """How far the first is ahead of the best that rests on another place, at most `_LEAD_MAX`."""
    first = candidates[0]
    others = (c for c in candidates[1:] if not same_place(first.hit.passage, c.hit.passage))
    rival = next(others, None)
    return _LEAD_MAX if rival is None else min(_LEAD_MAX, first.score - rival.score)


def same_place(one: Passage, other: Passage) -> bool:
    """Whether two passages rest on overlapping characters of the same plan."""
    return one.plan_id == other.plan_id and any(
        own.overlaps(theirs) for own in one.spans for theirs in other.spans
    )
