"""`POST /api/chat`: a question in, a cited answer out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import APIRouter, Depends

from service.http.dependencies import DeskOf, MetricsOf, SettingsOf, checked_city, within_rate
from service.http.desk import Desk
from service.http.metrics import Metrics
from service.http.question_text import checked_question
from service.http.schemas.chat import ChatReply, ChatRequest
from service.http.schemas.error import declared
from service.outcome import Answer

if TYPE_CHECKING:
    from service.counter import Question

router = APIRouter(tags=["chat"])


@router.post(
    "/api/chat",
    summary="Ask a question",
    operation_id="ask",
    responses=declared(400, 413, 415, 422, 429, 500, 503),
    dependencies=[Depends(within_rate)],
)
async def chat(
    body: ChatRequest, desk: DeskOf, settings: SettingsOf, metrics: MetricsOf
) -> ChatReply:
    """Answer from the plans, ask back, say that they do not tell, or refuse: always status 200.

    Statuses from 400 up mean that the request itself could not be served.
    """
    question = new_question(
        text=checked_question(body.question, settings.question_chars_max),
        city=checked_city(desk, body.city) or settings.city,
        lang=body.lang,
        channel=body.channel,
        conversation_id=body.conversation_id,
    )
    answer = await answered(question, desk, metrics)
    return ChatReply.of(answer, body.conversation_id)


def new_question(
    text: str, city: str | None, lang: str, channel: str, conversation_id: str | None
) -> Question:
    """A question as the counter takes it; the counter is imported when it is first needed."""
    from service.counter import Question  # noqa: PLC0415

    return Question(text, city, lang, channel, conversation_id)


async def answered(question: Question, desk: Desk, metrics: Metrics) -> Answer:
    """Ask the counter when it is this question's turn, and count the outcome."""
    answer = await desk.turn(lambda counter: counter.ask(question))
    metrics.answers.labels(answer.status.value, answer.reason.value, question.channel).inc()
    return answer
