"""`/review/users`: who works here, with which roles; for administrators."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, TypeVar

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from service.accounts import ALL_CITIES, Account, Role, Staff
from service.accounts.administering import holds_whole, sees
from service.accounts.errors import LoginError, RoleError, UnknownUserError
from service.http.api.conversations import out_of_line
from service.http.errors import ForbiddenError, InvalidError, UnknownError
from service.http.parts import Parts, PartsOf
from service.http.review.access import HOME, allowed
from service.http.review.pages import review_page

T = TypeVar("T")
USERS_PATH = f"{HOME}/users"
# What was done before a page was led to, by the word in its address.
DONE = ("role", "disabled", "enabled", "second_factor")

router = APIRouter(prefix=USERS_PATH, default_response_class=HTMLResponse)
Admin = Annotated[Staff, Depends(allowed(Role.ADMIN))]
Text = Annotated[str, Form()]


@dataclass(frozen=True, slots=True)
class UsersPage:
    """The users that one may see, by login; of their roles, those that one gives."""

    users: tuple[Account, ...]
    cities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NewUserPage:
    """The form for a new user. `cities`: where roles may be given; `fault`: of which `field`."""

    cities: tuple[str, ...]
    login: str = ""
    name: str = ""
    city: str = ""
    role: str = Role.VIEWER
    field: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class UserPage:
    """A user.

    is_whole  one may change the account as a whole, not only roles
    is_own    it is one's own
    fault     a word of the wording, of the form that failed
    """

    user: Account
    cities: tuple[str, ...]
    is_whole: bool
    is_own: bool
    done: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class GivenPage:
    """A password that was made for a user, shown this once."""

    user: Account
    password: str
    is_new: bool


@router.get("")
async def users(request: Request, parts: PartsOf, staff: Admin) -> HTMLResponse:
    """Everybody with a role where one administers."""
    found = await out_of_line(lambda: parts.accounts.administration.accounts(staff))
    page = UsersPage(found, _cities(parts, staff))
    return review_page(request, parts, staff, "review/accounts/users.html", page)


@router.get("/new")
async def new_user(request: Request, parts: PartsOf, staff: Admin) -> HTMLResponse:
    """The form for a new user."""
    page = NewUserPage(_cities(parts, staff))
    return review_page(request, parts, staff, "review/accounts/new_user.html", page)


@router.post("/new")
async def add_user(
    request: Request,
    parts: PartsOf,
    staff: Admin,
    *,
    login: Text = "",
    name: Text = "",
    city: Text = "",
    role: Text = "",
) -> Response:
    """Add a user. The reply holds the password: it is kept nowhere, so no other page could show it.

    To send the form again adds nobody: the login is taken.
    """
    cities = _cities(parts, staff)
    given = _role(role) or Role.VIEWER
    roles = {_place(parts, city): given}
    administration = parts.accounts.administration
    try:
        user, password = await held(lambda: administration.add(staff, login, name, roles))
    except LoginError as error:
        field = "name" if error.fault == "name_malformed" else "login"
        page = NewUserPage(cities, login, name, city, given, field, error.fault)
        return review_page(request, parts, staff, "review/accounts/new_user.html", page, 422)
    return given_page(request, parts, staff, user, password, is_new=True)


@router.get("/{user_id}")
async def one_user(
    request: Request, parts: PartsOf, staff: Admin, user_id: str, done: str = ""
) -> HTMLResponse:
    """One user: roles, and what may be done with the account."""
    return await user_page(request, parts, staff, user_id, done=done if done in DONE else "")


@router.post("/{user_id}/role")
async def set_role(
    request: Request,
    parts: PartsOf,
    staff: Admin,
    user_id: str,
    *,
    city: Text = "",
    role: Text = "",
) -> Response:
    """Give a role in a city, or take it away."""
    place, given = _place(parts, city), _role(role)
    administration = parts.accounts.administration
    try:
        changed = await held(lambda: administration.set_role(staff, user_id, place, given))
    except RoleError as error:
        return await user_page(request, parts, staff, user_id, fault=error.fault)
    # With its last role here the account is out of sight.
    address = f"{USERS_PATH}/{user_id}?done=role" if sees(staff, changed) else USERS_PATH
    return RedirectResponse(address, 303)


async def user_page(
    request: Request, parts: Parts, staff: Staff, user_id: str, *, done: str = "", fault: str = ""
) -> HTMLResponse:
    """A user's page; 422 with a fault. Raises UnknownError, ForbiddenError, NotReadyError."""
    found = await held(lambda: parts.accounts.administration.account(staff, user_id))
    page = UserPage(
        user=found,
        cities=_cities(parts, staff),
        is_whole=holds_whole(staff, found),
        is_own=found.id == staff.id,
        done=done,
        fault=fault,
    )
    status = 422 if fault else 200
    return review_page(request, parts, staff, "review/accounts/user.html", page, status)


async def held(work: Callable[[], T]) -> T:
    """What administration gives, its refusals as those of HTTP.

    Raises UnknownError, ForbiddenError for what is administered elsewhere, NotReadyError; what a
    form can say, such as one's own last role, stays RoleError.
    """
    try:
        return await out_of_line(work)
    except UnknownUserError as error:
        raise UnknownError from error
    except RoleError as error:
        if error.fault == "role_elsewhere":
            raise ForbiddenError from error
        raise


def given_page(
    request: Request, parts: Parts, staff: Staff, user: Account, password: str, *, is_new: bool
) -> HTMLResponse:
    """The page that shows a password this once."""
    page = GivenPage(user, password, is_new)
    return review_page(request, parts, staff, "review/accounts/given.html", page)


def _cities(parts: Parts, staff: Staff) -> tuple[str, ...]:
    """Where one gives roles."""
    own = staff.cities(Role.ADMIN)
    known = tuple(parts.pages.city_names)
    return (ALL_CITIES, *known) if own is None else tuple(city for city in known if city in own)


def _place(parts: Parts, city: str) -> str:
    """A city's id, or `*`. Raises InvalidError."""
    if city != ALL_CITIES and city not in parts.pages.city_names:
        raise InvalidError(field="city")
    return city


def _role(role: str) -> Role | None:
    """A role, None for "". Raises InvalidError."""
    if role and role not in list(Role):
        raise InvalidError(field="role")
    return Role(role) if role else None
