"""An answer is taken along to a phone: a code to point its camera at."""

from __future__ import annotations

from typing import Annotated

import anyio.to_thread
from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from service.conversations.errors import UnknownMessageError
from service.http.api.conversations import out_of_line
from service.http.api.schemas.error import declared
from service.http.errors import UnknownError
from service.http.pages.chat import AFTERWARDS
from service.http.pages.kiosk.asking import KioskOf
from service.http.pages.kiosk.pages import TakePage
from service.http.pages.qr_code import qr_code
from service.http.parts import Parts, PartsOf, within_rate

router = APIRouter(prefix="/kiosk", tags=["kiosk"], default_response_class=HTMLResponse)


@router.post(
    "/{city}/take",
    summary="Take an answer along",
    operation_id="take_answer",
    responses=AFTERWARDS | declared(400, 404, 413, 422, 429, 500, 503, html=True),
    dependencies=[Depends(within_rate)],
)
async def take(
    request: Request,
    parts: PartsOf,
    place: KioskOf,
    message_id: Annotated[str, Form(description="id of the answer")],
) -> Response:
    """Copy the answer for a short time, then on to the page with the code for it."""
    try:
        token = await anyio.to_thread.run_sync(parts.conversations.give, message_id)
    except UnknownMessageError as error:
        raise UnknownError(field="message_id") from error
    if token is None:
        page = TakePage(None, parts.settings.take_minutes)
        body = parts.pages.render("kiosk/take.html", place.frame(request), page)
        return HTMLResponse(body, 503)
    return RedirectResponse(f"{place.address}/take/{token}", 303)


@router.get(
    "/{city}/take/{token}",
    summary="The code for an answer",
    operation_id="take_code",
    responses=AFTERWARDS | declared(404, 500, 503, html=True),
)
async def code(request: Request, parts: PartsOf, place: KioskOf, token: str) -> Response:
    """The code; back to the start screen once the visit is over."""
    has_visit = bool(place.conversation(request))
    if not has_visit or await out_of_line(lambda: parts.conversations.taken(token)) is None:
        return RedirectResponse(place.address, 303)
    address = f"{public_base(request, parts)}/take/{token}"
    page = TakePage(qr_code(address), parts.settings.take_minutes, address)
    return HTMLResponse(parts.pages.render("kiosk/take.html", place.frame(request), page))


def public_base(request: Request, parts: Parts) -> str:
    """Where phones reach the service, without a slash at the end."""
    return str(parts.settings.public_url or request.base_url).rstrip("/")
