"""The plans as pages, for any surface: the whole text, a search inside it, and each measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from markupsafe import Markup

from knowledge.eras import fiscal_year_of
from knowledge.records import Measure, Plan, Span
from service.http.errors import UnknownError
from service.http.pages.frame import Frame, Surface
from service.http.pages.preferences import Language, Preferences
from service.http.pages.source_page import (
    Finding,
    MeasureGroup,
    MeasureListPage,
    MeasurePage,
    PlanListPage,
    Shown,
    SourcePage,
)
from service.http.pages.source_view import (
    Block,
    Hit,
    Ink,
    MeasureView,
    Sheet,
    cited_span,
    contents,
    fold,
    heading_of,
    measure_slug,
)
from service.http.parts import Parts

FIND_CHARS_MAX = 60  # characters; the longest name of a measure has 32
# Furigana cost some half a second for the longest plan, a tenth without.
MOSTLY_READ = (
    Preferences(),
    Preferences(furigana=True),
    Preferences(lang=Language.EASY_JAPANESE),
)
HITS_LISTED_MAX = 30  # hits; more are faster found by their marks than in a list


class ReadingRoom:
    """Renders the pages of plans within one frame; raises UnknownError for what is not there."""

    def __init__(self, parts: Parts, frame: Frame) -> None:
        self._parts = parts
        self._frame = frame
        self._knowledge = parts.desk.counter.knowledge
        self._base = "/sources"
        if frame.surface is Surface.KIOSK:
            self._base = f"{frame.home}/sources"

    def prepare(self) -> None:
        """Print every plan in the ways it is mostly read, so that no resident waits for it."""
        for plan in self._knowledge.plans:
            self._views(plan)
            for preferences in MOSTLY_READ:
                room = ReadingRoom(self._parts, replace(self._frame, preferences=preferences))
                room.plan(plan.id)

    def plan_list(self) -> str:
        """Every plan with its period and how much of it is held."""
        cities = tuple(
            (city, tuple(map(self._shown, self._knowledge.plans_of(city.id))))
            for city in self._knowledge.cities
        )
        page = PlanListPage(self._base, cities)
        return self._parts.pages.render("source/plans.html", self._frame, page)

    def plan(self, plan_id: str, start: str | None = None, end: str | None = None) -> str:
        """The whole plan; what the offsets `start` and `end` name is marked and has the id `cited`.

        Offsets that name nothing are ignored, and the page says so.
        """
        plan = self._plan(plan_id)
        cited = cited_span(self._knowledge.sources[plan.id].text, start, end)
        page = replace(
            self._page(plan, cited=cited),
            has_citation=cited is not None,
            bad_citation=cited is None and (start is not None or end is not None),
        )
        return self._parts.pages.render("source/plan.html", self._of_city(plan), page)

    def found(self, plan_id: str, typed: str) -> tuple[str, bool]:
        """The plan with every place marked where `typed` stands, and whether it could be sought."""
        plan = self._plan(plan_id)
        words = " ".join(typed.split())
        problem = None
        if not fold(words):
            problem = "source.find_empty"
        elif len(words) > FIND_CHARS_MAX:
            problem = "source.find_long"
        hits = () if problem else self._sheet(plan).find(words)
        finding = Finding(words, hits, hits[:HITS_LISTED_MAX], problem)
        page = replace(self._page(plan, hits=hits), finding=finding)
        body = self._parts.pages.render("source/plan.html", self._of_city(plan), page)
        return body, problem is None

    def measures(self, plan_id: str) -> str:
        """The plan's measures, by goal and group."""
        plan = self._plan(plan_id)
        views = self._views(plan)
        groups = tuple(
            MeasureGroup(goal, group, tuple(of_group))
            for (goal, group), of_group in groupby(
                views, key=lambda view: (view.measure.goal, view.measure.group)
            )
        )
        page = MeasureListPage(self._base, self._shown(plan), groups)
        return self._parts.pages.render("source/measures.html", self._of_city(plan), page)

    def measure(self, plan_id: str, slug: str) -> str:
        """One measure."""
        plan = self._plan(plan_id)
        views = self._views(plan)
        view = next((view for view in views if view.slug == slug), None)
        if view is None:
            raise UnknownError("この施策はありません。アドレスをご確認ください。", "measure")
        group = view.measure.group
        page = MeasurePage(
            base=self._base,
            shown=self._shown(plan),
            view=view,
            anchor=heading_of(self._sheet(plan).blocks, view.measure.id),
            pictures=self._parts.shelf.schedules(self._knowledge).of_measure(
                view.measure, self._frame.preferences.lang, self._year_now
            ),
            siblings=tuple(v for v in views if v.measure.group == group and v is not view),
            ink=self._sheet(plan).plain_ink(),
        )
        return self._parts.pages.render("source/measure.html", self._of_city(plan), page)

    def _page(self, plan: Plan, cited: Span | None = None, hits: Sequence[Hit] = ()) -> SourcePage:
        sheet = self._sheet(plan)
        return SourcePage(
            base=self._base,
            shown=self._shown(plan),
            blocks=self._blocks(plan, cited, hits),
            contents=contents(sheet.blocks),
            terms=sheet.used_terms,
            ink=sheet.plain_ink(),
            find_chars_max=FIND_CHARS_MAX,
        )

    def _blocks(self, plan: Plan, cited: Span | None, hits: Sequence[Hit]) -> tuple[Markup, ...]:
        frame = self._of_city(plan)
        of_plan = f"{self._base}/{plan.id}/measures"
        slugs = {
            measure.id: measure_slug(measure)
            for measure in self._knowledge.records(plan.id, kind=Measure)
        }
        macros = self._parts.pages.macros(
            "source/blocks.html", frame, measures_base=of_plan, slugs=slugs
        )

        def print_block(block: Block, ink: Ink) -> Markup:
            return Markup(getattr(macros, block.kind)(block, ink))

        reading = (
            frame.preferences.lang,
            frame.preferences.shows_furigana,
            frame.url(of_plan),
        )
        return self._parts.shelf.printed(
            self._knowledge, plan, reading, print_block, cited=cited, hits=hits
        )

    @property
    def _year_now(self) -> int:
        return fiscal_year_of(self._parts.settings.day())

    def _plan(self, plan_id: str) -> Plan:
        plan = next((plan for plan in self._knowledge.plans if plan.id == plan_id), None)
        if plan is None:
            raise UnknownError("この計画はありません。アドレスをご確認ください。", "plan_id")
        return plan

    def _of_city(self, plan: Plan) -> Frame:
        """The frame, on the site of the plan's own city where it is on that of none."""
        if self._frame.city is not None:
            return self._frame
        return self._frame.with_city(self._knowledge.city(plan.city))

    def _shown(self, plan: Plan) -> Shown:
        measures = len(self._knowledge.records(plan.id, kind=Measure))
        return Shown(plan, plan.last_year < self._year_now, measures)

    def _sheet(self, plan: Plan) -> Sheet:
        return self._parts.shelf.sheet(self._knowledge, plan)

    def _views(self, plan: Plan) -> tuple[MeasureView, ...]:
        return tuple(self._parts.shelf.measures(self._knowledge, plan).values())
