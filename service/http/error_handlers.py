"""Every error that reaches the app becomes one of ours and leaves in the one shape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from service.http.error_response import error_response
from service.http.errors import (
    BY_STATUS,
    InvalidError,
    MalformedError,
    MediaTypeError,
    RequestError,
)

# What to do, by pydantic's error type; `{field}` and the error's own context are filled in.
SENTENCES = {
    "missing": "{field} を指定してください。",
    "string_type": "{field} は文字列で指定してください。",
    "string_unicode": "{field} に文字として読めない部分があります。UTF-8で送ってください。",
    "string_pattern_mismatch": "{field} は英数字、-、_ の1～64文字で指定してください。",
    "literal_error": "{field} には {expected} のいずれかを指定してください。",
    "enum": "{field} には {expected} のいずれかを指定してください。",
    "bool_type": "{field} は true か false で指定してください。",
    "int_parsing": "{field} は整数で指定してください。",
    "int_parsing_size": "{field} の数が大きすぎます。",
    "greater_than_equal": "{field} は {ge} 以上で指定してください。",
    "less_than_equal": "{field} は {le} 以下で指定してください。",
}
FALLBACK = "{field} の値を確認してください。"


def add_error_handlers(app: FastAPI) -> None:
    """Register the handlers; what none of them takes is caught by `service.http.access`."""
    app.add_exception_handler(RequestError, _on_request_error)
    app.add_exception_handler(HTTPException, _on_http_exception)
    app.add_exception_handler(RequestValidationError, _on_validation_error)


async def _on_request_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestError)
    return error_response(request, error)


async def _on_http_exception(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    kind = BY_STATUS.get(error.status_code, MalformedError)
    response = error_response(request, kind())
    if error.headers:
        response.headers.update(error.headers)  # `Allow` of a 405
    return response


async def _on_validation_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return error_response(request, _explained(request, error.errors()))


def _explained(request: Request, faults: Sequence[Mapping[str, Any]]) -> RequestError:
    """The first fault as one of our errors."""
    fault = faults[0]
    where = [str(part) for part in fault["loc"]]
    if fault["type"] == "json_invalid":
        return MalformedError()
    if where == ["body"]:  # not an object at all: no body, another type, or a bare value
        media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        is_json = media_type == "application/json" or media_type.endswith("+json")
        if is_json:
            return MalformedError("JSONのオブジェクト { } で送ってください。")
        return MediaTypeError()
    field = where[-1]
    sentence = SENTENCES.get(fault["type"], FALLBACK)
    return InvalidError(sentence.format(field=field, **fault.get("ctx", {})), field)
