"""`DELETE /api/conversations/{conversation_id}`, and the sweeping of those that have expired."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, TypeVar

import anyio
import anyio.to_thread
from fastapi import APIRouter, Depends, Path
from fastapi.responses import Response

from knowledge.errors import StoreError
from service.conversations import Conversations
from service.http.api.schemas.error import declared
from service.http.errors import NotReadyError
from service.http.parts import PartsOf, within_rate

T = TypeVar("T")
router = APIRouter(tags=["chat"])

# Words are on the disk at most this much longer than their time to live.
SWEEP_EVERY_S = 600
STORE_RETRY_S = 5


@router.delete(
    "/api/conversations/{conversation_id}",
    summary="Forget a conversation",
    operation_id="forget_conversation",
    status_code=204,
    response_class=Response,  # an empty one, without a media type
    responses=declared(422, 429, 500, 503),
    dependencies=[Depends(within_rate)],
)
async def forget(
    conversation_id: Annotated[
        str, Path(pattern=r"^[A-Za-z0-9_-]{1,64}$", description="from a response of the chat")
    ],
    parts: PartsOf,
) -> None:
    """Delete the conversation with all its messages; 204 for one that is unknown, too.

    Votes on its messages go with it. Copies of answers that were taken along to a phone stay until
    they expire, minutes later: they hold nothing of the questions and name no conversation.

    What was asked for holds either way, a retry is safe, and nobody can find out ids by asking.
    503 where it could not be deleted.
    """
    await out_of_line(lambda: parts.conversations.forget(conversation_id))


async def out_of_line(work: Callable[[], T]) -> T:
    """Work on the store beside the questions. Raises NotReadyError when it fails."""
    try:
        return await anyio.to_thread.run_sync(work)
    except StoreError as error:
        raise NotReadyError(
            "会話の記録をただいま利用できません。少し待ってから、もう一度お試しください。",
            retry_after_s=STORE_RETRY_S,
        ) from error


async def sweep_regularly(conversations: Conversations) -> None:
    """Delete expired conversations for as long as the service runs."""
    while True:
        await anyio.to_thread.run_sync(conversations.sweep)
        await anyio.sleep(SWEEP_EVERY_S)
