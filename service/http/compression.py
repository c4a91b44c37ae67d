"""Smaller responses, for what is the same for everyone: plans and static files."""

from __future__ import annotations

from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

# Answers stand beside ids of their conversation: compressed together, their size would tell of them
# to whoever can make a browser ask (BREACH).
COMPRESSED = ("/sources", "/static", "/components", "/widget.js")
BYTES_MIN = 1024  # below this a packet is not full anyway
LEVEL = 5  # the longest plan with furigana: 901 KB become 104 in some 10 ms; level 9 saves 2 % more


class Compression:
    """Compresses the responses of some paths for browsers that take it."""

    def __init__(self, app: ASGIApp) -> None:
        self._plain = app
        self._compressed = GZipMiddleware(app, minimum_size=BYTES_MIN, compresslevel=LEVEL)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        path = scope.get("path", "")
        same_for_all = any(path == part or path.startswith(f"{part}/") for part in COMPRESSED)
        await (self._compressed if same_for_all else self._plain)(scope, receive, send)
