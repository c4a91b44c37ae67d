"""Words as the lexical leg counts them: one tokenizer for building, asking and evaluating."""

from __future__ import annotations

import threading
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version

import jaconv
import sudachipy

# Words that bind other words and carry no content of their own.
_DROPPED_CLASSES = frozenset({"助詞", "助動詞", "空白"})
# Sudachi files letters of scripts it does not know (Hangul) under signs as well, so a sign is only
# dropped when it holds no letter or digit.
_SIGN_CLASSES = frozenset({"補助記号", "記号"})
# Sudachi refuses inputs over 49,149 bytes of UTF-8; a character takes four at most.
_PIECE_CHARS = 12_000
_DICTIONARY = "core"


def normalise(text: str) -> str:
    """NFKC, so that full and half width and ligatures are one, and lower case."""
    return unicodedata.normalize("NFKC", text).casefold()


def dictionary_version() -> str:
    """Which dictionary the tokens come from; an index made with another one is another index."""
    return f"sudachidict-{_DICTIONARY} {version(f'sudachidict-{_DICTIONARY}')}"


@cache
def _dictionary() -> sudachipy.Dictionary:
    return sudachipy.Dictionary(dict=_DICTIONARY)


class Tokenizer:
    """Sudachi in its shortest units (mode A), normalised forms, content words only.

    Mode A cuts 住民票 into 住民 and 票, so that 住民情報 and 票 are found by their parts. Normalised
    forms make 引越し and ひっこし one word (引っ越し), numerals Arabic and many loan words katakana;
    hiragana left over is folded to katakana. Safe to share between threads.
    """

    def __init__(self) -> None:
        self._own = threading.local()

    def tokens(self, text: str) -> tuple[str, ...]:
        """The content words of a text in reading order, repeated as often as they stand there."""
        sudachi = self._sudachi()
        found = []
        for piece in _pieces(normalise(text)):
            for morpheme in sudachi.tokenize(piece):
                word_class = morpheme.part_of_speech()[0]
                if word_class in _DROPPED_CLASSES:
                    continue
                if word_class in _SIGN_CLASSES and not any(map(str.isalnum, morpheme.surface())):
                    continue
                found.append(jaconv.hira2kata(morpheme.normalized_form().casefold()))
        return tuple(found)

    def _sudachi(self) -> sudachipy.Tokenizer:
        """One Sudachi tokenizer a thread: it keeps state while it works; the dictionary is one."""
        mine: sudachipy.Tokenizer | None = getattr(self._own, "sudachi", None)
        if mine is None:
            mine = self._own.sudachi = _dictionary().tokenizer(mode=sudachipy.SplitMode.A)
        return mine


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces short enough for Sudachi, cut after a sentence or line where possible."""
    start = 0
    while len(text) - start > _PIECE_CHARS:
        end = start + _PIECE_CHARS
        cut = max(text.rfind("。", start, end), text.rfind("\n", start, end), text.rfind(" ", start, end))
        end = cut + 1 if cut > start else end
        yield text[start:end]
        start = end
    yield text[start:]
