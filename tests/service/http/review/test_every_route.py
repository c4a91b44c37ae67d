"""Every route of `/review` refuses who is not signed in, the wrong role, city and form.

Each area has its routes in a file of `routes/`; a route that stands in none fails the test.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute, iter_route_contexts
from fastapi.testclient import TestClient
from httpx2 import Response

from service.accounts import Role
from tests.service.http.review.route import Route
from tests.service.http.review.staff_client import HTML, SignedIn, parts_of_app, signed_in_as

ROUTES: tuple[Route, ...] = tuple(
    route
    for path in sorted((Path(__file__).parent / "routes").glob("*.py"))
    for route in importlib.import_module(f"tests.service.http.review.routes.{path.stem}").ROUTES
)
HELD = [route for route in ROUTES if not route.is_open]
SignIn = Callable[..., SignedIn]


def name_of(route: Route) -> str:
    return f"{route.method} {route.template}"


every = pytest.mark.parametrize("route", HELD, ids=name_of)
every_of_city = pytest.mark.parametrize(
    "route", [route for route in HELD if route.of_city], ids=name_of
)
every_form = pytest.mark.parametrize(
    "route", [route for route in HELD if route.method == "POST"], ids=name_of
)


@pytest.fixture(scope="module")
def address_of(review_app: FastAPI) -> Callable[[Route], str]:
    """The address of a route's thing, which is made once."""
    made: dict[int, str] = {}

    def address(route: Route) -> str:
        if isinstance(route.address, str):
            return route.address
        if id(route.address) not in made:
            made[id(route.address)] = route.address(parts_of_app(review_app))
        return made[id(route.address)]

    return address


def ask(browser: SignedIn, route: Route, address: str) -> Response:
    return browser.post(address, **route.fields) if route.method == "POST" else browser.get(address)


def test_every_route_stands_in_the_table(review_app: FastAPI) -> None:
    served = {
        f"{method} {context.path}"
        for context in iter_route_contexts(review_app.routes)
        if isinstance(context.original_route, APIRoute)
        and (context.path or "").startswith("/review")
        for method in context.original_route.methods or ()
    }
    assert {name_of(route) for route in ROUTES} == served
    assert len(ROUTES) == len(served)


def test_no_route_is_told_to_programs(review_app: FastAPI) -> None:
    assert not [path for path in review_app.openapi()["paths"] if path.startswith("/review")]


@every
def test_who_is_not_signed_in_is_led_to_sign_in(
    route: Route, stranger: TestClient, address_of: Callable[[Route], str]
) -> None:
    response = stranger.request(
        route.method, address_of(route), data=dict(route.fields) or None, headers=HTML
    )
    assert response.status_code == 303
    assert response.headers["location"].split("?")[0] == "/review/login"


@every
def test_lower_roles_are_refused(
    route: Route, signed_in: SignIn, address_of: Callable[[Route], str]
) -> None:
    for role in (None, *Role):
        if route.role is None or (role is not None and role.includes(route.role)):
            continue
        refused = ask(signed_in(role, "toride"), route, address_of(route))
        assert refused.status_code == 403, role
        assert "エラー：" in refused.text


@every_of_city
def test_another_city_is_refused(
    route: Route, signed_in: SignIn, address_of: Callable[[Route], str]
) -> None:
    for role in (route.role, Role.ADMIN):
        refused = ask(signed_in(role, "otawara"), route, address_of(route))
        assert refused.status_code == 403, role


@every_form
def test_a_form_without_the_sessions_token_or_from_elsewhere_is_refused(
    route: Route, signed_in: SignIn, address_of: Callable[[Route], str]
) -> None:
    browser = signed_in(route.role, "toride")
    other = signed_in(Role.ADMIN, "*")
    address, plain = address_of(route), {**route.fields}
    for fields in (plain, plain | {"csrf": ""}, plain | {"csrf": other.csrf}):
        assert browser.client.post(address, data=fields, headers=HTML).status_code == 403
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        sent = browser.client.post(address, data=plain | {"csrf": browser.csrf}, headers=headers)
        assert sent.status_code == 403


@every
def test_the_right_role_in_the_right_city_is_let_in(
    route: Route,
    review_app: FastAPI,
    signed_in: SignIn,
    address_of: Callable[[Route], str],
) -> None:
    # A browser of its own: the route may be the one that signs out.
    browser = signed_in_as(review_app, signed_in(route.role, "toride").staff)
    response = ask(browser, route, address_of(route))
    assert response.status_code not in (403, 404, 405), response.text[:500]
    assert response.status_code < 500
    assert not response.headers.get("location", "").startswith("/review/login?")
