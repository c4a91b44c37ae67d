"""One log line and one count for each request: method, route template, status, milliseconds.

Neither the path nor the query string is logged: both may hold what a resident typed.
"""

from __future__ import annotations

import logging
import time
import traceback

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service.http.error_response import error_response
from service.http.errors import InternalError
from service.http.metrics import Metrics

log = logging.getLogger("madoguchi.access")
faults = logging.getLogger("madoguchi.faults")

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


class Access:
    """Logs and counts requests, and turns a fault of ours into the error shape.

    An exception's message may quote a question, so only its type and the places in our code are
    logged.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and report on it."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = time.perf_counter()
        code = 0

        async def noted(message: Message) -> None:
            nonlocal code
            if message["type"] == "http.response.start":
                code = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, noted)
        except Exception as fault:  # the outermost place: nothing may reach the server's own log
            _log(fault)
            if code == 0:
                await _apology(scope)(scope, receive, noted)
        seconds = time.perf_counter() - started
        method = scope["method"] if scope["method"] in METHODS else "other"
        route = getattr(scope.get("route"), "path", None) or "unmatched"
        self.metrics.requests.labels(method, route, str(code)).inc()
        self.metrics.request_seconds.labels(route).observe(seconds)
        log.info("%s %s %d %.1f ms", method, route, code, seconds * 1000)


def _apology(scope: Scope) -> Response:
    """The error's own shape; where that fails too, as with a broken wording, its sentence alone."""
    try:
        return error_response(Request(scope), InternalError())
    except Exception as fault:
        _log(fault)
        return PlainTextResponse(InternalError.sentence, InternalError.status)


def _log(fault: Exception) -> None:
    faults.error("%s at %s", type(fault).__name__, _places(fault))


def _places(fault: BaseException) -> str:
    """`file:line in function` of each frame, innermost last; no source lines, no values."""
    frames = traceback.extract_tb(fault.__traceback__)
    return " > ".join(f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in frames[-8:])
