"""The chat for people at `/` and `/{city}`: its log, its form, votes, and the way to delete it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, Response

from service.conversations import Feedback, FeedbackReason
from service.http.api.schemas.error import declared
from service.http.pages import clearing, talk, voting
from service.http.pages.frame import Surface
from service.http.pages.place import Place, place_of
from service.http.parts import Parts, PartsOf, within_rate

router = APIRouter(tags=["pages"], default_response_class=HTMLResponse)
Typed = Annotated[str, Form(description="the question as typed")]
Chosen = Annotated[str, Form(description="city id; empty for none")]
Ticket = Annotated[str, Form(description="of an answer that is awaited; empty for none")]
AFTERWARDS: dict[int | str, dict[str, Any]] = {
    303: {"description": "Done; the page itself shows it, and a reload sends nothing again."}
}


class VoteForm:
    """A vote as the form of an answer sends it."""

    def __init__(
        self,
        message_id: Annotated[str, Form(description="id of the answer")],
        helpful: Annotated[bool, Form(description="whether it helped")],
        reason: Annotated[FeedbackReason | None, Form(description="why it did not")] = None,
        comment: Annotated[str, Form(description="in the resident's own words")] = "",
    ) -> None:
        # Reasons are why it did not help; one may have been ticked before the mind was changed.
        self.feedback = Feedback(message_id, helpful, None if helpful else reason, comment)


VoteOf = Annotated[VoteForm, Depends()]


@router.get(
    "/",
    summary="The chat page",
    operation_id="chat_page",
    responses=AFTERWARDS | declared(500, 503, html=True),
)
async def show(request: Request, parts: PartsOf, city: str = "") -> Response:
    """The page of no city in particular, or of the city that the settings name, with its log.

    `city` names the city chosen in the form; one that is not served is none.
    """
    return await talk.show(request, parts, _place(parts, chosen=city))


@router.post(
    "/",
    summary="Ask on the chat page",
    operation_id="ask_on_page",
    responses=AFTERWARDS | declared(400, 413, 422, 429, 500, 503, html=True),
    dependencies=[Depends(within_rate)],
)
async def ask(
    request: Request, parts: PartsOf, question: Typed = "", city: Chosen = ""
) -> Response:
    """Back to the page with the answer in its log, or the page with what to mend (422)."""
    place = _place(parts, chosen=parts.city_id(city or None))
    return await talk.ask(request, parts, place, question)


@router.get(
    "/clear",
    summary="Whether to delete the conversation",
    operation_id="clear_page",
    responses=declared(500, 503, html=True),
)
async def ask_to_clear(request: Request, parts: PartsOf, city: str = "") -> HTMLResponse:
    """The page that asks once."""
    return clearing.ask_to_clear(request, parts, _place(parts, chosen=city))


@router.post(
    "/clear",
    summary="Delete the conversation",
    operation_id="clear_on_page",
    responses=AFTERWARDS | declared(400, 413, 422, 429, 500, 503, html=True),
    dependencies=[Depends(within_rate)],
)
async def clear(request: Request, parts: PartsOf, waiting: Ticket = "", city: str = "") -> Response:
    """Delete it with all its messages, then back to the empty page."""
    return await clearing.clear(request, parts, _place(parts, chosen=city), ticket=waiting)


@router.post(
    "/feedback",
    summary="Rate an answer on the page",
    operation_id="rate_on_page",
    responses=AFTERWARDS | declared(400, 404, 413, 422, 429, 500, 503, html=True),
    dependencies=[Depends(within_rate)],
)
async def vote(request: Request, parts: PartsOf, form: VoteOf, city: str = "") -> Response:
    """Back to the answer with thanks, or the page with what to mend in the comment (422)."""
    return await voting.vote(request, parts, _place(parts, chosen=city), form.feedback)


@router.get(
    "/{city}",
    summary="The chat page of a city",
    operation_id="city_chat_page",
    responses=AFTERWARDS | declared(404, 500, 503, html=True),
)
async def show_city(request: Request, city: str, parts: PartsOf) -> Response:
    """The page of one city with its log."""
    return await talk.show(request, parts, _place(parts, city))


@router.post(
    "/{city}",
    summary="Ask on the chat page of a city",
    operation_id="ask_on_city_page",
    responses=AFTERWARDS | declared(400, 404, 413, 422, 429, 500, 503, html=True),
    dependencies=[Depends(within_rate)],
)
async def ask_city(request: Request, city: str, parts: PartsOf, question: Typed = "") -> Response:
    """Back to the page with the answer in its log, or the page with what to mend (422)."""
    return await talk.ask(request, parts, _place(parts, city), question)


@router.get(
    "/{city}/clear",
    summary="Whether to delete a city's conversation",
    operation_id="city_clear_page",
    responses=declared(404, 500, 503, html=True),
)
async def ask_to_clear_city(request: Request, city: str, parts: PartsOf) -> HTMLResponse:
    """The page that asks once."""
    return clearing.ask_to_clear(request, parts, _place(parts, city))


@router.post(
    "/{city}/clear",
    summary="Delete a city's conversation",
    operation_id="clear_on_city_page",
    responses=AFTERWARDS | declared(400, 404, 413, 422, 429, 500, 503, html=True),
    dependencies=[Depends(within_rate)],
)
async def clear_city(request: Request, city: str, parts: PartsOf, waiting: Ticket = "") -> Response:
    """Delete it with all its messages, then back to the empty page."""
    return await clearing.clear(request, parts, _place(parts, city), ticket=waiting)


@router.post(
    "/{city}/feedback",
    summary="Rate an answer on a city's page",
    operation_id="rate_on_city_page",
    responses=AFTERWARDS | declared(400, 404, 413, 422, 429, 500, 503, html=True),
    dependencies=[Depends(within_rate)],
)
async def vote_city(request: Request, city: str, parts: PartsOf, form: VoteOf) -> Response:
    """Back to the answer with thanks, or the page with what to mend in the comment (422)."""
    return await voting.vote(request, parts, _place(parts, city), form.feedback)


def _place(parts: Parts, city: str | None = None, chosen: str | None = None) -> Place:
    return place_of(parts, Surface.WEB, city, chosen)
