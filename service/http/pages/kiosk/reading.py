"""`/kiosk/{city}/sources`: the plans, read without leaving the kiosk."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse

from service.http.api.schemas.error import declared
from service.http.pages.kiosk.asking import KioskOf
from service.http.pages.reading_room import ReadingRoom
from service.http.pages.sources import From, Sought, To
from service.http.parts import PartsOf, within_rate

router = APIRouter(
    prefix="/kiosk/{city}/sources", tags=["kiosk"], default_response_class=HTMLResponse
)


def room_of(request: Request, parts: PartsOf, place: KioskOf) -> ReadingRoom:
    """The reading room within a kiosk."""
    return ReadingRoom(parts, place.frame(request))


RoomOf = Annotated[ReadingRoom, Depends(room_of)]


@router.get(
    "",
    summary="All plans at a kiosk",
    operation_id="kiosk_source_list",
    responses=declared(404, 500, 503, html=True),
)
def plan_list(room: RoomOf) -> HTMLResponse:
    """Every plan with its period and how much of it is held."""
    return HTMLResponse(room.plan_list())


@router.get(
    "/{plan_id}",
    summary="A plan at a kiosk",
    operation_id="kiosk_source",
    responses=declared(404, 500, 503, html=True),
)
def plan(
    plan_id: str,
    room: RoomOf,
    start: From = None,
    end: To = None,
) -> HTMLResponse:
    """The whole plan with the cited passage marked; see `/sources/{plan_id}`."""
    return HTMLResponse(room.plan(plan_id, start, end))


@router.post(
    "/{plan_id}",
    summary="Search inside a plan at a kiosk",
    operation_id="find_in_kiosk_source",
    responses=declared(400, 404, 413, 422, 429, 500, 503, html=True),
    dependencies=[Depends(within_rate)],
)
def find_in_source(
    plan_id: str,
    room: RoomOf,
    find: Sought = "",
) -> HTMLResponse:
    """The plan with all places marked, or with what to mend in the text looked for (422)."""
    body, sought = room.found(plan_id, find)
    return HTMLResponse(body, 200 if sought else 422)


@router.get(
    "/{plan_id}/measures",
    summary="The measures of a plan at a kiosk",
    operation_id="kiosk_measure_list",
    responses=declared(404, 500, 503, html=True),
)
def measures(plan_id: str, room: RoomOf) -> HTMLResponse:
    """The measures by goal and group."""
    return HTMLResponse(room.measures(plan_id))


@router.get(
    "/{plan_id}/measures/{measure}",
    summary="A measure at a kiosk",
    operation_id="kiosk_measure",
    responses=declared(404, 500, 503, html=True),
)
def measure(plan_id: str, measure: str, room: RoomOf) -> HTMLResponse:
    """What the plan says of a measure."""
    return HTMLResponse(room.measure(plan_id, measure))
