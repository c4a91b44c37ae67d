"""What an administrator does with a whole account: disable it, give a new password, free it of a
lost phone.
"""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from service.accounts.errors import RoleError
from service.http.parts import PartsOf
from service.http.review.accounts.users import USERS_PATH, Admin, given_page, held, user_page

router = APIRouter(prefix=USERS_PATH, default_response_class=HTMLResponse)


@router.post("/{user_id}/disable")
async def disable(request: Request, parts: PartsOf, staff: Admin, user_id: str) -> Response:
    """Let nobody sign in with it; not one's own."""
    administration = parts.accounts.administration
    try:
        return await _done(user_id, "disabled", lambda: administration.disable(staff, user_id))
    except RoleError as error:
        return await user_page(request, parts, staff, user_id, fault=error.fault)


@router.post("/{user_id}/enable")
async def enable(parts: PartsOf, staff: Admin, user_id: str) -> Response:
    """Let it be used again."""
    administration = parts.accounts.administration
    return await _done(user_id, "enabled", lambda: administration.enable(staff, user_id))


@router.post("/{user_id}/second-factor")
async def reset_second_factor(parts: PartsOf, staff: Admin, user_id: str) -> Response:
    """Take the second factor away."""
    administration = parts.accounts.administration
    return await _done(
        user_id, "second_factor", lambda: administration.reset_second_factor(staff, user_id)
    )


@router.post("/{user_id}/password")
async def reset_password(request: Request, parts: PartsOf, staff: Admin, user_id: str) -> Response:
    """Make a new password. The reply holds it, as that of adding a user; sent again, another."""
    administration = parts.accounts.administration
    password = await held(lambda: administration.reset_password(staff, user_id))
    found = await held(lambda: administration.account(staff, user_id))
    return given_page(request, parts, staff, found, password, is_new=False)


async def _done(user_id: str, done: str, work: Callable[[], None]) -> Response:
    await held(work)
    return RedirectResponse(f"{USERS_PATH}/{user_id}?done={done}", 303)
