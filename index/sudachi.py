"""Sudachi: one dictionary a process, one tokenizer a thread, texts of any length."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version

import sudachipy

_DICTIONARY = "core"
# Sudachi refuses inputs over 49,149 bytes of UTF-8; a character takes four at most.
_PIECE_CHARS = 12_000

_own = threading.local()


def dictionary_version() -> str:
    """Which dictionary the tokens come from; an index made with another one is another index."""
    return f"sudachidict-{_DICTIONARY} {version(f'sudachidict-{_DICTIONARY}')}"


def morphemes(text: str, mode: sudachipy.SplitMode) -> Iterator[sudachipy.Morpheme]:
    """The words of a text in units of a mode; safe to call from several threads.

    Their offsets count from the text's beginning up to 12,000 characters, then from a later cut.
    """
    sudachi = _tokenizer(mode)
    for piece in _pieces(text):
        yield from sudachi.tokenize(piece)


@cache
def _dictionary() -> sudachipy.Dictionary:
    """The one dictionary of this process: it takes some 80 MB of memory once it is used."""
    return sudachipy.Dictionary(dict=_DICTIONARY)


def _tokenizer(mode: sudachipy.SplitMode) -> sudachipy.Tokenizer:
    """One a thread and mode: it keeps state while it works. Modes have no hash, but a name."""
    mine: dict[str, sudachipy.Tokenizer] = _own.__dict__.setdefault("tokenizers", {})
    if str(mode) not in mine:
        mine[str(mode)] = _dictionary().tokenizer(mode=mode)
    return mine[str(mode)]


def _pieces(text: str) -> Iterator[str]:
    """The text in pieces short enough for Sudachi, cut after a sentence or line where possible."""
    start = 0
    while len(text) - start > _PIECE_CHARS:
        end = start + _PIECE_CHARS
        cut = max(text.rfind(mark, start, end) for mark in ("。", "\n", " "))
        end = cut + 1 if cut > start else end
        yield text[start:end]
        start = end
    yield text[start:]
