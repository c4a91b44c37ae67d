"""The viewer of passages as its templates read it."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel

from index.results import Passage
from knowledge.catalog import City
from knowledge.records import Plan, RecordKind
from service.answering.corrections.records import BODIES, Correction, CorrectionKind
from service.examining.passages import PassageExamined, Wanted
from service.examining.usage import Usage
from service.http.review.lab.search_page import Option

A_PAGE = 50  # passages; a screen or two, and quick to draw


class Filter(BaseModel):
    """The form of the filter as it was filled in; "" for any. `number`: which page, from 1."""

    kind: str = ""
    section: str = ""
    words: str = ""
    number: int = 1

    @property
    def wanted(self) -> Wanted:
        """What it asks for; a kind that there is not is any."""
        known = next((one for one in RecordKind if one.value == self.kind), None)
        return Wanted(known, self.section, self.words)


@dataclass(frozen=True, slots=True)
class PlanCounted:
    """A plan with what can be found in it."""

    plan: Plan
    city: City
    passages: int
    entries: int


@dataclass(frozen=True, slots=True)
class PlansPage:
    """The plans that the reader may see."""

    plans: tuple[PlanCounted, ...]


@dataclass(frozen=True, slots=True)
class PassagesPage:
    """The passages of a plan that are wanted, a page of them.

    kinds     those that the plan has; `sections`: its outermost headings
    count     all that are wanted
    number    which page, from 1; `numbers`: how many there are
    """

    plan: Plan
    kinds: tuple[str, ...]
    sections: tuple[Option, ...]
    wanted: Wanted
    passages: tuple[Passage, ...]
    count: int
    number: int
    numbers: int


@dataclass(frozen=True, slots=True)
class TouchingCorrection:
    """A live correction that a passage carries. `kind`: a CorrectionKind."""

    id: str
    kind: CorrectionKind

    @classmethod
    def of(cls, correction: Correction) -> TouchingCorrection:
        """As a link to it needs it."""
        kind = next(kind for kind, body in BODIES.items() if isinstance(correction.body, body))
        return cls(correction.id, kind)


@dataclass(frozen=True, slots=True)
class PassagePage:
    """One passage."""

    plan: Plan
    examined: PassageExamined
    touching: tuple[TouchingCorrection, ...]
    usage: Usage


def passages_page(
    plan: Plan, everything: tuple[Passage, ...], found: tuple[Passage, ...], typed: Filter
) -> PassagesPage:
    """A page of what was found: the one asked for, or the nearest there is."""
    numbers = max(1, -(-len(found) // A_PAGE))
    number = min(max(typed.number, 1), numbers)
    sections = dict.fromkeys(one.section[0] for one in everything if one.section)
    return PassagesPage(
        plan=plan,
        kinds=tuple(dict.fromkeys(one.kind.value for one in everything)),
        sections=tuple(Option(section, section) for section in sections),
        wanted=typed.wanted,
        passages=found[(number - 1) * A_PAGE : number * A_PAGE],
        count=len(found),
        number=number,
        numbers=numbers,
    )
