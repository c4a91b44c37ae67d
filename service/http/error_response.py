"""An error as a response: JSON in the one shape, or a page where a browser asked for a page."""

from __future__ import annotations

from fastapi.responses import JSONResponse, RedirectResponse
from starlette.requests import Request
from starlette.responses import Response

from service.http.errors import RequestError, SignInNeededError
from service.http.pages.error_page import error_page

# Addresses that programs call; everything else is a page for people.
PROGRAM_PATHS = ("/api", "/healthz", "/readyz", "/metrics", "/openapi.json")


def wants_page(request: Request) -> bool:
    """Whether to answer in HTML: a page's address, asked by something that takes HTML."""
    path = request.url.path
    if any(path == known or path.startswith(f"{known}/") for known in PROGRAM_PATHS):
        return False
    return "text/html" in request.headers.get("accept", "")


def error_response(request: Request, error: RequestError) -> Response:
    """The response for an error, `Retry-After` included."""
    if isinstance(error, SignInNeededError):
        return RedirectResponse(error.location, error.status)
    headers = {}
    if error.retry_after_s is not None:
        headers["Retry-After"] = str(error.retry_after_s)
    if wants_page(request):
        page = error_page(request, error)
        page.headers.update(headers)
        return page
    shape = {"error": {"code": error.code, "message": error.message, "field": error.field}}
    return JSONResponse(shape, error.status, headers)
