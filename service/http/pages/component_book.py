"""The components of pages, with what they are for and examples: `web/components/*.toml`."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from knowledge.errors import Location, WordingError
from knowledge.toml_lines import TomlLines, syntax_error_line
from service.http.pages.notices import Notice
from service.http.static_files import TEMPLATE_FOLDER, WEB_FOLDER

COMPONENT_FOLDER = WEB_FOLDER / "components"
_DOCUMENTATION = re.compile(r"\A\{#\s*(.*?)\s*#\}", re.S)


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Example(_Entry):
    """A component in one variant or state.

    data    what its macro is given, by name
    notice  given as `notice`: the one record that TOML alone cannot write
    body    what stands in it, where it wraps something
    """

    name: str
    data: dict[str, Any] = {}
    notice: Notice | None = None
    body: str = ""

    @property
    def given(self) -> dict[str, Any]:
        """The arguments of the macro."""
        return self.data | ({"notice": self.notice} if self.notice else {})


class Component(_Entry):
    """A component as its file describes it.

    id        the name of its files
    about     what it is for, and when not
    criteria  what makes it accessible, in prose
    macro     the macro in `web/templates/components/{id}.html`; None where it `stands` on every
              page by itself
    wraps     whether it is called with something in it
    record    what its macro is given, as its template documents it
    """

    id: str
    title: str
    about: str
    criteria: tuple[str, ...] = Field(min_length=1)
    macro: str | None = None
    stands: str | None = None
    wraps: bool = False
    record: str
    examples: tuple[Example, ...] = ()

    @model_validator(mode="after")
    def _can_be_seen(self) -> Component:
        if bool(self.macro) != bool(self.examples) or bool(self.macro) == bool(self.stands):
            raise ValueError("a component has a macro and examples, or stands on every page")
        return self


def load_components(folder: Path = COMPONENT_FOLDER) -> tuple[Component, ...]:
    """Every component, by title. Raises WordingError naming the file, line and field."""
    components = (_component(path) for path in sorted(folder.glob("*.toml")))
    return tuple(sorted(components, key=lambda component: component.title))


def _component(path: Path) -> Component:
    text = path.read_text(encoding="utf-8")
    template = TEMPLATE_FOLDER / "components" / f"{path.stem}.html"
    if not template.is_file():
        raise WordingError(f"there is no template {template.name}", Location(path))
    documented = _DOCUMENTATION.match(template.read_text(encoding="utf-8"))
    if not documented:
        raise WordingError("its macro is not documented", Location(template, 1))
    try:
        table = tomllib.loads(text)
        return Component(id=path.stem, record=documented.group(1), **table)
    except tomllib.TOMLDecodeError as error:
        line = syntax_error_line(str(error), text)
        raise WordingError(f"not valid TOML: {error}", Location(path, line)) from error
    except ValidationError as error:
        fault = error.errors()[0]
        where = Location(
            path, TomlLines(text).line(fault["loc"]), ".".join(map(str, fault["loc"])) or None
        )
        raise WordingError(fault["msg"], where) from error
