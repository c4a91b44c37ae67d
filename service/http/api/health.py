"""For operators: alive, ready, and figures for Prometheus."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse, Response
from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4
from pydantic import BaseModel, Field

from service.http.api.conversations import out_of_line
from service.http.api.schemas.error import SCHEMA_OF_JSON, declared
from service.http.parts import PartsOf

router = APIRouter(tags=["health"])


class AliveReply(BaseModel):
    """The process answers."""

    status: Literal["ok"] = "ok"


class ReadyReply(BaseModel):
    """Questions can be answered, and conversations kept."""

    status: Literal["ready"] = "ready"
    index_version: str = Field(description="which index is loaded")
    store: Literal["reachable"] = "reachable"


@router.get("/healthz", summary="Alive?", operation_id="healthz", responses=declared(500))
async def healthz() -> AliveReply:
    """Answers from the first moment on, also while the index is loading."""
    return AliveReply()


@router.get("/readyz", summary="Ready?", operation_id="readyz", responses=declared(500, 503))
async def readyz(parts: PartsOf) -> ReadyReply:
    """200 once the index is loaded and while conversations can be kept; else 503.

    Without the store `POST /api/chat` still answers, each question on its own.
    """
    version = parts.desk.counter.index_version
    await out_of_line(parts.conversations.check)
    return ReadyReply(index_version=version)


@router.get(
    "/metrics",
    summary="Figures for Prometheus",
    operation_id="metrics",
    response_class=PlainTextResponse,
    responses={500: {"content": {"application/json": SCHEMA_OF_JSON}}},
)
async def metrics(parts: PartsOf) -> Response:
    """Requests, outcomes and times; no words of residents, no addresses."""
    return Response(parts.metrics.page(), media_type=CONTENT_TYPE_PLAIN_0_0_4)
