"""A layout style: how plans of one make are recognised and read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any, get_type_hints

from pydantic import BaseModel, ConfigDict, ValidationError, create_model

from knowledge.records import Plan, Reading
from knowledge.source import SourceText


@dataclass(frozen=True, slots=True)
class Style:
    """A way of laying out a plan that one reader understands.

    name    what a catalog entry calls it
    layout  record type of what differs between plans of this style; every field has a default
    detect  whether a source looks like this style; at most one style should say so
    read    the reader; raises SourceError where the source is not as the style promises
    """

    name: str
    layout: type[Any]
    detect: Callable[[SourceText], bool]
    read: Callable[[SourceText, Plan, Any], Reading]

    def layout_of(self, table: Mapping[str, Any]) -> Any:
        """The layout record made of a `[plans.layout]` table.

        Raises pydantic's ValidationError for an unknown key or a wrong value.
        """
        if issubclass(self.layout, BaseModel):
            return self.layout.model_validate(dict(table))
        given = _model_of(self.layout).model_validate(dict(table))
        return self.layout(**{name: getattr(given, name) for name in table})


def _model_of(layout: type[Any]) -> type[BaseModel]:
    """A dataclass as a model that refuses unknown keys; values left out do not count."""
    hints = get_type_hints(layout)
    optional: dict[str, Any] = {item.name: (hints[item.name], None) for item in fields(layout)}
    return create_model(layout.__name__, __config__=ConfigDict(extra="forbid"), **optional)


__all__ = ["Style", "ValidationError"]
