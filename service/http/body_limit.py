"""Refuses large request bodies before anything parses them, chunked ones included.

FastAPI's own `max_body_size` answers in plain text, whatever handlers are set; every error of ours
has one shape.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.http.error_response import error_response
from service.http.errors import TooLargeError

METHODS_WITH_BODY = frozenset({"POST", "PUT", "PATCH"})


class BodyLimit:
    """Reads a body of at most `bytes_max` into memory and hands it on; a larger one gets a 413."""

    def __init__(self, app: ASGIApp, bytes_max: int) -> None:
        self.app = app
        self.bytes_max = bytes_max

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on with its body read, or refuse it."""
        if scope["type"] != "http" or scope["method"] not in METHODS_WITH_BODY:
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        announced = request.headers.get("content-length", "")
        too_large = announced.isdigit() and int(announced[:12]) > self.bytes_max
        body = b"" if too_large else await self._read(receive)
        if too_large or len(body) > self.bytes_max:
            await error_response(request, TooLargeError())(scope, receive, send)
            return
        await self.app(scope, _replayed(body, receive), send)

    async def _read(self, receive: Receive) -> bytes:
        """The body, or more than `bytes_max` of it."""
        body = bytearray()
        more = True
        while more and len(body) <= self.bytes_max:
            message = await receive()
            body += message.get("body", b"")
            more = message.get("more_body", False)  # absent once the client is gone
        return bytes(body)


def _replayed(body: bytes, receive: Receive) -> Receive:
    """A `receive` that gives the body in one piece, then whatever the server has to say."""
    given = False

    async def replay() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replay
