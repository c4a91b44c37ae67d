"""What the furigana tests share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.furigana import Furigana, Piece


@pytest.fixture(scope="session")
def furigana() -> Furigana:
    """With the reviewed readings."""
    return Furigana()


@pytest.fixture(scope="session")
def dictionary_alone() -> Furigana:
    """As Sudachi alone reads."""
    return Furigana(reviewed=())


@pytest.fixture(scope="session")
def read(furigana: Furigana) -> Callable[[str], str]:
    """A text with its readings in brackets: 取(と)り組(く)み."""
    return lambda text: bracketed(furigana.pieces(text))


def bracketed(pieces: tuple[Piece, ...]) -> str:
    return "".join(p.text if p.reading is None else f"{p.text}({p.reading})" for p in pieces)
