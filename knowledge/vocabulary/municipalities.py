"""The municipalities of Japan by name, reading and romaji."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from knowledge.vocabulary.table import FOLDER, read_table


@dataclass(frozen=True, slots=True)
class Municipality:
    """A city, town, village or special ward.

    name     with its suffix: 守谷市; small ケ and ヶ are written as in the postal code data
    reading  hiragana with the suffix: もりやし
    romaji   without the suffix: Moriya
    """

    name: str
    reading: str
    romaji: str
    prefecture: str

    @property
    def stem(self) -> str:
        """The name without 市, 町, 村 or 区."""
        return self.name[:-1]


@cache
def load_municipalities(folder: Path = FOLDER) -> Mapping[str, tuple[Municipality, ...]]:
    """Every municipality by prefecture, in the order of the national codes.

    Raises KnowledgeError naming line and value for a row that is not `name = [reading, romaji]`.
    """
    table = read_table(folder / "municipalities.toml")
    found: dict[str, tuple[Municipality, ...]] = {}
    for prefecture, rows in table.data.items():
        if not isinstance(rows, dict):
            table.fail("expected a table of municipalities", (prefecture,), rows)
        for name, value in rows.items():
            key = (prefecture, name)
            if len(table.strings(value, key)) != 2:
                table.fail("expected [reading, romaji]", key, value)
            if name[-1] not in "市町村区":
                table.fail("a name ends in 市, 町, 村 or 区", key, name)
        found[prefecture] = tuple(
            Municipality(name, value[0], value[1], prefecture) for name, value in rows.items()
        )
    return found
