"""Bodies of corrections as they are stored, and back: strict both ways."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, cast

from pydantic import TypeAdapter, ValidationError

from service.answering.corrections.records import BODIES, Body, CorrectionKind
from service.correcting.errors import BodyError


@cache
def _reader(kind: CorrectionKind) -> TypeAdapter[Body]:
    return cast("TypeAdapter[Body]", TypeAdapter(BODIES[kind]))


def kind_of(body: Body) -> CorrectionKind:
    """The kind that a body is of."""
    return next(kind for kind, record in BODIES.items() if isinstance(body, record))


def to_json(body: Body) -> dict[str, Any]:
    """The fields of a body; days as YYYY-MM-DD."""
    return cast("dict[str, Any]", _reader(kind_of(body)).dump_python(body, mode="json"))


def from_json(kind: CorrectionKind, stored: Mapping[str, Any]) -> Body:
    """The body of a kind. Raises BodyError, naming the field, for anything but what `to_json`
    gives: a value of another type, a field too many or too few.
    """
    try:
        body = _reader(kind).validate_json(json.dumps(dict(stored)), strict=True)
    except (ValidationError, TypeError, ValueError) as error:
        named = ""
        if isinstance(error, ValidationError):
            named = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise BodyError(f"a stored body of the kind {kind} does not read: {named}") from None
    if to_json(body) != dict(stored):
        odd = sorted(set(stored) ^ set(to_json(body)))
        raise BodyError(f"a stored body of the kind {kind} has other fields: {', '.join(odd)}")
    return body
