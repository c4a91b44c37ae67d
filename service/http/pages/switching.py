"""Changing a preference: `?lang=en` on any page puts it into a cookie and gives the clean page."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from service.http.pages.frame import PREFERENCE_COOKIE, Surface, surface_of
from service.http.pages.preferences import Preferences

# Programs name a language in their own way, and a frame on another site has no cookies.
UNTOUCHED = ("/api", "/static", Surface.EMBED.prefix, "/widget.js")


class PreferenceSwitch:
    """Answers a GET that names preferences with a redirect to the same page without them.

    The cookie lives as long as the browser's session: no choice outlives the visit.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Switch and redirect, or pass the request on."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        path = request.url.path
        own = surface_of(path).parameters
        named = {name: request.query_params[name] for name in own if name in _query(scope)}
        if not named or any(path == part or path.startswith(f"{part}/") for part in UNTOUCHED):
            await self.app(scope, receive, send)
            return
        await _redirected(request, named)(scope, receive, send)


def _redirected(request: Request, named: dict[str, str]) -> RedirectResponse:
    before = Preferences.of_cookie(request.cookies.get(PREFERENCE_COOKIE, ""))
    own = surface_of(request.url.path).parameters
    rest = [pair for pair in request.query_params.multi_items() if pair[0] not in own]
    # `//elsewhere` would be an address of another site.
    path = "/" + request.url.path.lstrip("/")
    response = RedirectResponse(f"{path}?{urlencode(rest)}" if rest else path, 303)
    value = before.changed(named).cookie()
    if value:
        response.set_cookie(
            PREFERENCE_COOKIE,
            value,
            httponly=True,
            samesite="lax",
            secure=request.url.scheme == "https",
        )
    else:
        response.delete_cookie(PREFERENCE_COOKIE)
    return response


def _query(scope: Scope) -> set[str]:
    text = scope.get("query_string", b"").decode("latin-1")
    return {name for name, _ in parse_qsl(text, keep_blank_values=True)}
