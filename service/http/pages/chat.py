"""The chat page for people: a form that is posted, and the page with the answer in return."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse

from knowledge.catalog import City
from service.answering.turn import Question
from service.http.api.chat import answered
from service.http.api.schemas.error import declared
from service.http.errors import InvalidError, UnknownError
from service.http.pages.chat_page import ChatPage
from service.http.pages.frame import frame_of
from service.http.parts import Parts, PartsOf, within_rate
from service.http.question_text import checked_question

router = APIRouter(tags=["pages"], default_response_class=HTMLResponse)
Typed = Annotated[str, Form(description="the question as typed")]
Held = Annotated[str, Form(description="id of the conversation; empty before the first question")]


@router.get(
    "/",
    summary="The chat page",
    operation_id="chat_page",
    responses=declared(500, 503, html=True),
)
async def show(request: Request, parts: PartsOf) -> HTMLResponse:
    """The page of no city in particular, or of the city that the settings name."""
    return _shown(request, parts, _blank(parts))


@router.get(
    "/{city}",
    summary="The chat page of a city",
    operation_id="city_chat_page",
    responses=declared(404, 500, 503, html=True),
)
async def show_city(request: Request, city: str, parts: PartsOf) -> HTMLResponse:
    """The page of one city."""
    return _shown(request, parts, _blank(parts, city))


@router.post(
    "/",
    summary="Ask on the chat page",
    operation_id="ask_on_page",
    responses=declared(400, 413, 422, 429, 500, 503, html=True),
    dependencies=[Depends(within_rate)],
)
async def ask(
    request: Request,
    parts: PartsOf,
    question: Typed = "",
    city: Annotated[str, Form(description="city id; empty for none")] = "",
    conversation_id: Held = "",
) -> HTMLResponse:
    """The page with the answer, or with what to mend in the question (422)."""
    chosen = parts.city_id(city or None)
    page = _blank(parts, chosen=chosen)
    return await _answer_page(request, page, question, conversation_id, parts)


@router.post(
    "/{city}",
    summary="Ask on the chat page of a city",
    operation_id="ask_on_city_page",
    responses=declared(400, 404, 413, 422, 429, 500, 503, html=True),
    dependencies=[Depends(within_rate)],
)
async def ask_city(
    request: Request,
    city: str,
    parts: PartsOf,
    question: Typed = "",
    conversation_id: Held = "",
) -> HTMLResponse:
    """The page with the answer, or with what to mend in the question (422)."""
    return await _answer_page(request, _blank(parts, city), question, conversation_id, parts)


def _shown(request: Request, parts: Parts, page: ChatPage, status: int = 200) -> HTMLResponse:
    return HTMLResponse(parts.pages.render("chat.html", frame_of(request, page.city), page), status)


def _blank(parts: Parts, of_city: str | None = None, chosen: str | None = None) -> ChatPage:
    """The page before a question, `of_city` by its address or with a city `chosen` in the form.

    Raises UnknownError for a city that is not served.
    """
    knowledge = parts.desk.counter.knowledge
    by_id: dict[str, City] = {city.id: city for city in knowledge.cities}
    fixed = of_city or parts.settings.city
    if fixed is not None and fixed not in by_id:
        raise UnknownError()
    city = by_id.get(fixed or chosen or "")
    return ChatPage(
        action=f"/{of_city}" if of_city else "/",
        cities=() if fixed else knowledge.cities,
        city=city,
        plans=knowledge.plans_of(city.id) if city else knowledge.plans,
    )


async def _answer_page(
    request: Request, page: ChatPage, typed: str, held: str, parts: Parts
) -> HTMLResponse:
    try:
        text = checked_question(typed, parts.settings.question_chars_max)
    except InvalidError as error:
        faulty = replace(page, typed=typed, error=error, conversation_id=held)
        return _shown(request, parts, faulty, error.status)
    city = page.city.id if page.city else None
    question = Question(text, city, channel="web", conversation_id=held or None)
    reply = await answered(question, parts)
    told = replace(
        page,
        asked=typed.strip(),
        answer=reply.answer,
        conversation_id=reply.conversation_id,
    )
    return _shown(request, parts, told)
