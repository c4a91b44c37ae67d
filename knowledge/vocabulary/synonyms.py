"""Groups of words that mean the same at a city's counter."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from knowledge.vocabulary.table import FOLDER, read_table


@cache
def load_synonyms(folder: Path = FOLDER) -> tuple[tuple[str, ...], ...]:
    """The groups of `synonyms.toml`, the word of official texts first in each.

    A word may stand in several groups (受付 as 窓口 and as 申込). Raises KnowledgeError for a
    group of fewer than two words or a word that stands twice in one group.
    """
    table = read_table(folder / "synonyms.toml")
    groups = []
    for subject, rows in table.data.items():
        if not isinstance(rows, list):
            table.fail("expected a list of groups", (subject,), rows)
        for row in rows:
            words = table.strings(row, (subject,))
            if len(words) < 2 or len(set(words)) < len(words):
                table.fail("a group needs two or more distinct words", (subject,), row)
            groups.append(words)
    return tuple(groups)
