"""The one shape of every error, and how routes declare which they may give."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field

from service.http.errors import BY_STATUS


class ErrorDetail(BaseModel):
    """What went wrong and what to do."""

    code: str = Field(description="stable, for programs: `invalid`, `not_found`, ...")
    message: str = Field(description="a Japanese sentence that says what to do")
    field: str | None = Field(description="the field or parameter at fault; null if none")


class ErrorReply(BaseModel):
    """Every response with status 400 or above."""

    error: ErrorDetail


RETRY_AFTER = {
    "Retry-After": {
        "description": "seconds to wait before the next try",
        "schema": {"type": "integer", "minimum": 1},
    }
}


SCHEMA_OF_JSON = {"schema": {"$ref": "#/components/schemas/ErrorReply"}}
SCHEMA_OF_PAGE = {"schema": {"type": "string"}}


def declared(*statuses: int, html: bool = False) -> dict[int | str, dict[str, Any]]:
    """OpenAPI `responses` for these error statuses.

    html  for pages: browsers get HTML, everyone else the JSON shape
    """
    responses: dict[int | str, dict[str, Any]] = {}
    for status in statuses:
        kind = BY_STATUS[status]
        response: dict[str, Any] = {"description": (kind.__doc__ or "").strip()}
        if html:
            response["content"] = {"application/json": SCHEMA_OF_JSON, "text/html": SCHEMA_OF_PAGE}
        else:
            response["model"] = ErrorReply
        if status in (429, 503):
            response["headers"] = RETRY_AFTER
        responses[status] = response
    return responses
