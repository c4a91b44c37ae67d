"""`/review/account`: who one is here, the password, the browsers in which one is signed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, TypeVar

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from service.accounts import Session, Staff, Step
from service.accounts.errors import PasswordError, SessionOverError
from service.http.api.conversations import out_of_line
from service.http.errors import SignInNeededError
from service.http.parts import Parts, PartsOf
from service.http.review.access import HOME, allowed, current_session, login_address
from service.http.review.accounts.trying import within_tries
from service.http.review.cookies import led_on
from service.http.review.pages import review_page

T = TypeVar("T")
ACCOUNT_PATH = f"{HOME}/account"
# What was done before this page was led to, by the word in its address.
DONE = ("password", "second_factor_dropped", "session")
_WRONG_PRESENT = ("password_wrong", "tries_over")

router = APIRouter(prefix=ACCOUNT_PATH, default_response_class=HTMLResponse)


@dataclass(frozen=True, slots=True)
class AccountPage:
    """One's own account.

    sessions  where one is signed in, the latest first; `current` is the id of this browser's
    done      one of DONE, "" for nothing
    """

    has_second_factor: bool
    sessions: tuple[Session, ...]
    current: str
    done: str


@dataclass(frozen=True, slots=True)
class PasswordPage:
    """The form for a new password. `fault`: of which `field`; `must`: it comes before all else."""

    must: bool
    field: str = ""
    fault: str = ""


@router.get("")
async def account(
    request: Request,
    parts: PartsOf,
    staff: Annotated[Staff, Depends(allowed(None))],
    done: str = "",
) -> HTMLResponse:
    """Roles, password, second factor, sessions."""
    session, accounts = current_session(request), parts.accounts
    has_second_factor = await out_of_line(lambda: accounts.own.has_second_factor(session))
    sessions = await out_of_line(lambda: accounts.sessions.of(session))
    page = AccountPage(has_second_factor, sessions, session.id, done if done in DONE else "")
    return review_page(request, parts, staff, "review/accounts/account.html", page)


@router.post("/sessions/end")
async def end_session(
    request: Request,
    parts: PartsOf,
    _: Annotated[Staff, Depends(allowed(None))],
    session_id: Annotated[str, Form()] = "",
) -> Response:
    """Sign out in another browser; nothing for an id that is none of one's own."""
    session = current_session(request)
    if session_id != session.id:
        await of_session(request, lambda: parts.accounts.own.end_session(session, session_id))
    return RedirectResponse(f"{ACCOUNT_PATH}?done=session", 303)


@router.get("/password")
async def password_form(
    request: Request,
    parts: PartsOf,
    staff: Annotated[Staff, Depends(allowed(None, Step.PASSWORD))],
) -> HTMLResponse:
    """The form for a new password."""
    return _password_page(request, parts, staff)


@router.post("/password", dependencies=[Depends(within_tries)])
async def change_password(
    request: Request,
    parts: PartsOf,
    staff: Annotated[Staff, Depends(allowed(None, Step.PASSWORD))],
    *,
    present: Annotated[str, Form()] = "",
    new: Annotated[str, Form()] = "",
    again: Annotated[str, Form()] = "",
) -> Response:
    """Change it; every other browser is signed out, and this one gets another token."""
    session = current_session(request)
    if new != again:
        return _password_page(request, parts, staff, "again", "password_differs")
    try:
        own = parts.accounts.own
        token = await of_session(request, lambda: own.change_password(session, present, new))
    except PasswordError as error:
        field = "present" if error.fault in _WRONG_PRESENT else "new"
        return _password_page(request, parts, staff, field, error.fault)
    address = HOME if session.step else f"{ACCOUNT_PATH}?done=password"
    return led_on(request, address, token)


async def of_session(request: Request, work: Callable[[], T]) -> T:
    """Work on the account of whoever is signed in, beside the questions.

    Raises SignInNeededError where the session was ended meanwhile, and NotReadyError.
    """
    try:
        return await out_of_line(work)
    except SessionOverError as error:
        raise SignInNeededError(login_address(request)) from error


def _password_page(
    request: Request, parts: Parts, staff: Staff, field: str = "", fault: str = ""
) -> HTMLResponse:
    page = PasswordPage(current_session(request).step is Step.PASSWORD, field, fault)
    status = 422 if fault else 200
    return review_page(request, parts, staff, "review/accounts/password.html", page, status)
