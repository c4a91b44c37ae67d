"""What a chart of a survey's or a table's values is drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Bar:
    """One value. `label` says whose or of what it is; `value` is as printed, with its unit.

    length   of the bar, in percent of the full width
    is_told  the answer tells this value
    year     of the survey, western, where the bars of a chart differ in it; else None
    """

    label: str
    value: str
    length: float
    is_told: bool
    year: int | None = None


@dataclass(frozen=True, slots=True)
class BarChart:
    """Comparable values of one figure: one subject, one unit, and one group or one label.

    label      what all bars are of, where they differ by group; "" where they differ by label
    group      whose all values are, where the plan names it and bars differ by label; else ""
    figure     `図表2-13`, or "" where the plan gives no number
    year       of the survey, western; None where the plan does not tell or the bars differ
    source     the publications that the plan names, or ""
    left_out   values of the same kind that are not shown
    citation   number of the citation that shows a value told
    """

    kind: ClassVar[str] = "chart"
    subject: str
    label: str
    group: str
    figure: str
    year: int | None
    source: str
    plan_title: str
    bars: tuple[Bar, ...]
    left_out: int
    citation: int

    @property
    def some_told(self) -> bool:
        """Whether the values told need to be set apart from others."""
        return not all(bar.is_told for bar in self.bars)
