"""What a picture of one schedule row is drawn from; places are percentages of its width."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from knowledge.records import Half


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """A 年度 by all its names.

    year     western (2022)
    printed  as the plan prints it (平成34年度)
    also     what else it is called (令和4年度・2022年度)
    """

    year: int
    printed: str
    also: str


@dataclass(frozen=True, slots=True)
class Column:
    """A term of the plan's period: a 年度, or one half of it."""

    fiscal_year: FiscalYear
    half: Half | None


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
    first, last  the terms
    words        as the plan prints them (構築, 運用)
    meaning      the same in the answer's language; "" where that is Japanese or it is not known
    carried      goes on from the term before (⇒)
    x, width     where its bar lies, in percent
    is_now       whether the running 年度 lies in it
    """

    kind: StageKind
    number: int | None
    first: Column
    last: Column
    words: tuple[str, ...]
    meaning: str
    carried: bool
    x: float
    width: float
    is_now: bool


@dataclass(frozen=True, slots=True)
class YearMark:
    """A 年度 on the scale: where it begins, how wide it is, and its middle, in percent."""

    fiscal_year: FiscalYear
    x: float
    width: float
    middle: float
    is_now: bool


@dataclass(frozen=True, slots=True)
class SchedulePicture:
    """One row of a plan's schedule.

    title        the row's title as the plan prints it
    stages       what is planned when, covering the plan's period; empty where no place is known
    unplaced     what is planned too, in the plan's order, without a place
    departments  who is in charge, as printed; may be empty
    citation     number of the citation that shows the row
    """

    kind: ClassVar[str] = "schedule"
    title: str
    plan_title: str
    years: tuple[YearMark, ...]
    stages: tuple[Stage, ...]
    unplaced: tuple[str, ...]
    departments: tuple[str, ...]
    citation: int

    @property
    def is_read(self) -> bool:
        """Whether some of it was read from the order of the table's lines."""
        return any(stage.kind is StageKind.READ for stage in self.stages)
