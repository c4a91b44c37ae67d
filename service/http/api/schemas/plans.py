"""What the service knows, over HTTP."""

from __future__ import annotations

from collections import Counter as Tally

from pydantic import BaseModel, Field

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import ContentsEntry, Plan, Section


class CityReply(BaseModel):
    """A city whose plans are held."""

    id: str
    name: str


class PlanReply(BaseModel):
    """A plan, how much of it is held, and what was read from it."""

    id: str
    city: str
    city_name: str
    title: str
    short_title: str
    edition: int
    first_year: int = Field(description="first 年度 of the plan's period, western")
    last_year: int = Field(description="last 年度 of the plan's period, western, inclusive")
    coverage: str = Field(description="one Japanese sentence: which part of the plan is held")
    publisher: str
    published: str | None = Field(description="`YYYY-MM`; null where unknown")
    source_digest: str = Field(description="SHA-256 of the source file, hex")
    records: dict[str, int] = Field(description="number of records by kind")
    url: str = Field(description="the plan as a page")

    @classmethod
    def of(cls, plan: Plan, knowledge: KnowledgeBase) -> PlanReply:
        """A plan with the counts of its records."""
        counts = Tally(record.kind.value for record in knowledge.records(plan.id))
        own = {
            name: getattr(plan, name) for name in cls.model_fields if name not in ("records", "url")
        }
        return cls(**own, records=dict(sorted(counts.items())), url=f"/sources/{plan.id}")


class PlanListReply(BaseModel):
    """Every city and plan."""

    cities: list[CityReply]
    plans: list[PlanReply]


class HeadingReply(BaseModel):
    """A heading of a plan, or an entry of its table of contents where no more is held."""

    level: int
    number: str
    title: str
    page: int | None = Field(description="printed page; null where the source does not tell")


class PlanDetailReply(PlanReply):
    """A plan with its headings; those known from its table of contents only come last."""

    headings: list[HeadingReply]

    @classmethod
    def of(cls, plan: Plan, knowledge: KnowledgeBase) -> PlanDetailReply:
        """A plan with the counts of its records and its headings in order."""
        sections = knowledge.records(plan.id, Section)
        held = {section.title for section in sections}
        headings = [
            HeadingReply(level=s.level, number=s.number, title=s.title, page=s.page)
            for s in sections
        ]
        headings += [
            HeadingReply(level=c.level, number=c.number, title=c.title, page=c.target_page)
            for c in knowledge.records(plan.id, ContentsEntry)
            if c.title not in held
        ]
        return cls(**PlanReply.of(plan, knowledge).model_dump(), headings=headings)
