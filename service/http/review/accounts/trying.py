"""How often one client may try a password or a code, whosever it is."""

from __future__ import annotations

from starlette.requests import Request

from service.http.errors import TooManyError
from service.http.parts import parts_of


def within_tries(request: Request) -> None:
    """Count one try of this client. Raises TooManyError when it has to wait."""
    client = request.client.host if request.client else "unknown"
    wait_s = parts_of(request).sign_in_limit.take(client)
    if wait_s:
        raise TooManyError(retry_after_s=wait_s)
