"""`/components`: what pages are made of, each part in every state, for those who build them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from service.http.api.schemas.error import declared
from service.http.pages import palette
from service.http.pages.component_book import Component, load_components
from service.http.pages.frame import frame_of
from service.http.pages.palette import Pair
from service.http.pages.preferences import Language
from service.http.parts import PartsOf

router = APIRouter(tags=["pages"], default_response_class=HTMLResponse)


@dataclass(frozen=True, slots=True)
class ComponentsPage:
    """Everything that pages are made of.

    colours  `#rrggbb` by role, by theme
    pairs    the pairs in use by theme, in the same order in each
    sizes    every other custom property of the light theme by name: rem, ratios
    """

    components: tuple[Component, ...]
    colours: Mapping[str, Mapping[str, str]]
    pairs: Mapping[str, tuple[Pair, ...]]
    sizes: Mapping[str, str]


@router.get(
    "/components",
    summary="The components of pages",
    operation_id="components_page",
    responses=declared(500, html=True),
)
async def show(request: Request, parts: PartsOf) -> HTMLResponse:
    """Colours with their contrast, sizes, and each component in every variant and state.

    English, with Japanese examples whatever language was chosen.
    """
    frame = frame_of(request, None)
    japanese = replace(frame.preferences, lang=Language.JAPANESE)
    body = parts.pages.render("components.html", replace(frame, preferences=japanese), _page())
    return HTMLResponse(body)


def _page() -> ComponentsPage:
    themes = tuple(palette.THEMES)
    return ComponentsPage(
        components=load_components(),
        colours={theme: palette.colours(theme) for theme in themes},
        pairs={theme: palette.pairs(theme) for theme in themes},
        sizes={
            name: value for name, value in palette.properties().items() if not value.startswith("#")
        },
    )
