"""A question as someone types it who writes no kanji."""

from __future__ import annotations

from random import Random

import jaconv
from sudachipy import SplitMode

from index.sudachi import morphemes

_UNREAD = frozenset({"補助記号", "空白", "記号"})
# Share of words after which such writers leave a space.
_SPACE_SHARE = 0.3


class Kana:
    """Reads text aloud by Sudachi's readings, in hiragana."""

    def written(self, text: str, chance: Random) -> str:
        """The text in hiragana with spaces here and there; signs and Latin letters stay."""
        written = ""
        for word in morphemes(text, SplitMode.C):
            reading = word.reading_form()
            stays = word.part_of_speech()[0] in _UNREAD or word.surface().isascii() or not reading
            written += word.surface() if stays else jaconv.kata2hira(reading)
            written += " " if chance.random() < _SPACE_SHARE else ""
        return " ".join(written.split())
