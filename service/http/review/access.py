"""Who may open a page of staff: signed in, nothing left to do first, with a role that allows it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import urlencode, urlsplit

from starlette.requests import Request

from service.accounts import Role, Session, Staff, Step
from service.http.api.conversations import out_of_line
from service.http.errors import ForbiddenError, SignInNeededError
from service.http.pages.frame import Surface
from service.http.parts import parts_of
from service.http.review.cookies import session_token
from service.http.review.forms import check_form

HOME = Surface.REVIEW.prefix
LOGIN_PATH = f"{HOME}/login"
LOGOUT_PATH = f"{HOME}/logout"
STEP_PATHS = {
    Step.CODE: f"{LOGIN_PATH}/code",
    Step.PASSWORD: f"{HOME}/account/password",
    Step.SECOND_FACTOR: f"{HOME}/account/second-factor",
}


def allowed(role: Role | None, *steps: Step) -> Callable[[Request], Awaitable[Staff]]:
    """A dependency that gives who is signed in and holds `role` in some city.

    role   None: whoever is signed in, whatever they may do
    steps  what may still be left to do first; a page that is none of these steps leads there

    It raises SignInNeededError, ForbiddenError, and StaleFormError for a POST that does not carry
    the session's token. What is of a city is held to it by `require` besides.
    """

    async def check(request: Request) -> Staff:
        session = await session_of(request)
        if session is None:
            raise SignInNeededError(login_address(request))
        if session.step is not None and session.step not in steps:
            raise SignInNeededError(STEP_PATHS[session.step])
        request.state.session = session
        if role is not None and not session.staff.has(role):
            raise ForbiddenError
        if request.method == "POST":
            await check_form(request, session.csrf)
        return session.staff

    return check


def require(staff: Staff, role: Role, city: str | None) -> None:
    """Raise ForbiddenError unless `staff` hold `role` in `city`; None: in all cities."""
    if not staff.may(role, city):
        raise ForbiddenError


async def session_of(request: Request) -> Session | None:
    """The session of the browser that asks, None for nobody. Raises NotReadyError."""
    token, accounts = session_token(request), parts_of(request).accounts
    return await out_of_line(lambda: accounts.sessions.find(token)) if token else None


def current_session(request: Request) -> Session:
    """The session that `allowed` has found for this request."""
    session: Session = request.state.session
    return session


def login_address(request: Request) -> str:
    """The page to sign in on, which leads back; after a form to the page that it stood on."""
    if request.method in ("GET", "HEAD"):
        wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    else:
        referrer = urlsplit(request.headers.get("referer", ""))
        wanted = referrer.path + (f"?{referrer.query}" if referrer.query else "")
    return address_with_next(LOGIN_PATH, wanted)


def address_with_next(path: str, wanted: str) -> str:
    """`path`, which leads on to `wanted` where that is a page of staff."""
    following = safe_next(wanted)
    return path if following == HOME else f"{path}?{urlencode({'next': following})}"


def safe_next(wanted: str) -> str:
    """Where to go after signing in: an address below `/review`, whatever was asked for.

    What begins with that names no other site; browsers read a backslash as a slash and leave out
    what is not printable.
    """
    is_plain = wanted.isascii() and wanted.isprintable() and "\\" not in wanted
    path = urlsplit(wanted).path if is_plain else ""
    inside = path == HOME or path.startswith(f"{HOME}/")
    is_page = inside and not path.startswith((LOGIN_PATH, LOGOUT_PATH)) and wanted.startswith(path)
    return wanted if is_page and ".." not in path else HOME
