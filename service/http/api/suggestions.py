"""`POST /api/suggestions`: questions that can be answered, while somebody types."""

from __future__ import annotations

from fastapi import APIRouter, Depends

from service.http.api.schemas.error import declared
from service.http.api.schemas.suggestions import SuggestionsReply, SuggestionsRequest
from service.http.parts import PartsOf, within_typing_rate
from service.http.question_text import checked_question

router = APIRouter(tags=["chat"])


@router.post(
    "/api/suggestions",
    summary="Suggest questions while typing",
    operation_id="suggest",
    responses=declared(400, 413, 415, 422, 429, 500, 503),
    dependencies=[Depends(within_typing_rate)],
)
def suggest(body: SuggestionsRequest, parts: PartsOf) -> SuggestionsReply:
    """Questions in which all that was typed occurs, by writing or by reading, in any order.

    A POST, so that what is typed stands in no address and no log. Nothing is kept of it. Requests
    are counted apart from questions.
    """
    suggester = parts.suggester
    text = checked_question(body.text, suggester.settings.text_chars_max, "text")
    city = parts.city_id(body.city) or parts.settings.city
    return SuggestionsReply.of(suggester.suggest(text, city, body.lang))
