"""Slips of the finger in katakana words, mended by the words of the plans.

ブランドメセージ is one letter away from a word of the plans and is none itself; コンビ二 ends in
the kanji for two. Only long words are mended, and only to one that the texts hold: what a resident
means by a word that the plans do not know is never guessed from far.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from index.settings import SpellingSettings

# Kanji, and dashes, that look like katakana.
_LOOKALIKES = str.maketrans("二口力夕卜工八一―‐", "ニロカタトエハーーー")
_WORD = re.compile(r"[ァ-ヺー]+")
_LIKE_A_WORD = re.compile(r"[ァ-ヺー二口力夕卜工八一―‐]*[ァ-ヺー]{2}[ァ-ヺー二口力夕卜工八一―‐]*")
_LONG_VOWEL = "ー"


class Spelling:
    """Knows the katakana words of texts; immutable, safe to share."""

    def __init__(self, texts: Iterable[str], settings: SpellingSettings) -> None:
        self._settings = settings
        # アイ・オー・ティー is typed without its dots as well.
        self._words = frozenset(
            word for text in texts for word in _WORD.findall(text) + _WORD.findall(_undotted(text))
        )
        self._long = sorted(word for word in self._words if len(word) >= settings.shortest)

    def mended(self, text: str) -> str:
        """The text with each misspelt word as the plans have it; the rest stays as it is."""
        return _WORD.sub(self._nearest, _LIKE_A_WORD.sub(self._unlike, text))

    def _unlike(self, found: re.Match[str]) -> str:
        as_katakana = found.group().translate(_LOOKALIKES)
        return as_katakana if as_katakana in self._words else found.group()

    def _nearest(self, found: re.Match[str]) -> str:
        word, settings = found.group(), self._settings
        # A part of a longer word is a word as well: ネット of ネットワーク.
        if len(word) < settings.shortest or any(word in known for known in self._long):
            return word
        slips = 2 if len(word) >= settings.two_slips_from else 1
        near = process.extract(
            word, self._long, scorer=DamerauLevenshtein.distance, score_cutoff=slips, limit=2
        )
        if not near or (len(near) == 2 and near[0][1] == near[1][1]):
            return word
        # コンピューター is no slip: both spellings are right, and Sudachi knows them as one.
        same = near[0][0].rstrip(_LONG_VOWEL) == word.rstrip(_LONG_VOWEL)
        return word if same else str(near[0][0])


def _undotted(text: str) -> str:
    return text.replace("・", "")
