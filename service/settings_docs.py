"""Settings as documentation shows them: the README's table and `madoguchi settings`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import HttpUrl
from pydantic_settings import BaseSettings
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from service.settings import Settings

URL = "URL"  # the unit of what names a database


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

    def shown(self, value: object) -> str:
        """A value as one would type it, but for what is secret in it."""
        is_url = self.unit == URL or isinstance(value, HttpUrl)
        return without_password(str(value)) if is_url else str(value)


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


def without_password(url: str) -> str:
    """A URL of a database or a site as it may be shown: `***` for a password, and for all of what
    is no URL, since nobody can tell where in it a password stands.
    """
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):  # ValueError: a port that is no number
        return "***"
    # libpq takes passwords among the parameters, too.
    bare = parsed.difference_update_query(name for name in parsed.query if "password" in name)
    return url if bare.password is None and bare == parsed else bare.render_as_string()


def _shown(default: object) -> str:
    """A default as one would type it."""
    return "(unset)" if default is None else str(default)
