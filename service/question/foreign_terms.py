"""Japanese words for the city services a question in another language names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from knowledge.vocabulary import load_foreign_terms

# Written with blanks between words; Korean puts particles onto them.
_SPACED = frozenset({"en", "pt", "es"})
# Short questions in Portuguese and Spanish are easily taken for each other.
_NEAR = {"pt": ("pt", "es"), "es": ("es", "pt")}


def japanese_words(text: str, language: str) -> tuple[str, ...]:
    """Words of official texts for what `text` names, in its order; none that it holds already.

    The longest form that fits a place counts: a certificate of residence is not also a certificate.
    """
    pattern, words = _table(language)
    if pattern is None:
        return ()
    found: dict[str, None] = {}
    for match in pattern.finditer(text.lower()):
        found.update(dict.fromkeys(word for word in words[match.group()] if word not in text))
    return tuple(found)


@cache
def _table(language: str) -> tuple[re.Pattern[str] | None, Mapping[str, tuple[str, ...]]]:
    words: dict[str, tuple[str, ...]] = {}
    for near in reversed(_NEAR.get(language, (language,))):
        for term in load_foreign_terms():
            if term.language == near:
                words.update(dict.fromkeys(term.forms, term.japanese))
    if not words:
        return None, words
    forms = "|".join(map(re.escape, sorted(words, key=lambda form: (-len(form), form))))
    edge = r"\b" if language in _SPACED else ""
    return re.compile(f"{edge}(?:{forms}){edge}"), words
