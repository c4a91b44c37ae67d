"""What surrounds a page: the surface it is shown on, whose city it is, how the visitor wants it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import urlencode

from starlette.requests import Request

from knowledge.catalog import City
from service.http.pages.preferences import PARAMETERS, Preferences

PREFERENCE_COOKIE = "madoguchi-preferences"


class Surface(StrEnum):
    """Where a page is shown; the values are channels of the HTTP contract."""

    WEB = "web"
    KIOSK = "kiosk"
    EMBED = "widget"

    @property
    def prefix(self) -> str:
        """What the addresses of its pages begin with."""
        return {Surface.WEB: "", Surface.KIOSK: "/kiosk", Surface.EMBED: "/embed"}[self]


@dataclass(frozen=True, slots=True)
class Frame:
    """The surroundings of one page.

    city   the city whose site this is, None for none
    path   the page's own address without its query
    query  what else its address holds, preferences left out
    """

    surface: Surface
    preferences: Preferences
    city: City | None
    path: str
    query: tuple[tuple[str, str], ...] = ()

    @property
    def home(self) -> str:
        """The address where questions are asked."""
        return f"{self.surface.prefix}/{self.city.id if self.city else ''}".rstrip("/") or "/"

    @property
    def layout(self) -> str:
        """The template that pages of this surface extend."""
        return {
            Surface.WEB: "layouts/web.html",
            Surface.KIOSK: "layouts/kiosk.html",
            Surface.EMBED: "layouts/embed.html",
        }[self.surface]

    @property
    def carried(self) -> tuple[tuple[str, str], ...]:
        """The preferences as query parameters, where no cookie keeps them."""
        if self.surface is not Surface.EMBED:
            return ()
        return tuple(self.preferences.parameters().items())

    @property
    def here(self) -> str:
        """The page's own address."""
        return _address(self.path, (*self.query, *self.carried))

    def url(self, address: str) -> str:
        """An address of ours as this page links to it: with the preferences where they travel, and
        with plans read on the same surface where the page stands for no way out.
        """
        if self.surface is Surface.KIOSK and address.startswith("/sources"):
            address = f"{self.home}{address}"
        path, sign, fragment = address.partition("#")
        glue = "&" if "?" in path else "?"
        query = glue + urlencode(self.carried) if self.carried else ""
        return f"{path}{query}{sign}{fragment}"

    def changed_url(self, **values: str) -> str:
        """The page's address with preferences changed; see `Preferences.changed`."""
        wanted = dict(self.carried) | values
        return _address(self.path, (*self.query, *wanted.items()))

    def with_city(self, city: City | None) -> Frame:
        """The same surroundings on the site of another city."""
        return replace(self, city=city)


def frame_of(request: Request, city: City | None, surface: Surface = Surface.WEB) -> Frame:
    """The surroundings of the page that a request asks for."""
    query = dict(request.query_params)
    kept = Preferences.of_cookie(request.cookies.get(PREFERENCE_COOKIE, ""))
    # A frame on another site has no cookies: browsers hold back those of third parties.
    base = Preferences() if surface is Surface.EMBED else kept
    rest = tuple((name, value) for name, value in query.items() if name not in PARAMETERS)
    return Frame(surface, base.changed(query), city, request.url.path, rest)


def _address(path: str, query: tuple[tuple[str, str], ...]) -> str:
    return f"{path}?{urlencode(query)}" if query else path
