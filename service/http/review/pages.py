"""A page of staff: its template with what every one of them shows round it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from fastapi.responses import HTMLResponse
from markupsafe import Markup
from starlette.requests import Request

from service.accounts import ALL_CITIES, Role, Session, Staff
from service.http.errors import BY_STATUS, ForbiddenError, RequestError, StaleFormError
from service.http.pages.frame import Surface, frame_of
from service.http.pages.wording import staff_wording
from service.http.review.forms import CSRF_FIELD

if TYPE_CHECKING:  # it is made of what makes error pages, too
    from service.http.parts import Parts

# What leads where, and the least role that may open it.
_NAVIGATION = (
    ("", "review.nav_queue", Role.VIEWER),
    ("/corrections", "review.nav_corrections", Role.VIEWER),
    ("/dashboard", "review.nav_dashboard", Role.VIEWER),
    ("/search", "review.nav_search", Role.VIEWER),
    ("/users", "review.nav_users", Role.ADMIN),
    ("/audit", "review.nav_audit", Role.APPROVER),
)
# Pages that are reached from an area without standing below it.
_OF_AREA = {"/passages": "/search"}
_WORDED = {ForbiddenError.code, StaleFormError.code} | {kind.code for kind in BY_STATUS.values()}


@dataclass(frozen=True, slots=True)
class NavigationEntry:
    """A way to an area. `is_current`: the page is it or stands below it."""

    href: str
    label: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class ReviewError:
    """What failed. `text`: what to do about it."""

    error: RequestError
    text: str


def city_titles(parts: Parts) -> Callable[[str | None], str]:
    """What gives the name of a city by its id: None for what is of no city, `*` for all."""
    names, texts = parts.pages.city_names, staff_wording().texts

    def city_title(city: str | None) -> str:
        if city is None:
            return texts["review.no_city"]
        return texts["review.all_cities"] if city == ALL_CITIES else names.get(city, city)

    return city_title


def review_page(  # noqa: PLR0917 (the order in which every page has them)
    request: Request,
    parts: Parts,
    staff: Staff | None,
    template: str,
    page: Any = None,
    status: int = 200,
) -> HTMLResponse:
    """A page of staff; its template extends `layouts/review.html`.

    staff  who is signed in, None where nobody is yet
    page   a dataclass whose fields the template reads by name

    Templates have, beside what every page has (`web/README.md`): `staff`, `csrf_field()` for each
    form, `navigation`, `city_names` by id, `city_title(id)`.
    """
    frame = frame_of(request, None, Surface.REVIEW)
    session = session_found(request)
    # Who has to do something else first is shown no ways that would all lead back to it.
    may_go = session is None or session.step is None
    body = parts.pages.render(
        template,
        frame,
        page,
        staff=staff,
        csrf_field=lambda: _csrf_field(request),
        navigation=tuple(_navigation(staff, frame.path)) if staff and may_go else (),
        city_names=parts.pages.city_names,
        city_title=city_titles(parts),
    )
    return HTMLResponse(body, status)


def review_error(request: Request, error: RequestError) -> HTMLResponse:
    """The page for an error below `/review`, for whoever is known to be signed in."""
    session = session_found(request)
    staff = session.staff if session else None
    known = error.code in _WORDED
    text = staff_wording().text(f"review.error_{error.code}") if known else error.message
    parts = cast("Parts", request.app.state.parts)
    page = ReviewError(error, text)
    return review_page(request, parts, staff, "review/error.html", page, error.status)


def session_found(request: Request) -> Session | None:
    """The session that `allowed` has found for this request, None where it was not asked yet."""
    found: Session | None = getattr(request.state, "session", None)
    return found


def _navigation(staff: Staff, path: str) -> Iterator[NavigationEntry]:
    home = Surface.REVIEW.prefix
    for own, area in _OF_AREA.items():
        if path.startswith(home + own):
            path = f"{home}{area}/"
    areas = [home + area for area, _, _ in _NAVIGATION if area]
    elsewhere = any(path == area or path.startswith(f"{area}/") for area in areas)
    for area, label, role in _NAVIGATION:
        if not staff.has(role):
            continue
        href = home + area
        below = path == href or path.startswith(f"{href}/")
        # The queue's own address stands at the beginning of all others; answers are read from it.
        is_current = below if area else not elsewhere and not path.startswith(f"{home}/account")
        yield NavigationEntry(href, label, is_current)


def _csrf_field(request: Request) -> Markup:
    """The hidden field of a form; raises AttributeError on a page that no session was found for."""
    session = session_found(request)
    token = session.csrf if session else request.state.form_token
    return Markup('<input type="hidden" name="{}" value="{}">').format(CSRF_FIELD, token)
