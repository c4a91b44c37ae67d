"""What every footer leads to: how these pages can be used by all, and what they keep."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from service.http.api.schemas.error import declared
from service.http.pages.frame import frame_of
from service.http.parts import PartsOf

router = APIRouter(tags=["pages"], default_response_class=HTMLResponse)


@dataclass(frozen=True, slots=True)
class PrivacyPage:
    """What is kept, from the last question on; `has_model`: questions leave the service.

    hours    residents see their conversation
    minutes  words of a kiosk are kept
    days     other words are kept, for staff
    """

    hours: int
    minutes: int
    days: int
    has_model: bool


@router.get(
    "/accessibility",
    summary="The accessibility statement",
    operation_id="accessibility_page",
    responses=declared(500, html=True),
)
async def accessibility(request: Request, parts: PartsOf) -> HTMLResponse:
    """What standard is aimed at, how it is tested, what is not tested yet, and known limits."""
    return HTMLResponse(parts.pages.render("about/accessibility.html", frame_of(request, None)))


@router.get(
    "/privacy",
    summary="What is kept, and for how long",
    operation_id="privacy_page",
    responses=declared(500, html=True),
)
async def privacy(request: Request, parts: PartsOf) -> HTMLResponse:
    """What is kept of questions, who sees it, what is refused, which cookies there are."""
    settings = parts.settings
    page = PrivacyPage(
        hours=settings.conversation_hours,
        minutes=settings.kiosk_conversation_minutes,
        days=settings.retention_days,
        has_model=settings.llm_url is not None,
    )
    return HTMLResponse(parts.pages.render("about/privacy.html", frame_of(request, None), page))
