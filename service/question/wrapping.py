"""A question without the polite phrases round it, for the search."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from knowledge.vocabulary import load_words

# Fewer characters than this are no question any more: the phrase was the question.
_LEAST_CHARS = 2


def unwrapped(text: str) -> str:
    """The text without phrases such as 「すみません、」 and 「を教えてください」; never empty."""
    start, end = _patterns()
    bare = _taken_off(start, text)
    bare = _taken_off(end, bare)
    return bare if len(bare) >= _LEAST_CHARS else text


def without(text: str, ranges: Sequence[tuple[int, int]]) -> str:
    """The text without some ranges, and without the の or brackets left hanging by them."""
    for start, end in sorted(ranges, reverse=True):
        after = re.sub(r"^(?:\s?(?:市役所|役所))?(?:の(?!で)|における|では|は(?=、)|-|'s\b|city\b)\s?", "", text[end:])
        text = f"{text[:start]} {after}"
    text = re.sub(r"[(\[「『（]\s*[)\]」』）]", " ", text)
    return " ".join(text.split()).strip("、, ")


def _taken_off(pattern: re.Pattern[str], text: str) -> str:
    while True:
        shorter = pattern.sub("", text, count=1).strip()
        if shorter == text or len(shorter) < _LEAST_CHARS:
            return text
        text = shorter


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lists = load_words("wrapping")
    start = "|".join(lists["start"])
    end = "|".join(lists["end"])
    return re.compile(f"^(?:{start})", re.IGNORECASE), re.compile(f"(?:{end})$", re.IGNORECASE)
