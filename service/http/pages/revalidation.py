"""Pages that a browser may keep, as long as it asks each time whether they still hold."""

from __future__ import annotations

import hashlib
from typing import Any

from fastapi.responses import HTMLResponse
from starlette.requests import Request
from starlette.responses import Response

# A page depends on the cookie with the preferences: kept without asking, it would stay in the
# language left behind.
HEADERS = {"Cache-Control": "private, no-cache", "Vary": "Cookie"}

# What the API's description says of it.
NOT_CHANGED: dict[int | str, dict[str, Any]] = {304: {"description": "The page still holds."}}


def revalidated(request: Request, body: str) -> Response:
    """The page, or 304 without a body where the browser holds just this one."""
    tag = f'W/"{hashlib.blake2b(body.encode(), digest_size=12).hexdigest()}"'
    headers = HEADERS | {"ETag": tag}
    held = request.headers.get("if-none-match", "")
    if tag in (one.strip() for one in held.split(",")):
        return Response(status_code=304, headers=headers)
    return HTMLResponse(body, headers=headers)
