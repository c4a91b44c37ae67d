"""Load and render the templates beside this file.

A template is named `<folder>/<name>` (`outcome/clarify.city`, `record/schedule`) and stands in a
folder per language. Blank lines and line breaks inside a template only serve its writer: a rendered
text keeps a line break where the template writes `<br>` or a value holds one, nowhere else.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, TemplateNotFound

_FOLDER = Path(__file__).parent
_SUFFIX = ".j2"
_BREAK = "<br>"


class UnknownWordingError(LookupError):
    """No template of that name in that language: a fault in the program, not in a question."""


@cache
def _environment(lang: str) -> Environment:
    # Plain text is made here; pages escape it again when they show it.
    return Environment(
        loader=FileSystemLoader(_FOLDER / lang),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _template(name: str, lang: str) -> Template:
    try:
        return _environment(lang).get_template(name + _SUFFIX)
    except TemplateNotFound as error:
        raise UnknownWordingError(f"no wording {name!r} in language {lang!r}") from error


def say(name: str, lang: str = "ja", **values: object) -> str:
    """Render a template to plain text; a missing value raises jinja2.UndefinedError."""
    broken = {
        key: value.replace("\n", _BREAK) if isinstance(value, str) else value
        for key, value in values.items()
    }
    text = _template(name, lang).render(**broken)
    lines = "".join(part.strip() for part in text.splitlines()).split(_BREAK)
    return "\n".join(line.strip() for line in lines).strip()


def wordings(lang: str = "ja") -> frozenset[str]:
    """The names of all templates of a language."""
    folder = _FOLDER / lang
    return frozenset(
        str(path.relative_to(folder))[: -len(_SUFFIX)] for path in folder.rglob(f"*{_SUFFIX}")
    )
