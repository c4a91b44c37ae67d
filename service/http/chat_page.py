"""The chat page for people: a form that is posted, and the page with the answer in return."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form
from fastapi.responses import HTMLResponse

from knowledge.catalog import City
from service.http.chat import answered, new_question
from service.http.dependencies import (
    DeskOf,
    MetricsOf,
    PagesOf,
    SettingsOf,
    checked_city,
    within_rate,
)
from service.http.desk import Desk
from service.http.errors import InvalidError, UnknownError
from service.http.page_renderer import ChatPage
from service.http.question_text import checked_question
from service.http.schemas.error import declared
from service.settings import Settings

router = APIRouter(tags=["pages"], default_response_class=HTMLResponse)
Typed = Annotated[str, Form(description="the question as typed")]


@router.get(
    "/",
    summary="The chat page",
    operation_id="chat_page",
    responses=declared(500, 503, html=True),
)
async def show(desk: DeskOf, settings: SettingsOf, pages: PagesOf) -> HTMLResponse:
    """The page of no city in particular, or of the city that the settings name."""
    return HTMLResponse(pages.chat(_blank(desk, settings, None)))


@router.get(
    "/{city}",
    summary="The chat page of a city",
    operation_id="city_chat_page",
    responses=declared(404, 500, 503, html=True),
)
async def show_city(city: str, desk: DeskOf, settings: SettingsOf, pages: PagesOf) -> HTMLResponse:
    """The page of one city."""
    return HTMLResponse(pages.chat(_blank(desk, settings, city)))


@router.post(
    "/",
    summary="Ask on the chat page",
    operation_id="ask_on_page",
    responses=declared(400, 413, 422, 429, 500, 503, html=True),
    dependencies=[Depends(within_rate)],
)
async def ask(
    desk: DeskOf,
    settings: SettingsOf,
    pages: PagesOf,
    metrics: MetricsOf,
    question: Typed = "",
    city: Annotated[str, Form(description="city id; empty for none")] = "",
) -> HTMLResponse:
    """The page with the answer, or with what to mend in the question (422)."""
    page = _blank(desk, settings, None, checked_city(desk, city or None))
    return await _answer_page(page, question, desk, settings, pages, metrics)


@router.post(
    "/{city}",
    summary="Ask on the chat page of a city",
    operation_id="ask_on_city_page",
    responses=declared(400, 404, 413, 422, 429, 500, 503, html=True),
    dependencies=[Depends(within_rate)],
)
async def ask_city(
    city: str,
    desk: DeskOf,
    settings: SettingsOf,
    pages: PagesOf,
    metrics: MetricsOf,
    question: Typed = "",
) -> HTMLResponse:
    """The page with the answer, or with what to mend in the question (422)."""
    page = _blank(desk, settings, city)
    return await _answer_page(page, question, desk, settings, pages, metrics)


def _blank(
    desk: Desk, settings: Settings, path_city: str | None, chosen: str | None = None
) -> ChatPage:
    """The page before a question. Raises UnknownError for a city that is not served."""
    knowledge = desk.counter.knowledge
    by_id: dict[str, City] = {city.id: city for city in knowledge.cities}
    fixed = path_city or settings.city
    if fixed is not None and fixed not in by_id:
        raise UnknownError()
    city = by_id.get(fixed or chosen or "")
    return ChatPage(
        action=f"/{path_city}" if path_city else "/",
        cities=() if fixed else knowledge.cities,
        city=city,
        plans=knowledge.plans_of(city.id) if city else knowledge.plans,
    )


async def _answer_page(
    page: ChatPage,
    typed: str,
    desk: Desk,
    settings: Settings,
    pages: PagesOf,
    metrics: MetricsOf,
) -> HTMLResponse:
    try:
        text = checked_question(typed, settings.question_chars_max)
    except InvalidError as error:
        faulty = ChatPage(page.action, page.cities, page.city, page.plans, typed=typed, error=error)
        return HTMLResponse(pages.chat(faulty), error.status)
    city = page.city.id if page.city else None
    answer = await answered(new_question(text, city, "ja", "web", None), desk, metrics)
    told = ChatPage(page.action, page.cities, page.city, page.plans, asked=text, answer=answer)
    return HTMLResponse(pages.chat(told))
