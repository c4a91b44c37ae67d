"""Text by language: what of an answer is the plans' Japanese, what its reader's own language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_OPENING, _CLOSING = "「", "」"
_KANA = re.compile(r"[\u3041-\u30ff]")
_GLOSS_OR_BLANK = re.compile(r"〈[^〉]*〉|\s")


@dataclass(frozen=True, slots=True)
class Run:
    """Signs in one language: Japanese, or the language of the answer."""

    text: str
    is_japanese: bool


Words = tuple[Run, ...]


def plain(words: Words) -> str:
    """The words without their languages."""
    return "".join(run.text for run in words)


def squashed(text: str) -> str:
    """Without glosses and white space: what a text and its やさしい日本語 have in common."""
    return _GLOSS_OR_BLANK.sub("", text)


def in_languages(lines: Iterable[str], lang: str) -> tuple[Words, ...]:
    """Each line as runs. In a foreign answer Japanese stands in 「 」, which may span lines; a line
    with kana outside of them is Japanese as a whole.
    """
    if lang.startswith("ja"):
        return tuple((Run(line, True),) for line in lines)
    depth, told = 0, []
    for line in lines:
        pieces = list(_pieces(line, depth))
        depth = max(0, depth + line.count(_OPENING) - line.count(_CLOSING))
        if any(not quoted and _KANA.search(text) for text, quoted in pieces):
            pieces = [(line, True)]
        told.append(tuple(Run(text, quoted) for text, quoted in pieces))
    return tuple(told)


def _pieces(line: str, depth: int) -> Iterator[tuple[str, bool]]:
    """Stretches of a line with whether they are quoted; `depth` quotes were open before it."""
    begun = 0
    for at, sign in enumerate(line):
        if sign == _OPENING:
            if depth == 0 and at > begun:
                yield line[begun:at], False
                begun = at
            depth += 1
        elif sign == _CLOSING and depth:
            depth -= 1
            if depth == 0:
                yield line[begun : at + 1], True
                begun = at + 1
    if begun < len(line):
        yield line[begun:], depth > 0
