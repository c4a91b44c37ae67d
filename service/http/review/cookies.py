"""The two cookies of staff's pages: who is signed in, and what the form to sign in is held to."""

from __future__ import annotations

import re
import secrets

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from service.http.pages.frame import Surface

SESSION_COOKIE = "madoguchi-staff"
FORM_COOKIE = "madoguchi-staff-form"
_FORM_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")


def session_token(request: Request) -> str:
    """The token of the session that the browser holds; "" for none."""
    return request.cookies.get(SESSION_COOKIE, "")


def keep_session(request: Request, response: Response, token: str) -> None:
    """Let the browser hold a session until it is closed; scripts and other sites never see it."""
    _put(request, response, SESSION_COOKIE, token)


def led_on(request: Request, address: str, token: str) -> RedirectResponse:
    """Go on to another page with a new session."""
    response = RedirectResponse(address, 303)
    keep_session(request, response, token)
    return response


def drop_session(request: Request, response: Response) -> None:
    """Let the browser hold none."""
    if SESSION_COOKIE in request.cookies:
        response.delete_cookie(SESSION_COOKIE, path=Surface.REVIEW.prefix)


def form_token(request: Request) -> str:
    """What the form to sign in carries: nobody is known yet, so a cookie of its own holds it."""
    held = request.cookies.get(FORM_COOKIE, "")
    return held if _FORM_TOKEN.fullmatch(held) else secrets.token_urlsafe(32)


def keep_form_token(request: Request, response: Response, token: str) -> None:
    """Let the browser hold what its form to sign in carries."""
    if request.cookies.get(FORM_COOKIE) != token:
        _put(request, response, FORM_COOKIE, token)


def _put(request: Request, response: Response, name: str, value: str) -> None:
    response.set_cookie(
        name,
        value,
        path=Surface.REVIEW.prefix,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
