"""What routes need from the app, as FastAPI dependencies."""

from __future__ import annotations

from typing import Annotated, cast

from fastapi import Depends, Request

from service.http.desk import Desk
from service.http.errors import InvalidError, TooManyError
from service.http.metrics import Metrics
from service.http.page_renderer import PageRenderer
from service.http.rate_limit import RateLimit
from service.settings import Settings


def _settings(request: Request) -> Settings:
    return cast(Settings, request.app.state.settings)


def _desk(request: Request) -> Desk:
    return cast(Desk, request.app.state.desk)


def _metrics(request: Request) -> Metrics:
    return cast(Metrics, request.app.state.metrics)


def _pages(request: Request) -> PageRenderer:
    return cast(PageRenderer, request.app.state.pages)


def within_rate(request: Request) -> None:
    """Count one question or search of this client. Raises TooManyError when it has to wait."""
    limit = cast(RateLimit, request.app.state.rate_limit)
    client = request.client.host if request.client else "unknown"
    wait_s = limit.take(client)
    if wait_s:
        raise TooManyError(retry_after_s=wait_s)


SettingsOf = Annotated[Settings, Depends(_settings)]
DeskOf = Annotated[Desk, Depends(_desk)]
MetricsOf = Annotated[Metrics, Depends(_metrics)]
PagesOf = Annotated[PageRenderer, Depends(_pages)]


def checked_city(desk: Desk, city: str | None, field: str = "city") -> str | None:
    """A city id that is served, or None for none. Raises InvalidError naming the known ids."""
    known = [known.id for known in desk.counter.knowledge.cities]
    if city is None or city in known:
        return city
    raise InvalidError(f"{field} には {'、'.join(known)} のいずれかを指定してください。", field)
