"""`/sources`: the plans as pages, the cited passage highlighted."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from service.http.api.schemas.error import declared
from service.http.errors import UnknownError
from service.http.pages.frame import frame_of
from service.http.pages.source_page import PlanListPage, SourcePage
from service.http.pages.source_view import Ink, cited_span
from service.http.parts import PartsOf

router = APIRouter(prefix="/sources", tags=["pages"], default_response_class=HTMLResponse)

# Plans change only with the knowledge, that is, with a restart; back and forth needs no new copy.
CACHE = {"Cache-Control": "private, max-age=300", "Vary": "Cookie"}


@router.get(
    "",
    summary="All plans",
    operation_id="source_list",
    responses=declared(500, 503, html=True),
)
async def plan_list(request: Request, parts: PartsOf) -> HTMLResponse:
    """Every plan with its period and how much of it is held."""
    page = PlanListPage(parts.desk.counter.knowledge.plans)
    body = parts.pages.render("plan_list.html", frame_of(request, None), page)
    return HTMLResponse(body, headers=CACHE)


@router.get(
    "/{plan_id}",
    summary="A plan as a page",
    operation_id="source_page",
    responses=declared(404, 500, 503, html=True),
)
async def source_page(
    request: Request,
    plan_id: str,
    parts: PartsOf,
    start: Annotated[
        str | None, Query(alias="from", description="offset of the first cited character")
    ] = None,
    end: Annotated[
        str | None, Query(alias="to", description="offset behind the last cited character")
    ] = None,
) -> HTMLResponse:
    """The whole plan; what `from` and `to` name is marked and has the id `cited`.

    Offsets count characters of the source file. Offsets that name nothing are ignored, and the
    page says so.
    """
    knowledge = parts.desk.counter.knowledge
    plan = next((plan for plan in knowledge.plans if plan.id == plan_id), None)
    if plan is None:
        raise UnknownError("この計画はありません。アドレスをご確認ください。", "plan_id")
    text = knowledge.sources[plan.id].text
    cited = cited_span(text, start, end)
    page = SourcePage(
        plan=plan,
        blocks=parts.shelf.blocks(knowledge, plan),
        ink=Ink(text, cited),
        has_citation=cited is not None,
        bad_citation=cited is None and (start is not None or end is not None),
    )
    frame = frame_of(request, knowledge.city(plan.city))
    return HTMLResponse(parts.pages.render("source.html", frame, page), headers=CACHE)
