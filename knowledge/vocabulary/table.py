"""Reading a vocabulary file, with errors that name the file, the line and the field."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from knowledge.errors import KnowledgeError, Location
from knowledge.toml_lines import TomlLines, TomlPath, syntax_error_line

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Table:
    """A parsed TOML file that can say where one of its keys stands."""

    path: Path
    data: dict[str, Any]
    lines: TomlLines

    def fail(self, what: str, key: TomlPath, value: object) -> NoReturn:
        """Raise KnowledgeError for a key whose value does not hold."""
        field = ".".join(map(str, key)) or None
        raise KnowledgeError(
            f"{what} (value: {value!r})", Location(self.path, self.lines.line(key), field)
        )

    def strings(self, value: object, key: TomlPath) -> tuple[str, ...]:
        """A list of non-empty strings, or KnowledgeError."""
        if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
            self.fail("expected a list of non-empty strings", key, value)
        return tuple(value)


def read_table(path: Path) -> Table:
    """Raises KnowledgeError when the file is missing, not UTF-8 or not TOML."""
    try:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
    except FileNotFoundError as error:
        raise KnowledgeError("the vocabulary file does not exist", Location(path)) from error
    except UnicodeDecodeError as error:
        raise KnowledgeError(f"not UTF-8: {error}", Location(path)) from error
    except tomllib.TOMLDecodeError as error:
        line = syntax_error_line(str(error), text)
        raise KnowledgeError(f"not valid TOML: {error}", Location(path, line)) from error
    return Table(path, data, TomlLines(text))
