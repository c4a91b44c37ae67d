"""The words that carry a question, as the index counts words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from knowledge.vocabulary import load_words
from service.question.morphology import Word

_CARRYING = frozenset({"名詞", "動詞", "形容詞", "形状詞"})
_JAPANESE_LISTS = ("formal_nouns", "light_verbs", "asking", "politeness", "plan_words")
_MEANINGFUL = re.compile(r"\w")
_SUFFIXES_KEPT = re.compile(r"[一-龥]")


def content_words(
    long_words: Sequence[Sequence[Word]], language: str, taken: Sequence[tuple[int, int]]
) -> tuple[str, ...]:
    """Forms as `index.tokens` gives them, each once, in order.

    taken  [start, end) ranges whose words are left out: names of cities and plans, years
    """
    found = []
    for word in (word for long in long_words for word in long):
        if any(start < word.end and word.start < end for start, end in taken):
            continue
        if _carries(word) and not is_stop(word, language):
            found.append(word.form)
    return tuple(dict.fromkeys(found))


def is_stop(word: Word, language: str = "ja") -> bool:
    """Whether a word carries no subject of a question."""
    stops = _stop_words(language)
    return word.base in stops or word.surface.lower() in stops


def _carries(word: Word) -> bool:
    if not _MEANINGFUL.search(word.surface):
        return False
    first, second = word.pos[0], word.pos[1]
    if first == "接尾辞":
        return second == "名詞的" and bool(_SUFFIXES_KEPT.search(word.surface))
    if first in ("補助記号", "記号"):
        return word.surface.isalnum()  # Sudachi files Hangul there
    if first == "名詞" and second == "助動詞語幹":
        return False
    if first in ("動詞", "形容詞") and second == "非自立可能" and len(word.base) < 3:
        return False
    return first in _CARRYING


@cache
def _stop_words(language: str) -> frozenset[str]:
    lists = load_words("stop_words")
    names = _JAPANESE_LISTS if language == "ja" else (language,)
    return frozenset(word for name in names for word in lists.get(name, ()))
