"""`GET /api/search`: the search that answers, with its scores, for staff and for tests."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from service.http.dependencies import DeskOf, SettingsOf, checked_city, within_rate
from service.http.errors import InvalidError
from service.http.question_text import checked_question
from service.http.schemas.error import declared
from service.http.schemas.search import SearchReply

router = APIRouter(tags=["search"])


@router.get(
    "/api/search",
    summary="Search the plans",
    operation_id="search",
    responses=declared(422, 429, 500, 503),
    dependencies=[Depends(within_rate)],
)
async def search(
    desk: DeskOf,
    settings: SettingsOf,
    q: Annotated[str, Query(description="what to look for, 1-300 characters")],
    city: Annotated[str | None, Query(description="only this city's plans")] = None,
    k: Annotated[int, Query(ge=1, description="how many passages, 50 at most")] = 10,
) -> SearchReply:
    """Ranked passages and the candidates that lost, each with the arithmetic of its score."""
    text = checked_question(q, settings.question_chars_max, "q")
    if k > settings.search_hits_max:
        raise InvalidError(f"k は {settings.search_hits_max} 以下で指定してください。", "k")
    scope = checked_city(desk, city)
    results = await desk.turn(lambda counter: counter.search(text, scope, k))
    return SearchReply.of(results, k)
