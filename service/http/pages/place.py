"""Where a conversation is held: a page of a surface, and what remembers the conversation's id."""

from __future__ import annotations

from dataclasses import dataclass, replace

from starlette.requests import Request
from starlette.responses import Response

from knowledge.catalog import City
from service.http.errors import UnknownError
from service.http.pages.frame import Frame, Surface, frame_of
from service.http.parts import Parts

CONVERSATION_HEADER = "Madoguchi-Conversation"
_COOKIE = "madoguchi-conversation"


@dataclass(frozen=True, slots=True)
class Place:
    """A page with a conversation.

    address  of the page: GET shows the log, POST asks
    site     the city whose page it is; None where a city may be chosen
    asked    the city that questions are asked of: the page's, or the one chosen; None for none
    cities   to choose from; empty on the page of one city
    """

    surface: Surface
    address: str
    site: City | None
    asked: City | None
    cities: tuple[City, ...] = ()

    @property
    def has_cookies(self) -> bool:
        """Whether a cookie can keep the id: a frame on another site has none."""
        return self.surface is not Surface.EMBED

    @property
    def template(self) -> str:
        """What renders the page."""
        return "kiosk/home.html" if self.surface is Surface.KIOSK else "chat.html"

    @property
    def here(self) -> str:
        """The address of the page, with the city that was chosen there."""
        return f"{self.address}{self._chosen}"

    def below(self, name: str) -> str:
        """An address below the page's: where the log is cleared, where votes go."""
        return f"{self.address.rstrip('/')}/{name}{self._chosen}"

    def frame(self, request: Request) -> Frame:
        """The surroundings of the page, also of what is shown in answer to a form below it."""
        frame = frame_of(request, self.site or self.asked, self.surface)
        if request.method == "GET":
            return frame
        chosen = (("city", self.asked.id),) if self.cities and self.asked else ()
        return replace(frame, path=self.address, query=chosen)

    @property
    def _chosen(self) -> str:
        return f"?city={self.asked.id}" if self.cities and self.asked else ""

    def conversation(self, request: Request, typed: str = "") -> str:
        """The id of the visitor's conversation here, "" for none.

        typed  what a form carries where no cookie can
        """
        if not self.has_cookies:
            return request.headers.get(CONVERSATION_HEADER) or typed
        names = [_cookie(self.surface, self.site)]
        # Begun before a city was chosen, it goes on upon the page of that city.
        names += [_cookie(self.surface, None)] if self.site else []
        return next((request.cookies[name] for name in names if request.cookies.get(name)), "")

    def keep(self, response: Response, conversation_id: str, request: Request) -> None:
        """Let the visitor's browser name the conversation from now on, until it is closed."""
        response.headers[CONVERSATION_HEADER] = conversation_id
        if self.has_cookies:
            response.set_cookie(
                _cookie(self.surface, self.site),
                conversation_id,
                httponly=True,
                samesite="lax",
                secure=request.url.scheme == "https",
            )

    def let_go(self, response: Response, request: Request) -> None:
        """Let the browser forget the conversation, under whatever name it knows it."""
        gone = self.conversation(request)
        for name in (_cookie(self.surface, self.site), _cookie(self.surface, None)):
            if gone and request.cookies.get(name) == gone:
                response.delete_cookie(name)


def place_of(
    parts: Parts, surface: Surface, city_id: str | None = None, chosen: str | None = None
) -> Place:
    """The place at `{prefix}/{city_id}`, or at the surface's root, where a city may be `chosen`.

    Raises UnknownError for a city that is not served; a chosen one that is not served is none.
    """
    cities = parts.desk.counter.knowledge.cities
    by_id = {city.id: city for city in cities}
    own = city_id or parts.settings.city
    if own is not None and own not in by_id:
        raise UnknownError()
    site = by_id.get(own or "")
    return Place(
        surface=surface,
        address=f"{surface.prefix}/{city_id or ''}".rstrip("/") or "/",
        site=site,
        asked=site or by_id.get(chosen or ""),
        cities=() if site else cities,
    )


def _cookie(surface: Surface, site: City | None) -> str:
    return "-".join((_COOKIE, surface.value, *([site.id] if site else [])))
