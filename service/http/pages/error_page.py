"""An error as a page for people."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi.responses import HTMLResponse
from starlette.requests import Request

from knowledge.catalog import City
from service.http.errors import NotReadyError, RequestError
from service.http.pages.fragment import wants_fragment
from service.http.pages.frame import Surface, frame_of, surface_of
from service.http.review.pages import review_error


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """What failed, and where to go from here."""

    error: RequestError


def error_page(request: Request, error: RequestError) -> HTMLResponse:
    """The page for an error, on the surface that its address belongs to; its core for a script."""
    surface = surface_of(request.url.path)
    if surface is Surface.REVIEW:
        return review_error(request, error)
    frame = frame_of(request, _site(request, surface), surface)
    template = "chat/error.html" if wants_fragment(request) else "error.html"
    body = request.app.state.parts.pages.render(template, frame, ErrorPage(error))
    return HTMLResponse(body, error.status)


def _site(request: Request, surface: Surface) -> City | None:
    """The city whose kiosk it is: its page leads back there, and ends a visit there."""
    if surface is not Surface.KIOSK:
        return None
    named = request.url.path.split("/")[2:3]
    try:
        cities = request.app.state.parts.desk.counter.knowledge.cities
    except NotReadyError:
        return None
    return next((city for city in cities if [city.id] == named), None)
