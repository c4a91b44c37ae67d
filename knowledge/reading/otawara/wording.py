"""Mending as this style needs it: ※ marks out of words, commas inside numbers kept."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.mending import join_lines, mend

_DIGIT_COMMA = re.compile(r"(?<=[0-9０-９])，(?=[0-9０-９])")
_SENTENCE_END = re.compile(r"[。！？][」』）)]*$|。）$")
_SIGNS = str.maketrans({"※": None, "｣": "」", "｢": "「"})


def readable(lines: Iterable[str]) -> str:
    """Mended text; a ※ only says that the glossary explains the word, so it goes."""
    return mend([_DIGIT_COMMA.sub(",", join_lines(lines)).translate(_SIGNS)])


def ends_sentence(line: str, text: str) -> bool:
    """Whether running text may end after `line`, the last line of `text`.

    A bracket that stands after a full stop (…です。（全国は…）) ends its sentence as well.
    """
    if _SENTENCE_END.search(line):
        return text.count("（") == text.count("）") or line.endswith("。")
    return line.endswith("）") and "。（" in text and text.count("（") == text.count("）")


def width(text: str) -> float:
    """Printed width in full-width characters: an ASCII character counts a half."""
    return sum(0.5 if character.isascii() else 1.0 for character in text)
