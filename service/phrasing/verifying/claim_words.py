"""The words by which a clause claims something, each with whether it is negated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from knowledge.vocabulary import load_words
from service.question.morphology import Word, words

_CLAIMING = frozenset(
    {"名詞", "動詞", "形容詞", "形状詞", "副詞", "接頭辞", "感動詞", "連体詞", "接尾辞"}
)
# Counters and 的, 化, さ go with their noun; a suffix in kanji may be a claim (課, 者, 前).
_SILENT_SUFFIXES = frozenset({"助数詞", "形状詞的", "動詞的", "形容詞的"})


@dataclass(frozen=True, slots=True)
class ClaimWord:
    """A word as claimed: `form` as the index counts words, `base` as Sudachi writes it."""

    form: str
    base: str
    surface: str
    is_name: bool
    is_hedge: bool
    negated: bool = False


def claim_words(text: str, before: tuple[ClaimWord, ...] = ()) -> tuple[ClaimWord, ...]:
    """The claiming words of a clause, in order; `before` is what its sentence claims before it.

    A negation belongs to the claiming word before it; two undo each other (なければならない).
    """
    found = list(before)
    negated_next = False
    for word in (short for long in words(text) for short in long):
        if _negates(word):
            if found:
                found[-1] = replace(found[-1], negated=not found[-1].negated)
        elif word.pos[0] == "接頭辞" and word.base in _list("negating_prefixes"):
            negated_next = True
        elif _claims(word):
            found.append(_claim_word(word, negated_next))
            negated_next = False
    return tuple(found)


def forms(found: Iterable[ClaimWord]) -> frozenset[str]:
    """The forms of claiming words."""
    return frozenset(word.form for word in found)


def _claim_word(word: Word, negated: bool) -> ClaimWord:
    return ClaimWord(
        word.form,
        word.base,
        word.surface,
        word.pos[1] == "固有名詞",
        word.base in _list("hedges"),
        negated,
    )


def _negates(word: Word) -> bool:
    if word.base not in _list("negations"):
        return False
    # 「なし」 is a noun, 「ない」 an adjective or auxiliary; 「のみならず」 one particle.
    return word.pos[0] in ("助動詞", "形容詞", "名詞", "接尾辞", "助詞")


def _claims(word: Word) -> bool:
    first, second, third = word.pos[0], word.pos[1], word.pos[2]
    if first not in _CLAIMING or not any(sign.isalnum() for sign in word.surface):
        return False
    if first == "接尾辞" and (second in _SILENT_SUFFIXES or third in _SILENT_SUFFIXES):
        return False
    if first == "名詞" and (second == "助動詞語幹" or word.surface.isdigit()):
        return False
    # する, いる and their like carry nothing; できる does.
    if first in ("動詞", "形容詞") and second == "非自立可能" and word.base != "出来る":
        return word.base not in _list("claimless") and len(word.base) > 2
    return word.base not in _list("claimless")


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(load_words("phrasing")[name])
