"""Words as the lexical leg counts them: one tokenizer for building, asking and evaluating."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import jaconv
import sudachipy

from index.sudachi import morphemes

# Words that bind other words and carry no content of their own.
_DROPPED_CLASSES = frozenset({"助詞", "助動詞", "空白"})
# Sudachi files letters of scripts it does not know (Hangul) under signs as well, so a sign is only
# dropped when it holds no letter or digit.
_SIGN_CLASSES = frozenset({"補助記号", "記号"})
_KANJI = re.compile(r"[\u3400-\u9fff々]")
_KANA = re.compile(r"[\u3041-\u30fa]")
_READING_GRAM = 3  # characters; 2 and 4 put fewer held-out forms within the first three
_READING_MARK = "読:"  # no word begins so: readings and words never match each other


def normalise(text: str) -> str:
    """NFKC, so that full and half width and ligatures are one, and lower case."""
    return unicodedata.normalize("NFKC", text).casefold()


def has_kanji(text: str) -> bool:
    """Whether any character is a kanji."""
    return _KANJI.search(text) is not None


@dataclass(frozen=True, slots=True)
class Piece:
    """A word of a text as it stands there.

    form     what it counts as
    reading  in katakana
    is_kept  False where it carries no content and is not searched
    """

    surface: str
    form: str
    reading: str
    is_kept: bool


class Tokenizer:
    """Sudachi in its shortest units (mode A), normalised forms, content words only.

    Mode A cuts 住民票 into 住民 and 票, so that 住民情報 and 票 are found by their parts.
    Normalised forms make 引越し and 引っ越し one word, numerals Arabic and many loan
    words katakana; hiragana left over is folded to katakana. Safe to share between threads.
    """

    def tokens(self, text: str) -> tuple[str, ...]:
        """The content words of a text in reading order, repeated as often as they stand there."""
        return tuple(_word(morpheme) for morpheme in self._content(text))

    def document_terms(self, text: str) -> tuple[str, ...]:
        """Words, then the trigrams of their readings run together: じゅうみんひょう meets 住民票.

        Sudachi cuts kana without kanji in odd places; over the joined readings that does not
        matter.
        """
        content = self._content(text)
        return (*map(_word, content), *_reading_trigrams(content))

    def question_terms(self, text: str) -> tuple[str, ...]:
        """Words; for a question without any kanji the reading trigrams too.

        A question with kanji says by its kanji which of several homophones it means: with trigrams
        of its readings fewer held-out forms had a passage of their place first.
        """
        content = self._content(text)
        words = tuple(map(_word, content))
        if has_kanji(text) or not _KANA.search(unicodedata.normalize("NFKC", text)):
            return words
        return (*words, *_reading_trigrams(content))

    def pieces(self, text: str) -> tuple[Piece, ...]:
        """Every word of a text in reading order, those that are dropped too; blanks left out."""
        return tuple(
            Piece(
                one.surface(),
                _word(one),
                str(jaconv.hira2kata(one.reading_form())),
                _carries_content(one),
            )
            for one in morphemes(normalise(text), sudachipy.SplitMode.A)
            if one.surface().strip()
        )

    def _content(self, text: str) -> list[sudachipy.Morpheme]:
        return [
            morpheme
            for morpheme in morphemes(normalise(text), sudachipy.SplitMode.A)
            if _carries_content(morpheme)
        ]


def _carries_content(morpheme: sudachipy.Morpheme) -> bool:
    word_class = morpheme.part_of_speech()[0]
    if word_class in _SIGN_CLASSES:
        return any(map(str.isalnum, morpheme.surface()))
    return word_class not in _DROPPED_CLASSES


def _word(morpheme: sudachipy.Morpheme) -> str:
    return str(jaconv.hira2kata(morpheme.normalized_form().casefold()))


def _reading_trigrams(content: list[sudachipy.Morpheme]) -> Iterator[str]:
    readings = (
        jaconv.hira2kata(morpheme.reading_form())
        for morpheme in content
        if morpheme.part_of_speech()[0] not in _SIGN_CLASSES
    )
    joined = "".join(reading for reading in readings if len(reading) > 1)
    for start in range(len(joined) - _READING_GRAM + 1):
        yield _READING_MARK + joined[start : start + _READING_GRAM]
