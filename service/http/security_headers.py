"""Headers of every response: nothing from elsewhere, nothing framed, nothing guessed or leaked."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


def content_policy(framed_by: Sequence[str] = ()) -> str:
    """The content security policy of a page that only `framed_by`, a list of origins, may frame."""
    framing = " ".join(framed_by) or "'none'"
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "worker-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            f"frame-ancestors {framing}",
        )
    )


HEADERS = {
    "Content-Security-Policy": content_policy(),
    "X-Content-Type-Options": "nosniff",
    # A question never stands in an address; the plan viewer's address tells nothing either.
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    # Answers hold what residents typed; pages that may be kept say so themselves.
    "Cache-Control": "no-store",
}


class SecurityHeaders:
    """Adds HEADERS where the response has not set its own.

    embedded   the address below which pages, errors included, may stand in a frame
    framed_by  the origins that may show them there; none: nobody
    """

    def __init__(self, app: ASGIApp, embedded: str, framed_by: Sequence[str] = ()) -> None:
        self.app = app
        self._embedded = embedded
        self._in_frame = HEADERS | {"Content-Security-Policy": content_policy(framed_by)}

    def _headers_of(self, path: str) -> dict[str, str]:
        inside = path == self._embedded or path.startswith(f"{self._embedded}/")
        return self._in_frame if inside else HEADERS

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; every response start gets the headers."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers_of(scope["path"]).items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, with_headers)
