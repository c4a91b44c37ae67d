"""On which line of a TOML file a table or key stands, so that messages can name it.

`tomllib` gives lines for syntax errors only; what is well-formed but wrong is found later, when
the text is already a dict. This index covers what a hand-written catalog holds: tables, arrays of
tables, and `key = value` lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

TomlPath = tuple[str | int, ...]

_ARRAY_TABLE = re.compile(r"^\s*\[\[\s*([^\]]+?)\s*\]\]")
_TABLE = re.compile(r"^\s*\[\s*([^\[\]]+?)\s*\]")
_KEY = re.compile(r"""^\s*(?:"([^"]+)"|'([^']+)'|([A-Za-z0-9_-]+))\s*=(.*)$""")
_SYNTAX_LINE = re.compile(r"at line (\d+)")


class TomlLines:
    """The line of each path: `("plans", 2, "first_year")` is that key of the third `[[plans]]`."""

    def __init__(self, text: str) -> None:
        self._lines: dict[TomlPath, int] = {(): 1}
        self._tables: Counter[str] = Counter()
        here: TomlPath = ()
        inside: str | None = None  # the quotes of a multi-line string we are in
        for number, line in enumerate(text.splitlines(), start=1):
            if inside:
                inside = None if inside in line else inside
            elif array := _ARRAY_TABLE.match(line):
                name = array.group(1)
                here = (name, self._tables[name])
                self._tables[name] += 1
                self._lines.setdefault(here, number)
            elif table := _TABLE.match(line):
                here = self._resolve(table.group(1))
                self._lines.setdefault(here, number)
            elif key := _KEY.match(line):
                self._lines.setdefault((*here, next(k for k in key.groups()[:3] if k)), number)
                inside = _left_open(key.group(4))

    def _resolve(self, dotted: str) -> TomlPath:
        """`plans.layout` belongs to the latest `[[plans]]`."""
        path: TomlPath = ()
        for part in dotted.split("."):
            name = part.strip().strip("\"'")
            path = (*path, name)
            if self._tables[name] and len(path) == 1:
                path = (*path, self._tables[name] - 1)
        return path

    def line(self, path: Sequence[str | int]) -> int:
        """The 1-based line of the longest known beginning of `path`; 1 where nothing is known."""
        for length in range(len(path), 0, -1):
            if (found := self._lines.get(tuple(path[:length]))) is not None:
                return found
        return 1


def _left_open(value: str) -> str | None:
    return next((quotes for quotes in ('"""', "'''") if value.count(quotes) % 2), None)


def syntax_error_line(message: str, text: str) -> int:
    """The line a `tomllib.TOMLDecodeError` message names; the last line when it says the end."""
    found = _SYNTAX_LINE.search(message)
    return int(found.group(1)) if found else max(1, len(text.splitlines()))
