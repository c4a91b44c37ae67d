"""`GET /review/corrections`: everything that was put right or is about to be."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, Field

from service.accounts import Role
from service.answering.corrections.digests import Stale
from service.answering.corrections.records import CorrectionKind
from service.correcting import Corrected, VersionState, Wanted, attention
from service.http.api.conversations import out_of_line
from service.http.review.corrections.bench import PATH, Viewing, cities_for
from service.question.normalisation import normalise

router = APIRouter(prefix=PATH)

WORDS_MAX = 100
PER_PAGE = 50  # some two screens; the filters find the rest sooner


class Shown(StrEnum):
    """What a correction does, as the list is filtered by it."""

    LIVE = "live"
    DRAFT = "draft"
    PROPOSED = "proposed"
    SENT_BACK = "sent_back"
    OUT = "out"  # neither live nor being written


@dataclass(frozen=True, slots=True)
class Row:
    """A correction in the list. `causes`: why it needs attention."""

    correction: Corrected
    title: str
    causes: tuple[Stale, ...]
    is_live: bool
    open_state: VersionState | None


@dataclass(frozen=True, slots=True)
class ListPage:
    """What `review/corrections/list.html` shows.

    chosen   the filters, by name, "" for all
    counts   of all that the person may see, by what they do
    """

    rows: tuple[Row, ...]
    total: int
    chosen: Mapping[str, str]
    counts: Mapping[str, int]
    needing: int
    kinds: tuple[CorrectionKind, ...]
    states: tuple[Shown, ...]
    cities: tuple[str, ...]
    authors: Mapping[str, str]
    writable: tuple[CorrectionKind, ...]
    page: int
    pages: int


class Filters(BaseModel):
    """The filters as they stand in the address; "" for all."""

    kind: str = ""
    city: str = ""
    state: str = ""
    author: str = ""
    attend: str = ""
    words: str = ""
    page: int = Field(1, ge=1, le=10_000)


@router.get("", response_class=HTMLResponse)
async def listing(bench: Viewing, filters: Annotated[Filters, Query()]) -> HTMLResponse:
    """All corrections of the cities that are seen, with filters; unknown filters count as none."""
    chosen = {
        "kind": filters.kind if filters.kind in list(CorrectionKind) else "",
        "city": filters.city,
        "state": filters.state if filters.state in list(Shown) else "",
        "author": filters.author,
        "attend": "1" if filters.attend else "",
        "words": normalise(filters.words)[:WORDS_MAX],
    }
    cities = bench.staff.cities(Role.VIEWER)

    def made() -> ListPage:
        everything = bench.parts.register.list(Wanted(cities))
        counter = bench.parts.desk.counter
        causes = attention(everything, counter.passages, bench.parts.settings.day())
        found = everything
        if any(chosen[name] for name in ("kind", "city", "author", "words")):
            found = bench.parts.register.list(
                Wanted(
                    cities,
                    CorrectionKind(chosen["kind"]) if chosen["kind"] else None,
                    chosen["city"] or None,
                    chosen["author"] or None,
                    chosen["words"],
                )
            )
        rows = [_row(one, causes.get(one.id, ())) for one in found]
        rows = [row for row in rows if _fits(row, chosen)]
        pages = max(1, -(-len(rows) // PER_PAGE))
        at = min(filters.page, pages)
        known = tuple(one.id for one in counter.knowledge.cities)
        return ListPage(
            rows=tuple(rows[(at - 1) * PER_PAGE : at * PER_PAGE]),
            total=len(rows),
            chosen=chosen,
            counts=Tally(shown for one in everything for shown in _shown(_row(one, ()))),
            needing=len(causes),
            kinds=tuple(CorrectionKind),
            states=tuple(Shown),
            cities=tuple(one for one in known if cities is None or one in cities),
            authors=bench.parts.register.authors(cities),
            writable=tuple(one for one in CorrectionKind if cities_for(bench.staff, one, known)),
            page=at,
            pages=pages,
        )

    return bench.page("list.html", await out_of_line(made))


def _row(one: Corrected, causes: Sequence[Stale]) -> Row:
    state = one.open.state if one.open else None
    return Row(one, one.title, tuple(causes), one.live_number is not None, state)


def _shown(row: Row) -> tuple[Shown, ...]:
    shown = [Shown.LIVE] if row.is_live else []
    if row.open_state is not None:
        shown.append(Shown(row.open_state.value))
    return tuple(shown or [Shown.OUT])


def _fits(row: Row, chosen: Mapping[str, str]) -> bool:
    return (not chosen["state"] or Shown(chosen["state"]) in _shown(row)) and (
        not chosen["attend"] or bool(row.causes)
    )
