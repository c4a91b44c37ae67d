"""Text to readings, text to ruby."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from markupsafe import Markup

from knowledge.vocabulary import ReviewedReading, load_readings
from service.furigana.glosses import without_glossed
from service.furigana.okurigana import parted
from service.furigana.piece import Piece
from service.furigana.reviewed import ReviewedReadings
from service.furigana.ruby import ruby
from service.furigana.settings import FuriganaSettings
from service.furigana.unbroken import Unbroken, unbroken
from service.furigana.words import Word, words


class Furigana:
    """Reads Japanese texts. Threads may share one."""

    def __init__(
        self,
        reviewed: Iterable[ReviewedReading] | None = None,
        settings: FuriganaSettings | None = None,
    ) -> None:
        """reviewed: entries that beat the dictionary; those of `readings.toml` by default."""
        self._reviewed = ReviewedReadings(load_readings() if reviewed is None else reviewed)
        kept = (settings or FuriganaSettings()).texts_kept
        self._ruby = lru_cache(kept)(lambda text: ruby(self.pieces(text)))

    def pieces(self, text: str) -> tuple[Piece, ...]:
        """The text in pieces; joined they are the text letter for letter, white space too.

        A word that a line break parts is one piece with the break inside.
        """
        whole = unbroken(text)
        if not whole.text:
            return (Piece(text),) if text else ()
        found = self._reviewed.applied(whole.text, list(words(whole.text)))
        read = (piece for word in found for piece in _read(word))
        return without_glossed(tuple(_joined(_broken(text, whole, read))))

    def ruby_html(self, text: str) -> Markup:
        """The text escaped, with <ruby> over kanji whose reading is known. Kept for texts to come.

        For what we say and plans say; what residents write should not be kept.
        """
        return self._ruby(text)


def _read(word: Word) -> tuple[Piece, ...]:
    if word.reading is None:
        return (Piece(word.surface),)
    return parted(word.surface, word.reading)


def _broken(text: str, whole: Unbroken, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces with the text's white space back in its place."""
    at = 0
    done = 0
    for piece in pieces:
        start, end = whole.places[at], whole.places[at + len(piece.text) - 1] + 1
        if start > done:
            yield Piece(text[done:start])
        yield Piece(text[start:end], piece.reading)
        at += len(piece.text)
        done = end
    if done < len(text):
        yield Piece(text[done:])


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces without readings that follow each other as one."""
    plain: list[str] = []
    for piece in pieces:
        if piece.reading is None:
            plain.append(piece.text)
            continue
        if plain:
            yield Piece("".join(plain))
            plain = []
        yield piece
    if plain:
        yield Piece("".join(plain))
