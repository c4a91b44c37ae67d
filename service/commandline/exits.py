"""Exit codes, and errors of ours turned into them."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from service.settings import Settings


class Exit(IntEnum):
    """What scripts can tell from a run."""

    OK = 0
    NEGATIVE = 1  # the run went well; the result is no: not found, refused, a check failed
    USAGE = 2  # options, arguments or environment variables do not hold
    BROKEN = 3  # knowledge, index, model, database or backup cannot be used; the message says which


def stop(code: Exit, message: str) -> NoReturn:
    """End with a message on stderr."""
    typer.echo(f"madoguchi: {message}", err=True)
    raise typer.Exit(code)


def load_settings(**changes: object) -> Settings:
    """Settings from the environment; `changes` that are not None come from options.

    Ends with USAGE where a value does not hold, naming the variable and the value.
    """
    from pydantic import ValidationError

    from service.settings import ENV_PREFIX, Settings

    given = {name: value for name, value in changes.items() if value is not None}
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        fault = error.errors()[0]
        name = "_".join(map(str, fault["loc"])).upper()
        stop(Exit.USAGE, f"{ENV_PREFIX}{name}: {fault['msg']} (got {fault['input']!r})")
