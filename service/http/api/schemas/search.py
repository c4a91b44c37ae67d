"""Ranked passages over HTTP, with the arithmetic of every score."""

from __future__ import annotations

from pydantic import BaseModel, Field

from index.results import Hit, ResultSet


class LegReply(BaseModel):
    """One term of a score: it adds `standard * weight`."""

    leg: str
    raw: float = Field(description="in the leg's own unit: cosine or BM25")
    standard: float = Field(description="standard deviations over this question's candidates")
    weight: float


class HitReply(BaseModel):
    """A passage that was found, or a candidate that lost."""

    rank: int | None = Field(description="1 is the best; null for a candidate that lost")
    id: str
    plan_id: str
    city: str
    kind: str
    title: str
    text: str = Field(description="what a person is shown")
    section: list[str]
    page: int | None
    score: float = Field(description="comparable within one search only")
    legs: list[LegReply]
    best_form: str | None = Field(description="the question form that matched best (FAQ entries)")
    rejected: str | None = Field(description="why it lost; null for a hit")
    url: str = Field(description="the source viewer at the passage")

    @classmethod
    def of(cls, hit: Hit, rank: int | None) -> HitReply:
        """A hit as it goes over the wire."""
        passage = hit.passage
        span = passage.spans[0]
        return cls(
            rank=rank,
            id=passage.id,
            plan_id=passage.plan_id,
            city=passage.city,
            kind=passage.kind.value,
            title=passage.title,
            text=passage.shown,
            section=list(passage.section),
            page=passage.page,
            score=hit.score,
            legs=[
                LegReply(leg=s.leg.value, raw=s.raw, standard=s.standard, weight=s.weight)
                for s in hit.legs
            ],
            best_form=hit.best_form,
            rejected=hit.rejected,
            url=f"/sources/{passage.plan_id}?from={span.start}&to={span.end}#cited",
        )


class SearchReply(BaseModel):
    """The same search that answers questions."""

    hits: list[HitReply]
    rejected: list[HitReply] = Field(description="the best candidates that lost, at most `k`")
    tokens: list[str] = Field(description="the words the lexical legs looked for")
    milliseconds: dict[str, float] = Field(description="by step")
    index_version: str

    @classmethod
    def of(cls, results: ResultSet, k: int) -> SearchReply:
        """A result set as it goes over the wire."""
        return cls(
            hits=[HitReply.of(hit, rank) for rank, hit in enumerate(results.hits[:k], start=1)],
            rejected=[HitReply.of(hit, None) for hit in results.rejected[:k]],
            tokens=list(results.tokens),
            milliseconds=dict(results.milliseconds),
            index_version=results.index_version,
        )
