"""`GET /api/search`: the search that answers, with its scores, for staff and for tests."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from service.http.api.schemas.error import declared
from service.http.api.schemas.search import SearchReply
from service.http.errors import InvalidError
from service.http.parts import PartsOf, within_rate
from service.http.question_text import checked_question

router = APIRouter(tags=["search"])


@router.get(
    "/api/search",
    summary="Search the plans",
    operation_id="search",
    responses=declared(422, 429, 500, 503),
    dependencies=[Depends(within_rate)],
)
async def search(
    parts: PartsOf,
    q: Annotated[str, Query(description="what to look for, 1-300 characters")],
    city: Annotated[str | None, Query(description="only this city's plans")] = None,
    k: Annotated[int, Query(ge=1, description="how many passages, 50 at most")] = 10,
) -> SearchReply:
    """Ranked passages and the candidates that lost, each with the arithmetic of its score."""
    text = checked_question(q, parts.settings.question_chars_max, "q")
    most = parts.settings.search_hits_max
    if k > most:
        raise InvalidError(f"k は {most} 以下で指定してください。", "k")
    scope = parts.city_id(city)
    results = await parts.desk.turn(lambda counter: counter.search(text, scope, k))
    return SearchReply.of(results, k)
