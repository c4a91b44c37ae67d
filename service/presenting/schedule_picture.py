"""What a picture of one schedule row is drawn from; places are percentages of its width."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from service.presenting.year_range import YearRange


class StageKind(StrEnum):
    """What the plan's table tells of some terms."""

    PLANNED = "planned"
    READ = "read"  # planned, the place read from line breaks
    NOTHING = "nothing"  # the table plans nothing: －
    UNKNOWN = "unknown"  # the table tells something, not readable what


@dataclass(frozen=True, slots=True)
class Stage:
    """Neighbouring terms of which the table tells the same.

    number       1.. in the order of the plan; None where nothing is planned or known
    when         the terms
    words        as the plan prints them (構築, 運用)
    meaning      the same in the answer's language; "" where that is Japanese or it is not known
    carried      goes on from the term before (⇒)
    x, width     where its bar lies, in percent
    is_now       whether the running 年度 lies in it
    """

    kind: StageKind
    number: int | None
    when: YearRange
    words: tuple[str, ...]
    meaning: str
    carried: bool
    x: float
    width: float
    is_now: bool

    @property
    def said(self) -> str:
        """The words as one text."""
        return "・".join(self.words)

    @property
    def middle(self) -> float:
        """The middle of the bar, in percent."""
        return round(self.x + self.width / 2, 3)


@dataclass(frozen=True, slots=True)
class YearMark:
    """A 年度 (western) on the scale: where it begins and how wide it is, in percent."""

    year: int
    x: float
    width: float
    is_now: bool

    @property
    def middle(self) -> float:
        """The middle of the year, in percent."""
        return round(self.x + self.width / 2, 3)


@dataclass(frozen=True, slots=True)
class SchedulePicture:
    """One row of a plan's schedule.

    title        the row's title as the plan prints it
    stages       what is planned when, covering the plan's period; empty where no place is known
    unplaced     what is planned too, in the plan's order, without a place
    departments  who is in charge, as printed; may be empty
    citation     number of the citation that shows the row, None where the page itself shows it
    """

    kind: ClassVar[str] = "schedule"
    title: str
    plan_title: str
    years: tuple[YearMark, ...]
    stages: tuple[Stage, ...]
    unplaced: tuple[str, ...]
    departments: tuple[str, ...]
    citation: int | None

    @property
    def is_read(self) -> bool:
        """Whether some of it was read from the order of the table's lines."""
        return any(stage.kind is StageKind.READ for stage in self.stages)
