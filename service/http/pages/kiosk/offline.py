"""A lost network: a script of the browser's own keeps one page that says so, and nothing else."""

from __future__ import annotations

import hashlib

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from service.http.api.schemas.error import declared
from service.http.pages.frame import Frame, Surface
from service.http.pages.kiosk.pages import OfflinePage, WorkerScript
from service.http.pages.preferences import Language, Preferences
from service.http.pages.wording import wording
from service.http.parts import Parts, PartsOf
from service.http.static_files import VERSION, asset_url

router = APIRouter(prefix="/kiosk", tags=["kiosk"])

PAGE = "/kiosk/offline"
STYLES = ("css/tokens.css", "css/base.css", "css/kiosk.css")
SCRIPTS = ("js/kiosk/offline.js", "js/kiosk/network.js")


@router.get(
    "/offline",
    summary="The page for a lost network",
    operation_id="kiosk_offline",
    response_class=HTMLResponse,
    responses=declared(500, html=True),
)
async def page(parts: PartsOf) -> HTMLResponse:
    """The same for everyone, in every language."""
    return HTMLResponse(_offline(parts))


@router.get(
    "/worker.js",
    summary="The script that keeps that page",
    operation_id="kiosk_worker",
    response_class=Response,
    responses=declared(500) | {200: {"content": {"text/javascript": {}}}},
)
async def worker(request: Request, parts: PartsOf) -> Response:
    """A service worker; its scope is `/kiosk/`, where it lies."""
    digest = hashlib.sha256(_offline(parts).encode()).hexdigest()[:12]
    kept = (PAGE, *(asset_url(name) for name in (*STYLES, *SCRIPTS, "icon.svg")))
    script = WorkerScript(f"kiosk-{VERSION}-{digest}", PAGE, kept)
    body = parts.pages.render("kiosk/worker.js", _frame(), script)
    return Response(body, media_type="text/javascript")


def _offline(parts: Parts) -> str:
    texts = [(language.tag, wording(language)) for language in Language]
    sayings = tuple(
        (tag, text.text("kiosk.offline_title"), text.text("kiosk.offline_text"))
        for tag, text in texts
    )
    shown = OfflinePage(sayings, parts.settings.kiosk_idle_s)
    return parts.pages.render("kiosk/offline.html", _frame(), shown)


def _frame() -> Frame:
    return Frame(Surface.KIOSK, Preferences(), None, PAGE)
