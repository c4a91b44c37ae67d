"""The pages of plans, as their templates read them."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from knowledge.catalog import City
from knowledge.records import Plan
from service.http.pages.source_view import Entry, Hit, Ink, MeasureView, PlanTerm
from service.presenting import SchedulePicture


@dataclass(frozen=True, slots=True)
class Shown:
    """A plan as the list shows it.

    is_over   its period has ended
    measures  how many it holds
    """

    plan: Plan
    is_over: bool
    measures: int


@dataclass(frozen=True, slots=True)
class PlanListPage:
    """All plans by city. `base`: where the addresses of plans begin on this surface."""

    base: str
    cities: tuple[tuple[City, tuple[Shown, ...]], ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A search inside the plan.

    typed    what was looked for, as typed
    hits     all places where it stands; `listed` the first of them
    problem  key of what is wrong with `typed`, None if nothing
    """

    typed: str
    hits: tuple[Hit, ...] = ()
    listed: tuple[Hit, ...] = ()
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A plan as a page.

    base              where the addresses of plans begin on this surface
    blocks            the plan's text as HTML, in order
    contents          its headings as a tree
    terms             the words explained
    ink               prints excerpts
    has_citation      a passage is marked
    bad_citation      the address names a passage that is not there
    finding           the search this page answers, None without one
    find_chars_max    longest text looked for
    """

    base: str
    shown: Shown
    blocks: tuple[Markup, ...]
    contents: tuple[Entry, ...]
    terms: tuple[PlanTerm, ...]
    ink: Ink
    find_chars_max: int
    has_citation: bool = False
    bad_citation: bool = False
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class MeasureGroup:
    """Measures that stand together in the plan, under their goal and group."""

    goal: str
    group: str
    measures: tuple[MeasureView, ...]


@dataclass(frozen=True, slots=True)
class MeasureListPage:
    """The measures of a plan by goal and group, in the plan's order."""

    base: str
    shown: Shown
    groups: tuple[MeasureGroup, ...]


@dataclass(frozen=True, slots=True)
class MeasurePage:
    """A measure.

    anchor    where the plan's page has it, None where its title could not be told in print
    pictures  its schedule, a picture for each row of the plan's table
    siblings  the other measures of its group
    ink       prints its text
    """

    base: str
    shown: Shown
    view: MeasureView
    anchor: str | None
    pictures: tuple[SchedulePicture, ...]
    siblings: tuple[MeasureView, ...]
    ink: Ink
