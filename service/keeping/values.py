"""Values of columns as JSON can hold them, and back; the same for every database."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import JSON, Column, Date, DateTime, LargeBinary, TypeDecorator
from sqlalchemy.types import TypeEngine


def encoded(value: Any) -> Any:
    """As `json.dumps` takes it: moments in UTC and days by ISO 8601, bytes by Base64."""
    match value:
        case datetime():
            return value.astimezone(UTC).isoformat()
        case date():
            return value.isoformat()
        case bytes():
            return b64encode(value).decode("ascii")
        case _:
            return value


def decoder(column: Column[Any]) -> Callable[[Any], Any]:
    """What makes a value of `column` of what `encoded` gave.

    It raises ValueError or TypeError for a value that is none of its kind.
    """
    kind: TypeEngine[Any] = column.type
    if isinstance(kind, TypeDecorator):
        kind = kind.impl_instance
    plain = _DECODERS.get(next((own for own in _DECODERS if isinstance(kind, own)), JSON))
    decode = plain or (lambda value: value)

    def decoded(value: Any) -> Any:
        if value is None and not column.nullable:
            raise ValueError(f"column {column.name} must have a value")
        return None if value is None else decode(value)

    return decoded


_DECODERS: dict[type[TypeEngine[Any]], Callable[[Any], Any]] = {
    DateTime: datetime.fromisoformat,
    Date: date.fromisoformat,
    LargeBinary: lambda value: b64decode(value, validate=True),
}
