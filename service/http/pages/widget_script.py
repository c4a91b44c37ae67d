"""`/widget.js`: the one line of script that puts the chat on the city's own site."""

from __future__ import annotations

import json
import re

from fastapi import APIRouter
from fastapi.responses import Response

from service.http.api.schemas.error import SCHEMA_OF_JSON, SCHEMA_OF_PAGE
from service.http.pages.preferences import Language
from service.http.pages.wording import wording
from service.http.parts import PartsOf
from service.http.static_files import WEB_FOLDER

router = APIRouter(tags=["pages"])
FOLDER = WEB_FOLDER / "widget"
MEDIA_TYPE = "text/javascript"
HEADERS = {
    # The one file of ours that pages of other sites load.
    "Cross-Origin-Resource-Policy": "cross-origin",
    # Short, because its address never changes: a mended loader is everywhere within the hour.
    "Cache-Control": "public, max-age=3600",
}


class ScriptResponse(Response):
    """A script, as OpenAPI names it."""

    media_type = MEDIA_TYPE


@router.get(
    "/widget.js",
    summary="The script for other sites",
    operation_id="widget_script",
    response_class=ScriptResponse,
    responses={
        500: {"content": {"application/json": SCHEMA_OF_JSON, "text/html": SCHEMA_OF_PAGE}},
    },
)
async def widget_script(parts: PartsOf) -> Response:
    """A classic script of 5 KB at most: it adds a button that opens the chat in a frame."""
    return ScriptResponse(script(parts.settings.embedding_sites), headers=HEADERS)


def script(sites: tuple[str, ...]) -> str:
    """`loader.js` called with what it needs: words, style, and the sites that may show a frame.

    Comments and indentation stay here: every page of the city's site pays for each byte.
    """
    given = {
        "sites": sites,
        "style": re.sub(r"\s*([{}:;,])\s*", r"\1", _source("launcher.css")),
        "words": [(language, wording(language).text("chat.title")) for language in Language],
    }
    loader = re.sub(r"(?m)^\s+", "", _source("loader.js")).strip()
    return f"{loader}({json.dumps(given, ensure_ascii=False, separators=(',', ':'))});\n"


def _source(name: str) -> str:
    """A file without its comments, which stand on lines of their own."""
    code = (FOLDER / name).read_text(encoding="utf-8")
    return re.sub(r"(?m)^\s*(?://.*|/\*.*\*/)$\n?", "", code)
