"""The words of a question with their classes, cut by Sudachi."""

from __future__ import annotations

from dataclasses import dataclass

import jaconv
import sudachipy

from index.sudachi import morphemes


@dataclass(frozen=True, slots=True)
class Word:
    """A word: `[start, end)` in the text, Sudachi's word class, its form as the index counts it.

    form  normalised form, lower case, hiragana as katakana: what `index.tokens` gives
    base  normalised form as Sudachi writes it
    """

    start: int
    end: int
    surface: str
    pos: tuple[str, ...]
    form: str
    base: str


def words(text: str) -> tuple[tuple[Word, ...], ...]:
    """The long words of a text (mode C), each as the short words (mode A) it is made of."""
    found = []
    for long in morphemes(text, sudachipy.SplitMode.C):
        # A word without shorter parts is given back as none at all.
        short = tuple(_word(part) for part in long.split(sudachipy.SplitMode.A))
        found.append(short or (_word(long),))
    return tuple(found)


def _word(morpheme: sudachipy.Morpheme) -> Word:
    base = morpheme.normalized_form().casefold()
    return Word(
        morpheme.begin(),
        morpheme.end(),
        morpheme.surface(),
        tuple(morpheme.part_of_speech()),
        jaconv.hira2kata(base),
        base,
    )
