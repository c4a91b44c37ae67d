"""A part of a page by itself, for a script that puts it into the page it is on."""

from __future__ import annotations

from starlette.requests import Request

FRAGMENT_HEADER = "Madoguchi-Fragment"


def wants_fragment(request: Request) -> bool:
    """Whether our script asks: no browser sends the header by itself."""
    return FRAGMENT_HEADER in request.headers
