"""English names whose blanks got misplaced: `C om m unication`, `SocialNetw orking`."""

from __future__ import annotations

import re
from collections.abc import Iterable

_RUN = re.compile(r"[A-Za-z]+(?: +[A-Za-z]+)+")
# Words that begin small inside a capitalised English name; any other small piece is the rest of
# the word before it.
_SMALL_WORDS = frozenset({"a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "the", "to"})
_MISSING_BLANK = re.compile(r"(?<=[a-z])(?=[A-Z])")


def mend_latin(text: str, abbreviations: Iterable[str]) -> str:
    """`text` with the blanks of English names put right, where that is certain.

    Certain means: the initials of the mended name spell one of `abbreviations` (SaaS counts its
    small words, ICT does not). Any other run of Latin letters stays as it is.
    """
    known = {name.casefold() for name in abbreviations}

    def mended(match: re.Match[str]) -> str:
        words: list[str] = []
        for piece in _MISSING_BLANK.sub(" ", match[0]).split():
            if words and piece[0].islower() and piece not in _SMALL_WORDS:
                words[-1] += piece
            else:
                words.append(piece)
        every = "".join(word[0] for word in words).casefold()
        capital = "".join(word[0] for word in words if word[0].isupper()).casefold()
        return " ".join(words) if known & {every, capital} else match[0]

    return _RUN.sub(mended, text)
