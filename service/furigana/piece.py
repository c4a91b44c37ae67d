"""A stretch of text with its reading, and what counts as kanji."""

from __future__ import annotations

import re
from dataclasses import dataclass

# With the sign of repetition, the closing mark 〆 and the letters of rare names.
KANJI = r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々〆]"
HAS_KANJI = re.compile(KANJI)


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of a text, never none, and their reading in hiragana; None for no ruby."""

    text: str
    reading: str | None = None

    @property
    def unread(self) -> bool:
        """Whether kanji stand here without a reading."""
        return self.reading is None and HAS_KANJI.search(self.text) is not None
