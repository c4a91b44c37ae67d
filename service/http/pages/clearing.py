"""Deleting a conversation: asked once on a page of its own, then done here and in the browser."""

from __future__ import annotations

from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.requests import Request
from starlette.responses import Response

from service.http.api.conversations import out_of_line
from service.http.pages.chat_page import ClearPage
from service.http.pages.place import Place
from service.http.pages.talk import TICKET
from service.http.parts import Parts


def ask_to_clear(
    request: Request, parts: Parts, place: Place, conversation: str = "", ticket: str = ""
) -> HTMLResponse:
    """The page that asks. A form brings `conversation` where no cookie can."""
    held = "" if place.has_cookies else place.conversation(request, conversation)
    page = ClearPage(place, held, ticket or request.query_params.get(TICKET, ""))
    return HTMLResponse(parts.pages.render("clear.html", place.frame(request), page))


async def clear(
    request: Request, parts: Parts, place: Place, conversation: str = "", ticket: str = ""
) -> Response:
    """Delete the conversation and say so on the page. Raises NotReadyError when it fails.

    ticket  of an answer that is still awaited: it is not kept either
    """
    awaited = await parts.waiting_room.drop(ticket)
    held = {place.conversation(request, conversation), awaited and awaited.conversation_id}
    for one in filter(None, held):
        await out_of_line(lambda one=one: parts.conversations.forget(one))  # type: ignore[misc]
    glue = "&" if "?" in place.here else "?"
    response = RedirectResponse(place.frame(request).url(f"{place.here}{glue}cleared=1"), 303)
    place.let_go(response, request)
    return response
