"""The chat in a frame on the city's own site: `/embed` and `/embed/{city}`.

No cookie reaches a frame of another site. The conversation's id stands in the forms of the page,
the script sends it as a header, preferences travel in addresses. A POST without a question shows
the log: so links inside the frame lead on without putting the id into an address.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, Response

from service.http.api.schemas.error import declared
from service.http.pages import clearing, talk, voting
from service.http.pages.chat import AFTERWARDS, Chosen, Ticket, VoteOf
from service.http.pages.frame import Surface
from service.http.pages.page_topic import page_topic
from service.http.pages.place import Place, place_of
from service.http.parts import PartsOf, within_rate

router = APIRouter(prefix=Surface.EMBED.prefix, tags=["pages"], default_response_class=HTMLResponse)
SHOWN = AFTERWARDS | declared(404, 422, 500, 503, html=True)
DONE = AFTERWARDS | declared(400, 404, 413, 422, 429, 500, 503, html=True)
Typed = Annotated[str, Form(description="the question as typed; absent: only show the log")]
Held = Annotated[str, Form(description="id of the conversation; empty before the first question")]
Sure = Annotated[bool, Form(description="whether the resident was asked and said yes")]


class ClearForm:
    """Which conversation to delete, and whether that was asked and answered with yes."""

    def __init__(
        self, conversation_id: Held = "", waiting: Ticket = "", sure: Sure = False
    ) -> None:
        self.conversation = conversation_id
        self.ticket = waiting
        self.is_sure = sure


ClearFormOf = Annotated[ClearForm, Depends()]


def _place(request: Request, parts: PartsOf, city: str = "") -> Place:
    """The place of an address: `/embed/{city}`, or `/embed` with a city chosen there."""
    own = request.path_params.get("city")
    return place_of(parts, Surface.EMBED, own, chosen=None if own else city)


PlaceOf = Annotated[Place, Depends(_place)]


@router.get(
    "/clear",
    summary="Whether to delete the embedded conversation",
    operation_id="embed_clear_page",
    responses=SHOWN,
)
@router.get(
    "/{city}/clear",
    summary="Whether to delete a city's embedded conversation",
    operation_id="city_embed_clear_page",
    responses=SHOWN,
)
async def ask_to_clear(request: Request, parts: PartsOf, place: PlaceOf) -> Response:
    """The page that asks, where nothing was asked yet."""
    return clearing.ask_to_clear(request, parts, place)


@router.get("", summary="The embedded chat", operation_id="embed_page", responses=SHOWN)
@router.get(
    "/{city}",
    summary="The embedded chat of a city",
    operation_id="city_embed_page",
    responses=SHOWN,
)
async def show(request: Request, parts: PartsOf, place: PlaceOf) -> Response:
    """The page before the first question; `topic` names what the page round it is about."""
    return await talk.show(request, parts, place, about=await page_topic(request, parts, place))


@router.post(
    "",
    summary="Ask in the embedded chat",
    operation_id="ask_in_embed",
    responses=DONE,
    dependencies=[Depends(within_rate)],
)
async def ask(
    request: Request,
    parts: PartsOf,
    question: Typed = "",
    conversation_id: Held = "",
    city: Chosen = "",
) -> Response:
    """The page with the answer in its log, or with what to mend (422)."""
    chosen = city or request.query_params.get("city", "")
    place = place_of(parts, Surface.EMBED, chosen=parts.city_id(chosen or None))
    return await _asked(request, parts, place, question, conversation_id)


@router.post(
    "/clear",
    summary="Delete the embedded conversation",
    operation_id="clear_in_embed",
    responses=DONE,
    dependencies=[Depends(within_rate)],
)
@router.post(
    "/{city}/clear",
    summary="Delete a city's embedded conversation",
    operation_id="clear_in_city_embed",
    responses=DONE,
    dependencies=[Depends(within_rate)],
)
async def clear(
    request: Request,
    parts: PartsOf,
    place: PlaceOf,
    form: ClearFormOf,
) -> Response:
    """Ask once, on a page of its own; once sure, delete it with all its messages."""
    held = (form.conversation, form.ticket)
    if not form.is_sure:
        return clearing.ask_to_clear(request, parts, place, *held)
    return await clearing.clear(request, parts, place, *held)


@router.post(
    "/feedback",
    summary="Rate an answer in the embedded chat",
    operation_id="rate_in_embed",
    responses=DONE,
    dependencies=[Depends(within_rate)],
)
@router.post(
    "/{city}/feedback",
    summary="Rate an answer in a city's embedded chat",
    operation_id="rate_in_city_embed",
    responses=DONE,
    dependencies=[Depends(within_rate)],
)
async def vote(
    request: Request, parts: PartsOf, place: PlaceOf, form: VoteOf, conversation_id: Held = ""
) -> Response:
    """The page with thanks at the answer, or with what to mend in the comment (422)."""
    return await voting.vote(request, parts, place, form.feedback, conversation_id)


@router.post(
    "/{city}",
    summary="Ask in the embedded chat of a city",
    operation_id="ask_in_city_embed",
    responses=DONE,
    dependencies=[Depends(within_rate)],
)
async def ask_city(
    request: Request,
    parts: PartsOf,
    place: PlaceOf,
    question: Typed = "",
    conversation_id: Held = "",
) -> Response:
    """The page with the answer in its log, or with what to mend (422)."""
    return await _asked(request, parts, place, question, conversation_id)


async def _asked(
    request: Request, parts: PartsOf, place: Place, question: str, conversation: str
) -> Response:
    # To FastAPI an empty field is the same as none.
    if "question" not in await request.form():
        return await talk.show(request, parts, place, conversation)
    return await talk.ask(request, parts, place, question, conversation)
