"""Vectors to groups: whoever has most neighbours makes a group with those that are left of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import faiss
import numpy as np
from numpy.typing import NDArray

Breathe = Callable[[], None]

# Cosine of the matcher from which two questions count as one. Among the forms of 400 FAQ entries,
# 0.70 finds 58 of 100 pairs that belong together and 82 of 100 found do; 0.75: 31 and 90.
NEAR = 0.72
# Questions compared with all others at once: some 50 ms with 20,000; nobody waits longer.
_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class Membership:
    """To which group a question belongs. `centre`: row of its most central one; `nearness`: cosine
    to that, 0..1.
    """

    centre: int
    nearness: float


def cluster(vectors: NDArray[np.float32], breathe: Breathe = lambda: None) -> list[Membership]:
    """The group of each row; a row that is near no other makes one alone.

    Every member is as near to the centre as NEAR says, so that no chain of likenesses joins what is
    unlike. The same rows in the same order give the same groups.

    vectors  `(n, dim)` float32, of unit length
    breathe  called every 50 ms or so; may wait
    """
    alike = _alike(vectors)
    neighbours = _neighbours(vectors[[rows[0] for rows in alike]], breathe)
    rows_in = np.array([len(rows) for rows in alike])
    number = [int(rows_in[near].sum()) for near, _ in neighbours]
    free = np.ones(len(alike), dtype=bool)
    found: list[Membership | None] = [None] * len(vectors)
    # By neighbours at the beginning: counting again after each group changes the few that overlap,
    # and takes a thousand times as long.
    for centre in sorted(range(len(alike)), key=lambda one: (-number[one], one)):
        if not free[centre]:
            continue
        for one, cosine in zip(*neighbours[centre], strict=True):
            if free[one]:
                free[one] = False
                near = 1.0 if one == centre else min(float(cosine), 1.0)
                for row in alike[one]:
                    found[row] = Membership(alike[centre][0], near)
    return [each for each in found if each is not None]


def _alike(vectors: NDArray[np.float32]) -> list[list[int]]:
    """Rows that are equal, by the first of them. A question that half of all asked in the same
    words would be near as many for each time it was asked: gigabytes.
    """
    rows: dict[bytes, list[int]] = {}
    for row, vector in enumerate(vectors):
        rows.setdefault(vector.tobytes(), []).append(row)
    return list(rows.values())


def _neighbours(
    vectors: NDArray[np.float32], breathe: Breathe
) -> list[tuple[NDArray[np.int64], NDArray[np.float32]]]:
    """For each row those that are near it, itself included, with their cosines."""
    if not len(vectors):
        return []
    index = faiss.IndexFlatIP(vectors.shape[1])
    index.add(vectors)
    found = []
    for start in range(0, len(vectors), _AT_ONCE):
        breathe()
        limits, cosines, rows = index.range_search(vectors[start : start + _AT_ONCE], NEAR)
        for first, end in pairwise(limits):
            found.append((rows[first:end].copy(), cosines[first:end].copy()))
    return found
