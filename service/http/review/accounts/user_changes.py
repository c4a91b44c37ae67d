"""What an administrator does with a whole account: disable it, give a new password, free it of a
lost phone. One's own is not among them.
"""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from service.accounts import Staff
from service.accounts.administration import Administration
from service.accounts.errors import RoleError
from service.http.parts import Parts, PartsOf
from service.http.review.accounts.users import USERS_PATH, Admin, given_page, held, user_page

router = APIRouter(prefix=USERS_PATH, default_response_class=HTMLResponse)


@router.post("/{user_id}/disable")
async def disable(request: Request, parts: PartsOf, staff: Admin, user_id: str) -> Response:
    """Let nobody sign in with it."""
    return await _done(request, parts, staff, user_id, Administration.disable, "disabled")


@router.post("/{user_id}/enable")
async def enable(request: Request, parts: PartsOf, staff: Admin, user_id: str) -> Response:
    """Let it be used again."""
    return await _done(request, parts, staff, user_id, Administration.enable, "enabled")


@router.post("/{user_id}/second-factor")
async def reset_second_factor(
    request: Request, parts: PartsOf, staff: Admin, user_id: str
) -> Response:
    """Take the second factor away."""
    reset = Administration.reset_second_factor
    return await _done(request, parts, staff, user_id, reset, "second_factor")


@router.post("/{user_id}/password")
async def reset_password(request: Request, parts: PartsOf, staff: Admin, user_id: str) -> Response:
    """Make a new password. The reply holds it, as that of adding a user; sent again, another."""
    administration = parts.accounts.administration
    try:
        password = await held(lambda: administration.reset_password(staff, user_id))
    except RoleError as error:
        return await user_page(request, parts, staff, user_id, fault=error.fault)
    found = await held(lambda: administration.account(staff, user_id))
    return given_page(request, parts, staff, found, password, is_new=False)


async def _done(  # noqa: PLR0917 (what every page has, then what is done)
    request: Request,
    parts: Parts,
    staff: Staff,
    user_id: str,
    change: Callable[[Administration, Staff, str], None],
    done: str,
) -> Response:
    """Change it and lead back to it; on its page stands what cannot be done."""
    administration = parts.accounts.administration
    try:
        await held(lambda: change(administration, staff, user_id))
    except RoleError as error:
        return await user_page(request, parts, staff, user_id, fault=error.fault)
    return RedirectResponse(f"{USERS_PATH}/{user_id}?done={done}", 303)
