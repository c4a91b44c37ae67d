"""Rules over a question's text: what must stand in it, what must not, and examples of both."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from knowledge.toml_lines import TomlPath
from knowledge.vocabulary.table import FOLDER, Table, read_table

_KEYS = {"name", "script", "all", "none", "examples", "passes"}
# What a text must hold before a rule in that writing is tried at all: most rules are not for most
# texts, and this costs next to nothing.
_SCRIPTS = {
    "latin": re.compile(r"[a-zà-ÿ]{3}"),
    "han": re.compile(r"\A[^ぁ-ゖァ-ヺ]*[一-龥][^ぁ-ゖァ-ヺ]*\Z"),
    "hangul": re.compile(r"[가-힣ㄱ-ㅎ]"),
    "any": re.compile(""),
}
_ESCAPE_OR_LETTER = re.compile(r"\\.|[A-ZÀ-Þ]")


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of a rule file.

    name      what the row recognises; several rows may share a name
    script    the writing it is about; a text without it never fits
    all       every one of these patterns must be found somewhere in the text
    none      and none of these
    examples  texts the rule must find; a test holds them
    passes    near misses the rule must let pass; a test holds them
    """

    name: str
    script: re.Pattern[str]
    all: tuple[re.Pattern[str], ...]
    none: tuple[re.Pattern[str], ...]
    examples: tuple[str, ...]
    passes: tuple[str, ...]

    def match(self, text: str) -> tuple[str, ...] | None:
        """The words that told, one for each pattern of `all`; None when the rule does not fit."""
        # Lower-case patterns on lower-case text are several times faster than re.IGNORECASE.
        lower = text.lower()
        if self.script.search(lower) is None:
            return None
        found = []
        for pattern in self.all:
            match = pattern.search(lower)
            if match is None:
                return None
            found.append(match)
        if any(pattern.search(lower) for pattern in self.none):
            return None
        # A few letters (İ) are longer in lower case; then places in `text` are not known.
        shown = text if len(text) == len(lower) else lower
        return tuple(shown[match.start() : match.end()] for match in found)


@cache
def load_rules(name: str, folder: Path = FOLDER) -> tuple[Rule, ...]:
    """The rules of `<name>.toml` in file order.

    A pattern is a Python regular expression, or a list of them as alternatives; case does not
    count. `{word}` stands for the entry `word` of the file's `[words]` table. Raises KnowledgeError
    for what does not hold.
    """
    table = read_table(folder / f"{name}.toml")
    given = table.data.get("words", {})
    words = {word: "|".join(_alternatives(table, given[word], ("words", word))) for word in given}
    rows = table.data.get("rules", [])
    if not rows:
        table.fail("the file holds no rules", (), rows)
    return tuple(_rule(table, index, row, words) for index, row in enumerate(rows))


def _rule(table: Table, index: int, row: dict[str, Any], words: dict[str, str]) -> Rule:
    here = ("rules", index)
    if unknown := row.keys() - _KEYS:
        table.fail("unknown key", here, sorted(unknown))
    if not isinstance(row.get("name"), str):
        table.fail("a rule needs a name", here, row.get("name"))
    if not row.get("all"):
        table.fail("a rule needs at least one pattern", here, row.get("all"))
    if not row.get("examples"):
        table.fail("a rule needs at least one example", here, row.get("examples"))

    def texts(key: str) -> tuple[str, ...]:
        return table.strings(row.get(key, []), (*here, key))

    def patterns(key: str) -> tuple[re.Pattern[str], ...]:
        at = (*here, key)
        return tuple(
            _compiled(table, "|".join(_alternatives(table, pattern, at)), words, at)
            for pattern in row.get(key, [])
        )

    script = row.get("script", "any")
    if script not in _SCRIPTS:
        table.fail(f"expected one of {', '.join(_SCRIPTS)}", (*here, "script"), script)
    return Rule(
        row["name"],
        _SCRIPTS[script],
        patterns("all"),
        patterns("none"),
        texts("examples"),
        texts("passes"),
    )


def _alternatives(table: Table, value: object, key: TomlPath) -> tuple[str, ...]:
    return table.strings([value] if isinstance(value, str) else value, key)


def _compiled(table: Table, text: str, words: dict[str, str], key: TomlPath) -> re.Pattern[str]:
    for name in re.findall(r"\{([a-z_]+)\}", text):
        if name not in words:
            table.fail(f"unknown word list {name!r}", key, text)
        text = text.replace(f"{{{name}}}", f"(?:{words[name]})")
    try:
        return re.compile(_lowered(text))
    except re.error as error:
        table.fail(f"not a regular expression: {error}", key, text)


def _lowered(pattern: str) -> str:
    """The pattern for text in lower case; escapes keep their case."""
    return _ESCAPE_OR_LETTER.sub(
        lambda part: part.group() if part.group()[0] == "\\" else part.group().lower(), pattern
    )
