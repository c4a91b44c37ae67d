"""All that is known: cities, plans, sources, what was read from them, and the reviewed FAQ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar, overload

from knowledge.catalog import City, load_catalog
from knowledge.errors import KnowledgeError, QuoteError
from knowledge.opening import open_plan
from knowledge.records import FaqEntry, Plan, Reading, Record, Span
from knowledge.reviewing import load_faq
from knowledge.source import SourceText
from knowledge.topics import ReviewedTopic, load_topics
from knowledge.years import Era, year_style

PACKAGE = Path(__file__).resolve().parent

T = TypeVar("T", bound=Record)


@dataclass(frozen=True)
class KnowledgeBase:
    """Everything loaded and checked: spans lie in their sources, ids are unique.

    sources, readings   by plan id, in catalog order
    topics              reviewed parts of plans to tap; a plan may have none
    """

    cities: tuple[City, ...]
    plans: tuple[Plan, ...]
    sources: Mapping[str, SourceText] = field(repr=False)
    readings: Mapping[str, Reading] = field(repr=False)
    faq: tuple[FaqEntry, ...] = field(repr=False)
    topics: tuple[ReviewedTopic, ...] = field(default=(), repr=False)
    _by_id: Mapping[str, Record] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", MappingProxyType(self._checked()))

    def city(self, city_id: str) -> City:
        """Raises KnowledgeError for an unknown id."""
        return _found(city_id, {city.id: city for city in self.cities}, "city")

    def plan(self, plan_id: str) -> Plan:
        """Raises KnowledgeError for an unknown id."""
        return _found(plan_id, {plan.id: plan for plan in self.plans}, "plan")

    def plans_of(self, city_id: str) -> tuple[Plan, ...]:
        """The plans of a city, oldest first. Raises KnowledgeError for an unknown city."""
        self.city(city_id)
        mine = (plan for plan in self.plans if plan.city == city_id)
        return tuple(sorted(mine, key=lambda plan: plan.first_year))

    def record(self, record_id: str) -> Record:
        """A record or FAQ entry by its id. Raises KnowledgeError for an unknown id."""
        return _found(record_id, self._by_id, "record")

    @overload
    def records(self, plan_id: str | None = None, kind: None = None) -> tuple[Record, ...]: ...

    @overload
    def records(self, plan_id: str | None = None, *, kind: type[T]) -> tuple[T, ...]: ...

    @overload
    def records(self, plan_id: str | None, kind: type[T]) -> tuple[T, ...]: ...

    def records(
        self, plan_id: str | None = None, kind: type[Record] | None = None
    ) -> tuple[Record, ...]:
        """Records in reading order, FAQ entries last, of one plan or all and of one type or all.

        Raises KnowledgeError for an unknown plan.
        """
        if plan_id is None:
            own = tuple(self._by_id.values())
        else:
            own = self._of_plan.get(self.plan(plan_id).id, ())
        return own if kind is None else tuple(one for one in own if isinstance(one, kind))

    def quote(self, plan_id: str, span: Span) -> str:
        """The span's characters letter for letter, runs of white space as one blank."""
        self.plan(plan_id)
        return self.sources[plan_id].quote(span)

    def year_style(self, plan_id: str) -> Era | str:
        """How the plan prints the years it plans for: what `both_forms` takes as `as_printed`."""
        self.plan(plan_id)
        return self._year_styles[plan_id]

    @cached_property
    def _year_styles(self) -> dict[str, Era | str]:
        return {
            plan.id: year_style(self.sources[plan.id].text, plan.first_year) for plan in self.plans
        }

    @cached_property
    def _of_plan(self) -> dict[str, tuple[Record, ...]]:
        """Every question asks for records, and one plan has a fifth of them."""
        own: dict[str, list[Record]] = {}
        for record in self._by_id.values():
            own.setdefault(record.plan_id, []).append(record)
        return {plan_id: tuple(records) for plan_id, records in own.items()}

    def _checked(self) -> dict[str, Record]:
        by_id: dict[str, Record] = {}
        for plan in self.plans:
            source, reading = self.sources[plan.id], self.readings[plan.id]
            for record in reading.records:
                _check_record(record, plan, source)
                _add(by_id, record, source)
            for item in reading.left_out:
                source.quote(item.span)  # raises QuoteError beyond the source
            for unsettled in reading.unresolved:
                source.quote(unsettled.span)
        for entry in self.faq:
            plan = self.plan(entry.plan_id)
            _check_record(entry, plan, self.sources[plan.id])
            _add(by_id, entry, self.sources[plan.id])
        return by_id


V = TypeVar("V")


def _found(key: str, known: Mapping[str, V], what: str) -> V:
    if key not in known:
        raise KnowledgeError(f"unknown {what} {key!r}")
    return known[key]


def _add(by_id: dict[str, Record], record: Record, source: SourceText) -> None:
    if record.id in by_id:
        first = source.at(by_id[record.id].spans[0].start).line
        raise KnowledgeError(
            f"two records have the id {record.id!r}; the other stands in line {first}",
            source.at(record.spans[0].start),
        )
    by_id[record.id] = record


def _check_record(record: Record, plan: Plan, source: SourceText) -> None:
    start = f"{plan.id}/{record.kind.value}/"
    if record.plan_id != plan.id or not record.id.startswith(start):
        raise KnowledgeError(f"the id {record.id!r} should begin with {start!r}", source.at(0))
    for span in record.spans:
        if span.end > len(source.text):
            raise QuoteError(f"{record.id} ends after its source, at {span.end}", source.at(0))
        if not source.text[span.start : span.end].strip():
            raise QuoteError(f"{record.id} quotes nothing but white space", source.at(span.start))


def load_plans(root: Path = PACKAGE) -> KnowledgeBase:
    """As `load_knowledge`, without FAQ entries: for binding entries to what the plans now read."""
    return _load(root, with_faq=False)


def load_knowledge(root: Path = PACKAGE) -> KnowledgeBase:
    """Load `catalog.toml`, the sources it names and `faq/` under a folder, and check it all.

    Raises CatalogError, SourceError, QuoteError, FaqError or plain KnowledgeError; each names
    file, line or field, and value.
    """
    return _load(root, with_faq=True)


def _load(root: Path, *, with_faq: bool) -> KnowledgeBase:
    catalog = load_catalog(root / "catalog.toml")
    sources: dict[str, SourceText] = {}
    readings: dict[str, Reading] = {}
    for entry in catalog.plans:
        sources[entry.plan.id], readings[entry.plan.id] = open_plan(entry)
    plans = tuple(entry.plan for entry in catalog.plans)
    faq = load_faq(root / "faq", sources, readings) if with_faq else ()
    return KnowledgeBase(
        cities=catalog.cities,
        plans=plans,
        sources=MappingProxyType(sources),
        readings=MappingProxyType(readings),
        faq=faq,
        topics=load_topics(root / "topics.toml", plans, faq) if with_faq else (),
    )
