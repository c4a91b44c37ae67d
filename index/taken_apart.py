"""What a search makes of a question, step by step."""

from __future__ import annotations

from dataclasses import dataclass

from index.tokens import Piece


@dataclass(frozen=True, slots=True)
class TakenApart:
    """A question on its way to the legs.

    mended   with its slips of the finger mended
    written  with kanji, where it was all in kana: what is searched
    pieces   the words of that
    terms    what the lexical leg looks for: the forms kept, and for a question without kanji the
             trigrams of its readings
    """

    mended: str
    written: str
    pieces: tuple[Piece, ...]
    terms: tuple[str, ...]
