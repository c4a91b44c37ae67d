"""An error as a page for people."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi.responses import HTMLResponse
from starlette.requests import Request

from service.http.errors import RequestError
from service.http.pages.fragment import wants_fragment
from service.http.pages.frame import Surface, frame_of


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """What failed, and where to go from here."""

    error: RequestError


def error_page(request: Request, error: RequestError) -> HTMLResponse:
    """The page for an error, on the surface that its address belongs to; its core for a script."""
    frame = frame_of(request, None, surface_of(request.url.path))
    template = "chat/error.html" if wants_fragment(request) else "error.html"
    body = request.app.state.parts.pages.render(template, frame, ErrorPage(error))
    return HTMLResponse(body, error.status)


def surface_of(path: str) -> Surface:
    """The surface whose addresses begin like `path`."""
    for surface in (Surface.KIOSK, Surface.EMBED):
        if path == surface.prefix or path.startswith(f"{surface.prefix}/"):
            return surface
    return Surface.WEB
