"""やさしい日本語: a gloss behind a term at its first use, each sentence on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import sudachipy

from index.sudachi import morphemes
from knowledge.vocabulary import load_easy_glosses

EASY = "ja-easy"
_OPENING, _CLOSING = "「『（〈【", "」』）〉】"
_SENTENCE_END = re.compile(r"。(?=[^\n])")
# What makes one word of its neighbour: 検討 inside 検討委員会 is another thing.
_COMPOUNDING = frozenset({"名詞", "接頭辞", "接尾辞"})


def glossed(text: str, at_most: int, chars: int) -> str:
    """The text with glosses in 〈 〉 and a line for each sentence; what stands in brackets stays.

    at_most  glosses added
    chars    length the text may grow to
    """
    free = _outside_brackets(text)
    ends = [found.end() for found in _SENTENCE_END.finditer(text) if found.start() in free]
    # A line break costs a character too.
    room = chars - len(text) - len(ends)
    added = dict.fromkeys(ends, "\n") if room >= 0 else {}
    room, count = max(room, 0), 0
    for term, end in _terms(text, free):
        gloss = f"〈{load_easy_glosses()[term]}〉"
        if count < at_most and len(gloss) <= room:
            added[end] = gloss + added.get(end, "")
            room, count = room - len(gloss), count + 1
    for end, more in sorted(added.items(), reverse=True):
        text = text[:end] + more + text[end:]
    return text


def _terms(text: str, free: frozenset[int]) -> Iterator[tuple[str, int]]:
    """Each term that stands as a word of its own, once, in order, with the offset of its end."""
    words = list(morphemes(text, sudachipy.SplitMode.C))
    kinds = {word.begin(): word.part_of_speech() for word in words}
    before = {word.end(): word.part_of_speech() for word in words}
    seen = {term for term in load_easy_glosses() if f"{term}〈" in text}
    for found in _pattern().finditer(text):
        start, end, term = found.start(), found.end(), found.group()
        if term in seen or start not in free or start not in kinds or end not in before:
            continue
        if _joins(before.get(start)) or _joins(kinds.get(end)):
            continue
        seen.add(term)
        yield term, end


def _joins(kind: tuple[str, ...] | None) -> bool:
    return kind is not None and kind[0] in _COMPOUNDING


def _outside_brackets(text: str) -> frozenset[int]:
    free, depth = set(), 0
    for at, sign in enumerate(text):
        depth += sign in _OPENING
        if depth == 0:
            free.add(at)
        depth = max(0, depth - (sign in _CLOSING))
    return frozenset(free)


@cache
def _pattern() -> re.Pattern[str]:
    # The longest first: 重点施策 is not also 施策.
    terms = sorted(load_easy_glosses(), key=lambda term: (-len(term), term))
    return re.compile("|".join(map(re.escape, terms)))
