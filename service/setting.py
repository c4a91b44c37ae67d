"""How a setting is written down: its default, what it means, its unit, its limits."""

from __future__ import annotations

from typing import Any

from pydantic import Field


def setting(default: Any, meaning: str, unit: str, **limits: Any) -> Any:
    """A documented settings field; `limits` are pydantic's own (`ge`, `le`, `min_length`)."""
    return Field(default, description=meaning, json_schema_extra={"unit": unit}, **limits)
