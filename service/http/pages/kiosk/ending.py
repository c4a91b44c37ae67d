"""The end of a visit: forgotten on the server, and every cookie of the kiosk taken back."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from service.http.api.schemas.error import declared
from service.http.pages import clearing
from service.http.pages.chat import AFTERWARDS, Ticket
from service.http.pages.frame import PREFERENCE_COOKIE
from service.http.pages.kiosk.asking import KioskOf
from service.http.parts import PartsOf, within_rate

router = APIRouter(prefix="/kiosk", tags=["kiosk"], default_response_class=HTMLResponse)


@router.post(
    "/{city}/end",
    summary="End a visit to a kiosk",
    operation_id="end_visit",
    responses=AFTERWARDS | declared(404, 413, 429, 500, 503, html=True),
    dependencies=[Depends(within_rate)],
)
async def end(
    request: Request,
    parts: PartsOf,
    place: KioskOf,
    waiting: Ticket = "",
) -> Response:
    """Forget the conversation and how pages were wanted, then back to the start screen.

    503 where the conversation could not be deleted: the cookies stay, so that it can be tried
    again. What nobody tries again is forgotten after `kiosk_conversation_minutes`.
    """
    response = await clearing.clear(request, parts, place, ticket=waiting)
    response.headers["location"] = place.here
    if PREFERENCE_COOKIE in request.cookies:
        response.delete_cookie(PREFERENCE_COOKIE)
    return response
