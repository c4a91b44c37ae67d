"""`POST /api/feedback`: whether an answer helped."""

from __future__ import annotations

from fastapi import APIRouter, Depends

from service.conversations import Feedback
from service.conversations import errors as conversation_errors
from service.http.api.conversations import out_of_line
from service.http.api.schemas.error import declared
from service.http.api.schemas.feedback import FeedbackReply, FeedbackRequest
from service.http.form_errors import (
    CommentTooLongError,
    PersonalCommentError,
    UnknownMessageError,
)
from service.http.parts import Parts, PartsOf, within_rate

router = APIRouter(tags=["chat"])


@router.post(
    "/api/feedback",
    summary="Rate an answer",
    operation_id="rate",
    responses=declared(400, 404, 413, 415, 422, 429, 500, 503),
    dependencies=[Depends(within_rate)],
)
async def rate(body: FeedbackRequest, parts: PartsOf) -> FeedbackReply:
    """Keep a vote on a message; the last one holds, and a retry is safe.

    Votes are forgotten with their conversation: afterwards, and where the answer was given without
    being kept, the message is unknown (404). A comment with personal data in it is not kept, nor
    is the vote it came with (422).
    """
    feedback = body.feedback()
    await rated(feedback, parts)
    return FeedbackReply.of(feedback)


async def rated(feedback: Feedback, parts: Parts) -> None:
    """Keep a vote and count it. Raises UnknownMessageError, CommentTooLongError,
    PersonalCommentError or NotReadyError.
    """
    try:
        is_new = await out_of_line(lambda: parts.conversations.rate(feedback))
    except conversation_errors.UnknownMessageError as error:
        raise UnknownMessageError() from error
    except conversation_errors.CommentTooLongError as error:
        raise CommentTooLongError(error.chars, error.chars_max) from error
    except conversation_errors.PersonalCommentError as error:
        raise PersonalCommentError() from error
    if is_new:
        helpful = "yes" if feedback.helpful else "no"
        reason = feedback.reason.value if feedback.reason else "none"
        parts.metrics.feedback.labels(helpful, reason).inc()
