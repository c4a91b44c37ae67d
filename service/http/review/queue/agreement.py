"""`GET /review/agreement`: how far two reviewers judge the same answers alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from service.accounts import Role, Staff
from service.http.api.conversations import out_of_line
from service.http.parts import PartsOf
from service.http.review.access import allowed
from service.http.review.pages import review_page
from service.http.review.queue.choices import Filter, filters_of
from service.http.review.queue.query import QUEUE_PATH, QueueQuery, selection_of
from service.reviewing.agreement import Agreement, Period, Reviewers

router = APIRouter(default_response_class=HTMLResponse)


@dataclass(frozen=True, slots=True)
class AgreementPage:
    """Agreement of all, and of each two.

    faults  of the filter, by field, a key of the wording's area `queue`
    cities  the list to choose one from
    least   answers judged twice from which on kappa is told
    """

    query: QueueQuery
    faults: Mapping[str, str]
    cities: Filter
    all: Agreement
    pairs: tuple[tuple[str, str, Agreement], ...]
    least: int


@router.get(f"{QUEUE_PATH}/agreement")
async def agreement(
    request: Request, parts: PartsOf, staff: Annotated[Staff, Depends(allowed(Role.REVIEWER))]
) -> Response:
    """How far those agree who judged the answers of a period, and of a city."""
    asked = QueueQuery.of(request.query_params)
    query = QueueQuery(city=asked.city, since=asked.since, until=asked.until)
    selection, faults = selection_of(query, staff, parts.queue.today)
    seen = staff.cities(Role.REVIEWER)
    period = Period(seen, selection.city, selection.since, selection.until)
    found: Reviewers = await out_of_line(lambda: parts.queue.reviewers(period))
    names = parts.pages.city_names
    own = {city: name for city, name in names.items() if seen is None or city in seen}
    page = AgreementPage(
        query=query,
        faults=faults,
        cities=filters_of((), own)["city"],
        all=found.all,
        pairs=found.pairs,
        least=parts.settings.review_pairs_min,
    )
    status = 422 if faults else 200
    return review_page(request, parts, staff, "review/queue/agreement.html", page, status)
