"""The pages of plans, as their templates read them."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.records import Plan
from service.http.pages.source_view import Block, Ink


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A plan as a page. `bad_citation`: its address names a passage that is not there."""

    plan: Plan
    blocks: tuple[Block, ...]
    ink: Ink
    has_citation: bool
    bad_citation: bool


@dataclass(frozen=True, slots=True)
class PlanListPage:
    """All plans."""

    plans: tuple[Plan, ...]
