"""Readings that the dictionary gives wrongly, as they were reviewed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from knowledge.toml_lines import TomlPath
from knowledge.vocabulary.table import FOLDER, Table, read_table

_GROUP_KEYS = {"reason", "reviewed_by", "entries"}
_ENTRY_KEYS = {"surface", "reading", "before", "after", "example"}
_HIRAGANA = re.compile(r"[ぁ-ゖー]*")


@dataclass(frozen=True, slots=True)
class ReviewedReading:
    """How a word is read where it stands so.

    surface      the word as it is written, white space left out
    reading      hiragana of the whole word with its okurigana; "" for no reading at all, where
                 none is certain
    before       what must stand right before the word; None for anything
    after        what must stand right behind it; None for anything
    example      a text in which the entry decides
    reason       why it stands in the list, or where the reading comes from
    reviewed_by  the role of who reviewed it
    """

    surface: str
    reading: str
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    example: str
    reason: str
    reviewed_by: str


@cache
def load_readings(folder: Path = FOLDER) -> tuple[ReviewedReading, ...]:
    """The entries of `readings.toml` in file order.

    Raises KnowledgeError for an unknown or missing field, a reading that is not hiragana, a pattern
    that is none, an example without the word, or an entry that stands twice.
    """
    table = read_table(folder / "readings.toml")
    found: dict[tuple[str, str | None, str | None], ReviewedReading] = {}
    for index, group in enumerate(table.data.get("groups", [])):
        here: TomlPath = ("groups", index)
        _check_group(table, group, here)
        for number, row in enumerate(group["entries"]):
            at = (*here, "entries", number)
            if not isinstance(row, dict):
                table.fail("expected a table", at, row)
            entry = _entry(table, group, row, at)
            key = (entry.surface, row.get("before"), row.get("after"))
            if key in found:
                table.fail("an entry stands twice", at, row)
            found[key] = entry
    if not found:
        table.fail("the file holds no readings", (), table.data)
    return tuple(found.values())


def _check_group(table: Table, group: dict[str, Any], here: TomlPath) -> None:
    if unknown := group.keys() - _GROUP_KEYS:
        table.fail("unknown key", here, sorted(unknown))
    for key in ("reason", "reviewed_by"):
        if not isinstance(group.get(key), str) or not group[key]:
            table.fail(f"a group needs {key}", here, group.get(key))
    if not isinstance(group.get("entries"), list) or not group["entries"]:
        table.fail("a group needs entries", here, group.get("entries"))


def _entry(
    table: Table, group: dict[str, Any], row: dict[str, Any], here: TomlPath
) -> ReviewedReading:
    if unknown := row.keys() - _ENTRY_KEYS:
        table.fail("unknown key", here, sorted(unknown))
    for key in ("surface", "example"):
        if not isinstance(row.get(key), str) or not row[key]:
            table.fail(f"an entry needs {key}", here, row.get(key))
    reading = row.get("reading")
    if not isinstance(reading, str) or not _HIRAGANA.fullmatch(reading):
        table.fail("expected a reading in hiragana", here, reading)
    if row["surface"] not in row["example"]:
        table.fail("the word does not stand in its example", here, row["example"])
    return ReviewedReading(
        surface=row["surface"],
        reading=reading,
        before=_pattern(table, row, "before", here),
        after=_pattern(table, row, "after", here),
        example=row["example"],
        reason=group["reason"],
        reviewed_by=group["reviewed_by"],
    )


def _pattern(table: Table, row: dict[str, Any], key: str, here: TomlPath) -> re.Pattern[str] | None:
    text = row.get(key)
    if text is None:
        return None
    try:
        return re.compile(rf"(?:{text})\Z" if key == "before" else text)
    except (re.error, TypeError) as error:
        table.fail(f"{key} is not a regular expression: {error}", here, text)
