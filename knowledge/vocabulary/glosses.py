"""Short meanings of words: schedule words in other languages, terms in やさしい日本語."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from knowledge.toml_lines import TomlPath
from knowledge.vocabulary.table import FOLDER, Table, read_table

_LANGUAGES = frozenset({"ja-easy", "en", "zh", "ko", "pt", "es"})


@cache
def load_schedule_words(folder: Path = FOLDER) -> Mapping[str, Mapping[str, str]]:
    """Meanings by word as a cell prints it, then by language of the reply.

    Raises KnowledgeError for a word whose meaning lacks in a language.
    """
    table = read_table(folder / "schedule_words.toml")
    for word, row in table.data.items():
        meanings = _texts(table, row, (word,))
        if meanings.keys() != _LANGUAGES:
            odd = sorted(meanings.keys() ^ _LANGUAGES)
            table.fail("a meaning is needed in each language and no other", (word,), odd)
    return table.data


@cache
def load_easy_glosses(folder: Path = FOLDER) -> Mapping[str, str]:
    """Glosses by term. Raises KnowledgeError for what is not text."""
    table = read_table(folder / "easy_glosses.toml")
    return _texts(table, table.data.get("glosses"), ("glosses",))


def _texts(table: Table, row: Any, key: TomlPath) -> dict[str, str]:
    if not isinstance(row, dict) or not row:
        table.fail("expected a table of texts", key, row)
    for name, text in row.items():
        if not isinstance(text, str) or not text.strip():
            table.fail("expected a text", (*key, name), text)
    return row
