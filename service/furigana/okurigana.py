"""A word's reading parted among its kanji: 取り組み is 取(と)り組(く)み."""

from __future__ import annotations

import re
from functools import lru_cache

import jaconv

from service.furigana.piece import KANJI, Piece

# Figures are read with the kanji behind them, 1日 as ついたち; ケ between kanji is か or が.
_KANJI = rf"[0-9０-９]*{KANJI}+(?:[ヶヵケ]{KANJI}+)*"
_RUN = re.compile(rf"(?P<kanji>{_KANJI})|(?:(?!{_KANJI}).)+", re.S)
_WORDS_KEPT = 20_000


@lru_cache(_WORDS_KEPT)
def parted(surface: str, reading: str) -> tuple[Piece, ...]:
    """Pieces of the word, a reading over each run of kanji, none over kana.

    reading  hiragana of the whole word. Where it cannot be parted in just one way, the word is one
             piece without a reading.
    """
    runs = list(_RUN.finditer(surface))
    eager, lazy = (
        re.fullmatch("".join(_pattern(run, some) for run in runs), reading)
        for some in ("(.+)", "(.+?)")
    )
    if eager is None or lazy is None or eager.groups() != lazy.groups():
        return (Piece(surface),)
    readings = iter(eager.groups())
    return tuple(Piece(run.group(), next(readings) if run["kanji"] else None) for run in runs)


def _pattern(run: re.Match[str], some: str) -> str:
    return some if run["kanji"] else re.escape(jaconv.kata2hira(run.group()))
