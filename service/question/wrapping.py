"""A question without the polite phrases round it and without names, for the search."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from knowledge.vocabulary import load_words

# Fewer characters than this are no question any more: the phrase was the question.
_LEAST_CHARS = 2
_LEFT_HANGING = re.compile(
    r"^\s?(?:役所)?\s?(?:の(?!で)|における|では|は(?=、)|-|'s\b|city\b)\s?", re.IGNORECASE
)
_PREPOSITION = re.compile(
    r"\b(?:in|of|for|at|by|from|to|em|en|de|do|da)\s+(?:the\s+)?$", re.IGNORECASE
)
_JOINING = re.compile(
    r"\s?(?:の(?:計画|方|ほう|もの))?\s?(?:と|や|から|・|、|,|&|対|vs\.?|and|和|与|と、|와|과|e|y)\s?",
    re.IGNORECASE,
)
_EMPTY_BRACKETS = re.compile(r"[(\[「『]\s*[)\]」』]")
_SPACE_BEFORE_SIGN = re.compile(r"\s+(?=[?!:,.])")


def core(text: str) -> tuple[int, int]:
    """Where the question itself stands: [start, end) without the phrases round it, never empty.

    すみません、 before it and を教えてください after it are such phrases.
    """
    opening, closing = _patterns()
    start, end = 0, len(text)
    while (found := opening.match(text, start, end)) and end - found.end() >= _LEAST_CHARS:
        start = found.end()
    while (found := closing.search(text, start, end)) and found.start() - start >= _LEAST_CHARS:
        end = found.start()
    return start, end


def without(text: str, ranges: Sequence[tuple[int, int]]) -> str:
    """The text without some ranges, and without the の, prepositions or brackets left hanging.

    Ranges with nothing but a joining と, や or comma between them go as one.
    """
    for start, end in sorted(_joined(text, ranges), reverse=True):
        before, after = text[:start], text[end:]
        if text[start:end].isascii():
            before = _PREPOSITION.sub("", before)
        text = f"{before} {_LEFT_HANGING.sub('', after)}"
    text = _SPACE_BEFORE_SIGN.sub("", _EMPTY_BRACKETS.sub(" ", text))
    return " ".join(text.split()).strip("、,: ")


def comparing(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text asks for a comparison, [start, end) in order: どう違いますか, どっちが長い."""
    found = [match.span() for pattern in _comparing() for match in pattern.finditer(text)]
    return tuple(sorted(span for span in found if span[0] < span[1]))


@cache
def _comparing() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(one, re.IGNORECASE) for one in load_words("wrapping")["compare"])


def _joined(text: str, ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    whole: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if whole and _JOINING.fullmatch(text, whole[-1][1], start):
            whole[-1] = (whole[-1][0], end)
        else:
            whole.append((start, end))
    return whole


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    lists = load_words("wrapping")
    start = "|".join(lists["start"])
    end = "|".join(lists["end"])
    return re.compile(f"(?:{start})", re.IGNORECASE), re.compile(f"(?:{end})$", re.IGNORECASE)
