"""Words for city services in other languages, with the words of official Japanese texts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from knowledge.vocabulary.table import FOLDER, read_table

_LANGUAGES = ("en", "zh", "ko", "pt", "es")


@dataclass(frozen=True, slots=True)
class ForeignTerm:
    """One service in one language.

    forms     what people write, lower case
    japanese  the words that plans use
    """

    language: str
    forms: tuple[str, ...]
    japanese: tuple[str, ...]


@cache
def load_foreign_terms(folder: Path = FOLDER) -> tuple[ForeignTerm, ...]:
    """All terms of `foreign_terms.toml`, in the order of the file.

    Raises KnowledgeError for a term that lacks a language, holds an unknown one, or is not in
    lower case.
    """
    table = read_table(folder / "foreign_terms.toml")
    rows = table.data.get("terms", [])
    if not rows:
        table.fail("the file holds no terms", (), rows)
    terms = []
    for index, row in enumerate(rows):
        here = ("terms", index)
        if odd := sorted(row.keys() ^ {"ja", *_LANGUAGES}):
            table.fail("a term is needed in each language and no other", here, odd)
        japanese = table.strings(row["ja"], (*here, "ja"))
        for language in _LANGUAGES:
            forms = table.strings(row[language], (*here, language))
            if upper := [form for form in forms if form != form.lower()]:
                table.fail("expected lower case", (*here, language), upper)
            terms.append(ForeignTerm(language, forms, japanese))
    return tuple(terms)
