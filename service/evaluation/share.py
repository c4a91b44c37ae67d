"""A share with how far it can be trusted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from scipy.stats import binomtest

T = TypeVar("T")

# The usual one in reports; nineteen intervals of twenty hold the true share.
CONFIDENCE_LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Share:
    """`count` of `of` questions, quotes or the like; of nothing it has no value."""

    count: int
    of: int

    @property
    def value(self) -> float | None:
        """0..1."""
        return self.count / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's interval for `CONFIDENCE_LEVEL`: unlike the textbook one it stays within 0..1
        and is no point at 0 and 1.
        """
        if not self.of:
            return None
        found = binomtest(self.count, self.of).proportion_ci(CONFIDENCE_LEVEL, method="wilson")
        return float(found.low), float(found.high)


def share(items: Sequence[T], holds: Callable[[T], bool]) -> Share:
    """How many of `items` hold."""
    return Share(sum(map(holds, items)), len(items))
