"""Whom to ring when life is in danger: reviewed telephone numbers by kind of danger."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from knowledge.vocabulary.table import FOLDER, Table, read_table


class Danger(StrEnum):
    """Kinds of danger to life or body; also the names of the rules in `emergency.toml`."""

    SUICIDE = "suicide"
    FIRE = "fire"
    ILLNESS = "illness"  # and accidents and injuries
    CRIME = "crime"
    SEXUAL_VIOLENCE = "sexual_violence"
    DOMESTIC_VIOLENCE = "domestic_violence"
    CHILD_ABUSE = "child_abuse"
    BULLYING = "bullying"
    DISASTER = "disaster"
    SEA = "sea"


_REQUIRED = ("number", "name", "what", "source", "reviewed")
_KEYS = {*_REQUIRED, "dangers", "hours", "languages", "says"}
_NUMBER = re.compile(r"[0-9]{3}|#[0-9]{4}|0(?:120|570)-[0-9](?:-?[0-9]){5}")
_MONTH = re.compile(r"20[0-9]{2}-(?:0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A telephone number that anybody in Japan may ring.

    number     as it is dialled: three digits, # and four, or a free or navigation number
    name       what the line is called
    what       what it is for, a few words
    dangers    the kinds of danger it serves
    hours      when it answers, as its publisher says; "" where that is not certain
    languages  BCP 47 codes in which it is certain to answer; empty where nothing is certain
    source     the public body that publishes the number
    reviewed   month of the last review, YYYY-MM
    says       name and purpose by language where there is a certain wording
    """

    number: str
    name: str
    what: str
    dangers: frozenset[Danger]
    hours: str
    languages: tuple[str, ...]
    source: str
    reviewed: str
    says: Mapping[str, Mapping[str, str]] = field(default_factory=dict, hash=False)

    def said_in(self, lang: str) -> HelpLine:
        """The line with name and purpose in a language, in Japanese where none is certain."""
        words = self.says.get(lang)
        return replace(self, name=words["name"], what=words["what"]) if words else self


@cache
def load_help_lines(folder: Path = FOLDER) -> tuple[HelpLine, ...]:
    """The lines of `help_lines.toml`, most urgent first. Raises KnowledgeError."""
    table = read_table(folder / "help_lines.toml")
    rows = table.data.get("lines", [])
    lines = tuple(_line(table, index, row) for index, row in enumerate(rows))
    numbers = [line.number for line in lines]
    if twice := sorted({number for number in numbers if numbers.count(number) > 1}):
        table.fail("a number stands twice", (), twice)
    served = frozenset[Danger]().union(*(line.dangers for line in lines))
    if unserved := sorted(set(Danger) - served):
        table.fail("no line serves", (), unserved)
    return lines


def help_lines_for(dangers: Iterable[Danger], most: int, lang: str = "ja") -> tuple[HelpLine, ...]:
    """At most `most` lines that serve any of the dangers, most urgent first."""
    wanted = frozenset(dangers)
    fitting = [line for line in load_help_lines() if line.dangers & wanted]
    return tuple(line.said_in(lang) for line in fitting[:most])


def _line(table: Table, index: int, row: dict[str, Any]) -> HelpLine:
    here = ("lines", index)
    if unknown := row.keys() - _KEYS:
        table.fail("unknown key", here, sorted(unknown))
    for key in _REQUIRED:
        if not isinstance(row.get(key), str) or not row[key]:
            table.fail(f"a help line needs {key}", here, row.get(key))
    if not _NUMBER.fullmatch(row["number"]):
        table.fail("not a number that can be rung", (*here, "number"), row["number"])
    if not _MONTH.fullmatch(row["reviewed"]):
        table.fail("expected YYYY-MM", (*here, "reviewed"), row["reviewed"])
    names = table.strings(row.get("dangers", []), (*here, "dangers"))
    if not names or set(names) - set(Danger):
        table.fail("expected kinds of danger", (*here, "dangers"), list(names))
    says = row.get("says", {})
    for lang, words in says.items():
        if not isinstance(words, dict) or set(words) != {"name", "what"}:
            table.fail("expected name and what", (*here, "says", lang), words)
    return HelpLine(
        number=row["number"],
        name=row["name"],
        what=row["what"],
        dangers=frozenset(map(Danger, names)),
        hours=row.get("hours", ""),
        languages=table.strings(row.get("languages", []), (*here, "languages")),
        source=row["source"],
        reviewed=row["reviewed"],
        says=says,
    )
