"""How often a held-out form finds its entry first, by meaning alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.corpus import best_and_mean, starts
from index.embedding import Vectors
from index.evaluation.held_out import HeldOut
from index.training.material import Lesson

# Share of an entry's best form, the rest is the mean of all; fixed, so that trainings compare. The
# search has its own, fitted with everything else it adds.
BEST_FORM = 0.7


@dataclass(frozen=True, slots=True)
class Reach:
    """Shares of held-out forms, 0..1, whose entry or a twin stands among the first 1, 3 and 10."""

    first: float
    three: float
    ten: float


class Looks:
    """Ranks the lessons of a city for each held-out form by their forms alone.

    asked   held-out forms; their entries are among `taught`
    twins   `(n, n)` bool, which lessons are as good as which
    """

    def __init__(
        self, taught: Sequence[Lesson], asked: Sequence[HeldOut], twins: NDArray[np.bool_]
    ) -> None:
        row_of = {one.id: row for row, one in enumerate(taught)}
        self.forms = [form for one in taught for form in one.forms]
        self.questions = [one.question for one in asked]
        self._right = twins[[row_of[one.entry_id] for one in asked]]
        cities = np.array([one.city for one in taught])
        self._in_scope = np.array([one.city for one in asked])[:, None] == cities[None, :]
        self._counts = np.array([len(one.forms) for one in taught])
        self._starts = starts(self._counts)

    def reach(self, forms: Vectors, questions: Vectors) -> Reach:
        """From vectors of `forms` and `questions`, in their order."""
        pooled = best_and_mean(questions @ forms.T, self._starts, self._counts, BEST_FORM)
        scores = np.where(self._in_scope, pooled, -np.inf)
        order = np.argsort(-scores, axis=1, kind="stable")[:, :10]
        found = np.take_along_axis(self._right, order, axis=1)
        first, three, ten = (float(found[:, :depth].any(axis=1).mean()) for depth in (1, 3, 10))
        return Reach(first, three, ten)

    def centres(self, forms: Vectors) -> Vectors:
        """`(lessons, dim)` unit vectors: the mean of each lesson's forms."""
        sums = np.add.reduceat(forms, self._starts, axis=0)
        return np.asarray(sums / np.linalg.norm(sums, axis=1, keepdims=True), dtype=np.float32)
