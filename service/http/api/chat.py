"""`POST /api/chat`: a question in, a cited answer out."""

from __future__ import annotations

from fastapi import APIRouter, Depends

from service.answering.turn import Question
from service.conversations import Reply
from service.http.api.schemas.chat import ChatReply, ChatRequest
from service.http.api.schemas.error import declared
from service.http.parts import Parts, PartsOf, within_rate
from service.http.question_text import checked_question

router = APIRouter(tags=["chat"])


@router.post(
    "/api/chat",
    summary="Ask a question",
    operation_id="ask",
    responses=declared(400, 413, 415, 422, 429, 500, 503),
    dependencies=[Depends(within_rate)],
)
async def chat(body: ChatRequest, parts: PartsOf) -> ChatReply:
    """Answer from the plans, ask back, say that they do not tell, or refuse: always status 200.

    A question that leans on earlier ones of its conversation is read with them. Statuses from 400
    up mean that the request itself could not be served.
    """
    question = Question(
        text=checked_question(body.question, parts.settings.question_chars_max),
        city=parts.city_id(body.city) or parts.settings.city,
        lang=body.lang,
        channel=body.channel,
        conversation_id=body.conversation_id,
    )
    return ChatReply.of(await answered(question, parts))


async def answered(question: Question, parts: Parts) -> Reply:
    """Ask the counter when it is this question's turn, and count the outcome."""
    reply = await parts.desk.turn(lambda counter: parts.conversations.ask(counter, question))
    answer = reply.answer
    outcome = (answer.status.value, answer.reason.value, question.channel)
    parts.metrics.answers.labels(*outcome).inc()
    if answer.phrasing is not None:
        parts.metrics.phrasings.labels(answer.phrasing.value).inc()
    return reply
