"""`/review/login`: the password, then the code; and signing out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from service.accounts import Staff, Step
from service.accounts.errors import SignInError
from service.http.api.conversations import out_of_line
from service.http.errors import SignInNeededError
from service.http.parts import Parts, PartsOf
from service.http.review.access import (
    HOME,
    LOGIN_PATH,
    STEP_PATHS,
    address_with_next,
    allowed,
    current_session,
    safe_next,
    session_of,
)
from service.http.review.accounts.looking_after import FIRST_ADMIN
from service.http.review.accounts.trying import within_tries
from service.http.review.cookies import (
    drop_session,
    form_token,
    keep_form_token,
    led_on,
    session_token,
)
from service.http.review.forms import check_form
from service.http.review.pages import review_page

router = APIRouter(prefix=HOME, default_response_class=HTMLResponse)


@dataclass(frozen=True, slots=True)
class LoginPage:
    """The form to sign in with.

    next           where it leads
    login          what was typed
    fault          a word of the wording's area `accounts`, "" for none
    first_command  how to make the first user, "" where there are users
    """

    next: str
    login: str = ""
    fault: str = ""
    first_command: str = ""


@dataclass(frozen=True, slots=True)
class CodePage:
    """The form for the code. `next`, `fault`: as those of LoginPage."""

    next: str
    fault: str = ""


@router.get("/login")
async def login_form(request: Request, parts: PartsOf, next: str = HOME) -> Response:
    """The form; who is signed in already is led on."""
    session = await session_of(request)
    if session is not None:
        step = STEP_PATHS[session.step] if session.step else safe_next(next)
        return RedirectResponse(step, 303)
    is_empty = await out_of_line(parts.accounts.administration.is_empty)
    page = LoginPage(safe_next(next), first_command=FIRST_ADMIN if is_empty else "")
    return _login_page(request, parts, page)


@router.post("/login", dependencies=[Depends(within_tries)])
async def sign_in(
    request: Request,
    parts: PartsOf,
    login: Annotated[str, Form()] = "",
    password: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = HOME,
) -> Response:
    """Look at the password; a session that the browser held before is ended."""
    await check_form(request, form_token(request))
    accounts, following = parts.accounts, safe_next(next)
    try:
        token = await out_of_line(lambda: accounts.signing_in.with_password(login, password))
    except SignInError as error:
        page = LoginPage(following, login, error.fault)
        return _login_page(request, parts, page, 422)
    await out_of_line(lambda: accounts.sessions.close(session_token(request)))
    session = await out_of_line(lambda: accounts.sessions.find(token))
    has_code = session is not None and session.step is Step.CODE
    address = address_with_next(STEP_PATHS[Step.CODE], following) if has_code else following
    return led_on(request, address, token)


@router.get("/login/code")
async def code_form(
    request: Request,
    parts: PartsOf,
    _: Annotated[Staff, Depends(allowed(None, Step.CODE))],
    next: str = HOME,
) -> Response:
    """The form for the code of the second factor."""
    if current_session(request).step is not Step.CODE:
        return RedirectResponse(safe_next(next), 303)
    return _code_page(request, parts, CodePage(safe_next(next)))


@router.post("/login/code", dependencies=[Depends(within_tries)])
async def give_code(
    request: Request,
    parts: PartsOf,
    _: Annotated[Staff, Depends(allowed(None, Step.CODE))],
    code: Annotated[str, Form()] = "",
    next: Annotated[str, Form()] = HOME,
) -> Response:
    """Look at the code; the session gets another token."""
    session, accounts, following = current_session(request), parts.accounts, safe_next(next)
    if session.step is not Step.CODE:
        return RedirectResponse(following, 303)
    try:
        token = await out_of_line(lambda: accounts.signing_in.with_code(session, code))
    except SignInError:
        if await session_of(request) is None:  # locked: from the beginning, later
            raise SignInNeededError(address_with_next(LOGIN_PATH, following)) from None
        return _code_page(request, parts, CodePage(following, "code_wrong"), 422)
    return led_on(request, following, token)


@router.post("/logout")
async def sign_out(
    request: Request, parts: PartsOf, _: Annotated[Staff, Depends(allowed(None, *Step))]
) -> Response:
    """End the session, on the server too."""
    await out_of_line(lambda: parts.accounts.sessions.close(session_token(request)))
    response = RedirectResponse(LOGIN_PATH, 303)
    drop_session(request, response)
    return response


def _login_page(request: Request, parts: Parts, page: LoginPage, status: int = 200) -> Response:
    request.state.form_token = form_token(request)
    response = review_page(request, parts, None, "review/accounts/login.html", page, status)
    keep_form_token(request, response, request.state.form_token)
    return response


def _code_page(request: Request, parts: Parts, page: CodePage, status: int = 200) -> Response:
    return review_page(request, parts, None, "review/accounts/code.html", page, status)
