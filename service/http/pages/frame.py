"""What surrounds a page: the surface it is shown on, whose city it is, how the visitor wants it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import urlencode

from starlette.requests import Request

from knowledge.catalog import City
from service.http.pages.preferences import PARAMETERS, Language, Preferences

PREFERENCE_COOKIE = "madoguchi-preferences"
HOST = "host"  # names, in the address of an embedded page, the origin of the page round its frame


class Surface(StrEnum):
    """Where a page is shown. The values are channels of the HTTP contract, but for REVIEW, where
    staff work and nobody asks.
    """

    WEB = "web"
    KIOSK = "kiosk"
    EMBED = "widget"
    REVIEW = "review"

    @property
    def prefix(self) -> str:
        """What the addresses of its pages begin with."""
        return {
            Surface.WEB: "",
            Surface.KIOSK: "/kiosk",
            Surface.EMBED: "/embed",
            Surface.REVIEW: "/review",
        }[self]

    @property
    def parameters(self) -> tuple[str, ...]:
        """The preferences that an address may name; pages of staff are Japanese throughout."""
        return ("size", "theme") if self is Surface.REVIEW else PARAMETERS


@dataclass(frozen=True, slots=True)
class Frame:
    """The surroundings of one page.

    city   the city whose site this is, None for none
    path   the page's own address without its query
    query  what else its address holds, preferences left out
    host   the origin of the page that shows it in a frame; "" for none that may
    """

    surface: Surface
    preferences: Preferences
    city: City | None
    path: str
    query: tuple[tuple[str, str], ...] = ()
    host: str = ""

    @property
    def is_embedded(self) -> bool:
        """Whether it is shown in a frame, where other pages of ours have no room."""
        return self.surface is Surface.EMBED

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
            Surface.REVIEW: "layouts/review.html",
        }[self.surface]

    @property
    def carried(self) -> tuple[tuple[str, str], ...]:
        """What the addresses of a surface hold where no cookie keeps it: preferences and host."""
        if not self.is_embedded:
            return ()
        host = ((HOST, self.host),) if self.host else ()
        return (*self.preferences.parameters().items(), *host)

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
        # The page round the frame is nothing to what opens outside of it.
        inside = self._holds(path.partition("?")[0])
        carried = [pair for pair in self.carried if inside or pair[0] != HOST]
        query = glue + urlencode(carried) if carried else ""
        return f"{path}{query}{sign}{fragment}"

    def _holds(self, path: str) -> bool:
        prefix = self.surface.prefix
        return path == prefix or path.startswith(f"{prefix}/")

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
    if surface is not Surface.EMBED:
        own = surface.parameters
        wanted = {name: value for name, value in query.items() if name in own}
        rest = tuple((name, value) for name, value in query.items() if name not in own)
        if surface is Surface.REVIEW:
            kept = replace(kept, lang=Language.JAPANESE, furigana=False)
        return Frame(surface, kept.changed(wanted), city, request.url.path, rest)
    # A frame on another site has no cookies: browsers hold back those of third parties.
    own = (*PARAMETERS, HOST)
    rest = tuple((name, value) for name, value in query.items() if name not in own)
    # Anybody can write an address; only a site of the list is spoken to.
    sites = request.app.state.parts.settings.embedding_sites
    host = query.get(HOST, "")
    preferences = Preferences().changed(query)
    verified = host if host in sites else ""
    return Frame(surface, preferences, city, request.url.path, rest, verified)


def surface_of(path: str) -> Surface:
    """The surface whose addresses begin like `path`."""
    for surface in (Surface.KIOSK, Surface.EMBED, Surface.REVIEW):
        if path == surface.prefix or path.startswith(f"{surface.prefix}/"):
            return surface
    return Surface.WEB


def _address(path: str, query: tuple[tuple[str, str], ...]) -> str:
    return f"{path}?{urlencode(query)}" if query else path
