"""`/take/{token}`: an answer that was taken along from a kiosk, as a phone opens it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from service.conversations import TakenAnswer
from service.http.api.conversations import out_of_line
from service.http.api.schemas.error import declared
from service.http.pages.frame import PREFERENCE_COOKIE, Frame, frame_of
from service.http.pages.preferences import Language
from service.http.parts import Parts, PartsOf
from service.presenting import Presentation

router = APIRouter(prefix="/take", tags=["pages"], default_response_class=HTMLResponse)


@dataclass(frozen=True, slots=True)
class TakenPage:
    """A copy of an answer."""

    taken: TakenAnswer
    presentation: Presentation


@dataclass(frozen=True, slots=True)
class GonePage:
    """There is no such copy, or no longer. `minutes`: how long one can be opened."""

    minutes: int


@router.get(
    "/{token}",
    summary="An answer taken along",
    operation_id="taken_answer",
    responses=declared(404, 500, 503, html=True),
)
async def taken_answer(request: Request, token: str, parts: PartsOf) -> HTMLResponse:
    """The copy, in the language it was told in; a page of its own (404) where it has expired.

    An address that never was and one that is over look alike: nobody finds out by asking.
    """
    taken = await out_of_line(lambda: parts.conversations.taken(token))
    if taken is None:
        frame = frame_of(request, None)
        page = GonePage(parts.settings.take_minutes)
        return HTMLResponse(parts.pages.render("take/gone.html", frame, page), 404)
    shown = TakenPage(taken, parts.presenter.blocks(taken.answer))
    return HTMLResponse(
        parts.pages.render("take/answer.html", _frame(request, taken, parts), shown)
    )


def _frame(request: Request, taken: TakenAnswer, parts: Parts) -> Frame:
    knowledge = parts.desk.counter.knowledge
    city = next((city for city in knowledge.cities if city.id == taken.answer.city), None)
    frame = frame_of(request, city)
    if PREFERENCE_COOKIE in request.cookies:
        return frame
    # A phone that was never here: the language in which the answer was read at the kiosk.
    spoken = Language(taken.answer.lang)
    return replace(frame, preferences=replace(frame.preferences, lang=spoken))
