"""`/review/account/second-factor`: setting one up, recovery codes, turning it off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from knowledge.errors import AccountError
from service.accounts import Staff, Step
from service.accounts.errors import CodeError, PasswordError
from service.accounts.second_factor import address_of
from service.http.api.conversations import out_of_line
from service.http.parts import Parts, PartsOf
from service.http.review.access import STEP_PATHS, allowed, current_session
from service.http.review.accounts.own_account import ACCOUNT_PATH, of_session
from service.http.review.accounts.trying import within_tries
from service.http.review.cookies import keep_session, led_on
from service.http.review.pages import review_page

PATH = STEP_PATHS[Step.SECOND_FACTOR]
_KEY_GROUP = 4

router = APIRouter(prefix=PATH, default_response_class=HTMLResponse)


@dataclass(frozen=True, slots=True)
class SetUpPage:
    """A second factor to be set up. `key`: what `address` holds, in groups to be typed."""

    must: bool
    address: str
    key: str
    fault: str = ""


@dataclass(frozen=True, slots=True)
class SecondFactorPage:
    """One that is set up. `fault`: a word of the wording, of the `form` and its `field`."""

    form: str = ""
    field: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class CodesPage:
    """Recovery codes, shown this once. `is_new`: the second factor was set up just now."""

    codes: tuple[str, ...]
    is_new: bool


@router.get("")
async def second_factor(
    request: Request,
    parts: PartsOf,
    staff: Annotated[Staff, Depends(allowed(None, Step.SECOND_FACTOR))],
) -> HTMLResponse:
    """What there is, or the picture to scan."""
    session = current_session(request)
    if await out_of_line(lambda: parts.accounts.own.has_second_factor(session)):
        return _held_page(request, parts, staff)
    return await _set_up_page(request, parts, staff)


@router.post("", dependencies=[Depends(within_tries)])
async def confirm(
    request: Request,
    parts: PartsOf,
    staff: Annotated[Staff, Depends(allowed(None, Step.SECOND_FACTOR))],
    code: Annotated[str, Form()] = "",
) -> Response:
    """Set it up by a code of it. The reply holds the recovery codes: they are kept nowhere, so no
    other page could show them.
    """
    session, own = current_session(request), parts.accounts.own
    if await out_of_line(lambda: own.has_second_factor(session)):
        return RedirectResponse(PATH, 303)
    try:
        token, codes = await of_session(request, lambda: own.confirm_second_factor(session, code))
    except CodeError as error:
        return await _set_up_page(request, parts, staff, error.fault)
    response = await _codes_page(request, parts, staff, codes, token)
    keep_session(request, response, token)
    return response


@router.post("/codes", dependencies=[Depends(within_tries)])
async def renew_codes(
    request: Request,
    parts: PartsOf,
    staff: Annotated[Staff, Depends(allowed(None))],
    code: Annotated[str, Form()] = "",
) -> Response:
    """New recovery codes in place of the old ones; the reply holds them, as that of `confirm`."""
    session, own = current_session(request), parts.accounts.own
    try:
        codes = await of_session(request, lambda: own.renew_codes(session, code))
    except CodeError as error:
        return _held_page(request, parts, staff, ("codes", "code"), error)
    return await _codes_page(request, parts, staff, codes)


@router.post("/off", dependencies=[Depends(within_tries)])
async def turn_off(
    request: Request,
    parts: PartsOf,
    staff: Annotated[Staff, Depends(allowed(None))],
    password: Annotated[str, Form()] = "",
    off_code: Annotated[str, Form()] = "",
) -> Response:
    """Ask for no codes any more; where the role wants a second factor, another is set up next."""
    session, own = current_session(request), parts.accounts.own
    try:
        token = await of_session(
            request, lambda: own.drop_second_factor(session, password, off_code)
        )
    except PasswordError as error:
        return _held_page(request, parts, staff, ("off", "password"), error)
    except CodeError as error:
        return _held_page(request, parts, staff, ("off", "off_code"), error)
    return led_on(request, f"{ACCOUNT_PATH}?done=second_factor_dropped", token)


async def _set_up_page(
    request: Request, parts: Parts, staff: Staff, fault: str = ""
) -> HTMLResponse:
    session, own = current_session(request), parts.accounts.own
    secret = await of_session(request, lambda: own.offer_second_factor(session))
    groups = (secret[at : at + _KEY_GROUP] for at in range(0, len(secret), _KEY_GROUP))
    must = session.step is Step.SECOND_FACTOR
    page = SetUpPage(must, address_of(secret, staff.login), " ".join(groups), fault)
    status = 422 if fault else 200
    return review_page(request, parts, staff, "review/accounts/set_up.html", page, status)


def _held_page(
    request: Request,
    parts: Parts,
    staff: Staff,
    at: tuple[str, str] = ("", ""),
    error: AccountError | None = None,
) -> HTMLResponse:
    page = SecondFactorPage(*at, error.fault if error else "")
    status = 422 if error else 200
    return review_page(request, parts, staff, "review/accounts/second_factor.html", page, status)


async def _codes_page(
    request: Request, parts: Parts, staff: Staff, codes: tuple[str, ...], token: str = ""
) -> HTMLResponse:
    if token:  # the forms of this page are those of the session that it begins
        sessions = parts.accounts.sessions
        request.state.session = await out_of_line(lambda: sessions.find(token))
    page = CodesPage(codes, bool(token))
    return review_page(request, parts, staff, "review/accounts/codes.html", page)
