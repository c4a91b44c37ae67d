"""Words of official texts for the words a resident used, from the reviewed table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from knowledge.vocabulary import load_synonyms
from service.question.morphology import words
from service.question.normalisation import normalise

_KATAKANA = "ァ-ヺー"


@dataclass(frozen=True, slots=True)
class Meaning:
    """A word of a question and the words that mean the same, each as its forms in the index.

    others  one set for each synonym: all forms of one of them say what `forms` say
    """

    forms: frozenset[str]
    others: tuple[frozenset[str], ...]


def meanings(text: str) -> tuple[Meaning, ...]:
    """The words of a text that have synonyms, in order.

    The longest word that fits a place counts: 電子メール is not also メール. Single kanji and words
    inside longer katakana or Latin words do not count.
    """
    pattern, groups = _table()
    return tuple(
        Meaning(
            forms_of(match.group()),
            tuple(forms_of(word) for group in groups[match.group()] for word in group),
        )
        for match in pattern.finditer(normalise(text).lower())
    )


@lru_cache(maxsize=4096)
def forms_of(word: str) -> frozenset[str]:
    """The forms of a word in the index."""
    return frozenset(short.form for long in words(word) for short in long if short.form.strip())


@cache
def _table() -> tuple[re.Pattern[str], dict[str, tuple[tuple[str, ...], ...]]]:
    groups: dict[str, list[tuple[str, ...]]] = {}
    for group in load_synonyms():
        for word in group:
            key = normalise(word).lower()
            if len(key) > 1:
                groups.setdefault(key, []).append(group)
    # By first character: Python tries every alternative at every place of the text otherwise.
    by_first: dict[str, list[str]] = {}
    for word in sorted(groups, key=lambda word: (-len(word), word)):
        by_first.setdefault(word[0], []).append(_guarded(word[1:], word))
    parts = (
        f"{_opening(sign)}{re.escape(sign)}(?:{'|'.join(rest)})" for sign, rest in by_first.items()
    )
    return re.compile("|".join(parts)), {word: tuple(own) for word, own in groups.items()}


def _opening(sign: str) -> str:
    if re.match(r"[a-z0-9]", sign):
        return r"(?<![a-z0-9])"
    return f"(?<![{_KATAKANA}])" if re.match(f"[{_KATAKANA}]", sign) else ""


def _guarded(rest: str, word: str) -> str:
    if re.search(r"[a-z0-9]$", word):
        return re.escape(rest) + r"(?![a-z0-9])"
    if re.search(f"[{_KATAKANA}]$", word):
        return re.escape(rest) + f"(?![{_KATAKANA}])"
    return re.escape(rest)
