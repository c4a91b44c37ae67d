"""A text without the line breaks that part its words, and the way back."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from service.furigana.piece import KANJI
from service.furigana.words import words

_LETTER = rf"(?:{KANJI}|[ぁ-ゖァ-ヺー])"
_GAP = re.compile(rf"(?<={_LETTER})\s+(?={_LETTER})")


@dataclass(frozen=True, slots=True)
class Unbroken:
    """A text to look words up in.

    places   for each of its characters, the offset in the text as given
    """

    text: str
    places: tuple[int, ...]


def unbroken(text: str) -> Unbroken:
    """The text without white space inside words: printed lines end anywhere, 情 and 報 are one.

    A blank is taken out only where a word spans it: 国 県 are two words, and so they are read.
    """
    gaps = [gap.span() for gap in _GAP.finditer(text)]
    if not gaps:
        return Unbroken(text, tuple(range(len(text))))
    joined = _without(text, gaps)
    if any("\n" not in text[start:end] for start, end in gaps):
        ends = {joined.places[word.end - 1] + 1 for word in words(joined.text)}
        joined = _without(text, [gap for gap in gaps if _inside_word(text, gap, ends)])
    return joined


def _inside_word(text: str, gap: tuple[int, int], ends: Container[int]) -> bool:
    start, end = gap
    return "\n" in text[start:end] or start not in ends


def _without(text: str, gaps: list[tuple[int, int]]) -> Unbroken:
    kept: list[int] = []
    done = 0
    for start, end in gaps:
        kept.extend(range(done, start))
        done = end
    kept.extend(range(done, len(text)))
    return Unbroken("".join([text[at] for at in kept]), tuple(kept))
