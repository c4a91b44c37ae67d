"""`/kiosk/{city}`: topics first, then their questions; the answer; and a page to type on."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from service.http.api.schemas.error import declared
from service.http.errors import UnknownError
from service.http.pages import talk, voting
from service.http.pages.chat import AFTERWARDS, Typed, VoteOf
from service.http.pages.frame import Surface, frame_of
from service.http.pages.kiosk.pages import ChoosePage, TopicsPage, WritePage
from service.http.pages.place import Place, place_of
from service.http.parts import Parts, PartsOf, within_rate

router = APIRouter(prefix="/kiosk", tags=["kiosk"], default_response_class=HTMLResponse)


def kiosk_of(city: str, parts: PartsOf) -> Place:
    """The kiosk of a city. Raises UnknownError for one that is not served."""
    return place_of(parts, Surface.KIOSK, city)


KioskOf = Annotated[Place, Depends(kiosk_of)]


@router.get(
    "",
    summary="Which city a terminal is for",
    operation_id="kiosk_choice",
    responses=AFTERWARDS | declared(500, 503, html=True),
)
async def choose(request: Request, parts: PartsOf) -> Response:
    """The cities, for whoever sets up a terminal; straight on where the settings name one."""
    if parts.settings.city:
        return RedirectResponse(f"/kiosk/{parts.settings.city}", 303)
    frame = frame_of(request, None, Surface.KIOSK)
    page = ChoosePage(parts.desk.counter.knowledge.cities)
    return HTMLResponse(parts.pages.render("kiosk/choose.html", frame, page))


@router.get(
    "/{city}",
    summary="The kiosk of a city",
    operation_id="kiosk",
    responses=AFTERWARDS | declared(404, 500, 503, html=True),
)
async def home(request: Request, parts: PartsOf, place: KioskOf) -> Response:
    """The start screen, or the answers of this visit once there are any."""
    return await talk.show(request, parts, place)


@router.post(
    "/{city}",
    summary="Ask at a kiosk",
    operation_id="ask_at_kiosk",
    responses=AFTERWARDS | declared(400, 404, 413, 422, 429, 500, 503, html=True),
    dependencies=[Depends(within_rate)],
)
async def ask(request: Request, parts: PartsOf, place: KioskOf, question: Typed = "") -> Response:
    """Back to the kiosk with the answer, or the page with what to mend in the question (422)."""
    return await talk.ask(request, parts, place, question)


@router.get(
    "/{city}/topics",
    summary="The topics at a kiosk",
    operation_id="kiosk_topics",
    responses=declared(404, 500, 503, html=True),
)
async def topics(request: Request, parts: PartsOf, place: KioskOf) -> HTMLResponse:
    """The topics, also while there is an answer to go back to."""
    return _topics(request, parts, place, None)


@router.get(
    "/{city}/topics/{topic_id}",
    summary="A topic at a kiosk",
    operation_id="kiosk_topic",
    responses=declared(404, 500, 503, html=True),
)
async def topic(request: Request, parts: PartsOf, place: KioskOf, topic_id: str) -> HTMLResponse:
    """The questions of a topic."""
    return _topics(request, parts, place, topic_id)


@router.get(
    "/{city}/write",
    summary="Type a question at a kiosk",
    operation_id="kiosk_write",
    responses=declared(404, 500, 503, html=True),
)
async def write(request: Request, parts: PartsOf, place: KioskOf) -> HTMLResponse:
    """The page with the input and the keyboard on the screen."""
    page = WritePage(place, bool(place.conversation(request)))
    return HTMLResponse(parts.pages.render("kiosk/write.html", place.frame(request), page))


@router.post(
    "/{city}/feedback",
    summary="Rate an answer at a kiosk",
    operation_id="rate_at_kiosk",
    responses=AFTERWARDS | declared(400, 404, 413, 422, 429, 500, 503, html=True),
    dependencies=[Depends(within_rate)],
)
async def vote(request: Request, parts: PartsOf, place: KioskOf, form: VoteOf) -> Response:
    """Back to the answer with thanks."""
    return await voting.vote(request, parts, place, form.feedback)


def _topics(request: Request, parts: Parts, place: Place, topic_id: str | None) -> HTMLResponse:
    assert place.site is not None
    of_city = parts.topics.of_city(place.site.id)
    found = next((one for one in of_city.topics if one.id == topic_id), None)
    if topic_id is not None and found is None:
        raise UnknownError()
    page = TopicsPage(place, (of_city,), found, bool(place.conversation(request)))
    return HTMLResponse(parts.pages.render("kiosk/topics.html", place.frame(request), page))
