"""Settings as documentation shows them: the README's table and `madoguchi settings`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic_settings import BaseSettings

from service.settings import Settings


@dataclass(frozen=True, slots=True)
class SettingDoc:
    """A setting as documentation shows it.

    variable  the environment variable
    field     the attribute of the settings
    """

    variable: str
    field: str
    unit: str
    default: str
    meaning: str


def documented(kind: type[BaseSettings] = Settings) -> Iterator[SettingDoc]:
    """Every field of a settings class, in order of declaration."""
    prefix = kind.model_config.get("env_prefix", "")
    for name, field in kind.model_fields.items():
        extra = field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
        yield SettingDoc(
            variable=f"{prefix}{name}".upper(),
            field=name,
            unit=str(extra.get("unit", "")),
            default=_shown(field.default),
            meaning=field.description or "",
        )


def _shown(default: object) -> str:
    """A default as one would type it."""
    return "(unset)" if default is None else str(default)
