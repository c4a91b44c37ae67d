"""`/sources`: the plans as pages, the cited passage highlighted, with a search and each measure."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request
from fastapi.responses import HTMLResponse
from starlette.responses import Response

from service.http.api.schemas.error import declared
from service.http.pages.frame import frame_of
from service.http.pages.reading_room import ReadingRoom
from service.http.pages.revalidation import NOT_CHANGED, revalidated
from service.http.parts import PartsOf, within_rate

router = APIRouter(prefix="/sources", tags=["pages"], default_response_class=HTMLResponse)

# These are no coroutines: a plan that is printed for the first time must not hold up others.


def room_of(request: Request, parts: PartsOf) -> ReadingRoom:
    """The reading room of the open web."""
    return ReadingRoom(parts, frame_of(request, None))


RoomOf = Annotated[ReadingRoom, Depends(room_of)]
From = Annotated[str | None, Query(alias="from", description="offset of the first cited character")]
To = Annotated[str | None, Query(alias="to", description="offset behind the last cited character")]
Sought = Annotated[str, Form(description="what to look for, as typed")]


@router.get(
    "",
    summary="All plans",
    operation_id="source_list",
    responses=declared(500, 503, html=True) | NOT_CHANGED,
)
def plan_list(request: Request, room: RoomOf) -> Response:
    """Every plan with its period and how much of it is held."""
    return revalidated(request, room.plan_list())


@router.get(
    "/{plan_id}",
    summary="A plan as a page",
    operation_id="source_page",
    responses=declared(404, 500, 503, html=True) | NOT_CHANGED,
)
def source_page(
    request: Request,
    plan_id: str,
    room: RoomOf,
    start: From = None,
    end: To = None,
) -> Response:
    """The whole plan; what `from` and `to` name is marked and has the id `cited`.

    Offsets count characters of the source file. Offsets that name nothing are ignored, and the
    page says so.
    """
    return revalidated(request, room.plan(plan_id, start, end))


@router.post(
    "/{plan_id}",
    summary="Search inside a plan",
    operation_id="find_in_source",
    responses=declared(400, 404, 413, 422, 429, 500, 503, html=True),
    dependencies=[Depends(within_rate)],
)
def find_in_source(
    plan_id: str,
    room: RoomOf,
    find: Sought = "",
) -> HTMLResponse:
    """The plan with all places marked, or with what to mend in the text looked for (422).

    What is typed stands in no address, so that it stays on no shared screen.
    """
    body, sought = room.found(plan_id, find)
    return HTMLResponse(body, 200 if sought else 422)


@router.get(
    "/{plan_id}/measures",
    summary="The measures of a plan",
    operation_id="measure_list",
    responses=declared(404, 500, 503, html=True) | NOT_CHANGED,
)
def measure_list(request: Request, plan_id: str, room: RoomOf) -> Response:
    """The measures by goal and group."""
    return revalidated(request, room.measures(plan_id))


@router.get(
    "/{plan_id}/measures/{measure}",
    summary="A measure of a plan",
    operation_id="measure_page",
    responses=declared(404, 500, 503, html=True) | NOT_CHANGED,
)
def measure_page(request: Request, plan_id: str, measure: str, room: RoomOf) -> Response:
    """What the plan says of a measure: text, schedule, department, and its place in the plan."""
    return revalidated(request, room.measure(plan_id, measure))
