"""Each leg of the search by itself: what it alone would have put first."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from index.results import Hit, Leg, LegScore, Passage


@dataclass(frozen=True, slots=True)
class LegHit:
    """A candidate as one leg sees it.

    raw       in the leg's own unit, the higher the better
    standard  in standard deviations over the candidates of its kind
    rank      its place in the fused order, from 1
    """

    passage: Passage
    raw: float
    standard: float
    rank: int


@dataclass(frozen=True, slots=True)
class LegHits:
    """The first candidates of a leg, best first.

    of_entries  FAQ entries, else passages of the plans: each kind is standardised by itself
    weight      what the leg counts for in the sum
    """

    leg: Leg
    of_entries: bool
    weight: float
    hits: tuple[LegHit, ...]


def legs_of(fused: Sequence[Hit], k: int) -> tuple[LegHits, ...]:
    """The first k candidates of every leg, passages before entries.

    fused  all candidates in their fused order, with the scores of all legs
    """
    found: dict[tuple[bool, Leg], list[tuple[LegScore, LegHit]]] = {}
    for rank, hit in enumerate(fused, start=1):
        for score in hit.legs:
            if not math.isnan(score.raw):
                own = LegHit(hit.passage, score.raw, score.standard, rank)
                key = hit.best_form is not None, score.leg
                found.setdefault(key, []).append((score, own))
    return tuple(
        LegHits(leg, of_entries, every[0][0].weight, _first([own for _, own in every], k))
        for (of_entries, leg), every in sorted(found.items(), key=lambda one: one[0][0])
    )


def _first(hits: list[LegHit], k: int) -> tuple[LegHit, ...]:
    return tuple(sorted(hits, key=lambda hit: (-hit.raw, hit.rank))[:k])
