"""Named word lists: `<name>.toml` maps a list's name to words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from knowledge.vocabulary.table import FOLDER, read_table


@cache
def load_words(name: str, folder: Path = FOLDER) -> Mapping[str, tuple[str, ...]]:
    """The lists of a file. Raises KnowledgeError for a list that is empty or holds a word twice."""
    table = read_table(folder / f"{name}.toml")
    lists: dict[str, tuple[str, ...]] = {}
    for key, value in table.data.items():
        words = table.strings(value, (key,))
        if not words:
            table.fail("the list is empty", (key,), value)
        if twice := sorted(word for word in set(words) if words.count(word) > 1):
            table.fail("words stand twice", (key,), twice)
        lists[key] = words
    return lists
