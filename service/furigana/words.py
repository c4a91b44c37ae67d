"""The words of a text and how the dictionary reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import jaconv
import sudachipy

from index.sudachi import morphemes
from service.furigana.piece import HAS_KANJI

# Sudachi takes a reading in brackets into the word, 雲（くも）, and reads figures letter by letter.
_PART = re.compile(
    r"(?P<digits>[0-9０-９.,．，]+)|(?P<bracket>[（(].*)|(?:(?![0-9０-９（(]).)+", re.S
)
_KANA = re.compile(r"[ァ-ヺー]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word at `start` of its text; its reading in hiragana, None for none."""

    start: int
    surface: str
    reading: str | None

    @property
    def end(self) -> int:
        """Where the next word begins."""
        return self.start + len(self.surface)


def words(text: str) -> Iterator[Word]:
    """The words in order; together they are the text. Those without kanji have no reading."""
    start = 0
    # Middle units: 市役所 and 情報化 are one word, 公共施設予約 is three. Readings are the same in
    # every mode.
    for morpheme in morphemes(text, sudachipy.SplitMode.B):
        surface = morpheme.surface()
        reading = morpheme.reading_form()
        known = HAS_KANJI.search(surface) and _KANA.fullmatch(reading)
        yield from _parts(Word(start, surface, jaconv.kata2hira(reading) if known else None))
        start += len(surface)


def _parts(word: Word) -> Iterator[Word]:
    """The word itself, or the parts of one that holds figures or a bracket."""
    parts = list(_PART.finditer(word.surface))
    if len(parts) < 2:
        yield word
        return
    figures = any(part["digits"] for part in parts)
    for part in parts:
        unknown = figures or part["bracket"]
        yield Word(word.start + part.start(), part.group(), None if unknown else word.reading)
