"""Cut Japanese text into sentences and clauses, leaving what stands in 「」 whole."""

from __future__ import annotations

from collections.abc import Iterator

_SENTENCE_ENDS = "。！？!?\n"
_CLAUSE_ENDS = "、，,；;"
_OPENING, _CLOSING = "「『", "」』"


def sentences(text: str) -> Iterator[str]:
    """The sentences with their final marks, blank ones left out."""
    return _cut(text, _SENTENCE_ENDS)


def clauses(sentence: str) -> Iterator[str]:
    """The clauses with their commas, blank ones left out."""
    return _cut(sentence, _CLAUSE_ENDS)


def _cut(text: str, ends: str) -> Iterator[str]:
    start = depth = 0
    for at, sign in enumerate(text):
        depth += (sign in _OPENING) - (sign in _CLOSING)
        depth = max(depth, 0)
        # A line that ends ends its quotation too: one missing bracket must not hide the rest.
        if sign == "\n":
            depth = 0
        if depth == 0 and sign in ends:
            if piece := text[start : at + 1].strip():
                yield piece
            start = at + 1
    if piece := text[start:].strip():
        yield piece
