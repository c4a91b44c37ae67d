"""An answer cut into the sentences that are judged one by one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_OPENING, _CLOSING = "「『（〈【〔(", "」』）〉】〕)"
_ENDS = "。！？"  # wherever they stand
_LATIN_ENDS = ".!?"  # before a blank only: 3.5 and addresses go on
_SHORT = re.compile(r"(?:\b[A-Za-z]|\b(?:No|Nos|pp|Vol|Fig|etc|vs|Mr|Ms|Dr|Inc|Ltd|núm|pág))\.$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an answer.

    number      1, 2, ... from the start of the answer: the same text is always cut alike
    start, end  [start, end) in the answer; white space stands between sentences
    """

    number: int
    start: int
    end: int
    text: str


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """The sentences of an answer in any of the languages, in order; every line ends one.

    What stands in brackets or quotation marks is not cut; a bracket left open ends with its line.
    """
    found: list[Sentence] = []
    begun = 0
    for line in text.splitlines(keepends=True):
        for end in _ends(line):
            start, stop = begun, begun + end
            piece = text[start:stop]
            begun = stop
            if bare := piece.strip():
                at = start + piece.index(bare)
                found.append(Sentence(len(found) + 1, at, at + len(bare), bare))
    return tuple(found)


def _ends(line: str) -> list[int]:
    """Lengths of the pieces of a line, each from the end of the last; they cover the line."""
    cuts = [0]
    depth = 0
    for at, sign in enumerate(line):
        depth = max(0, depth + (sign in _OPENING) - (sign in _CLOSING))
        if depth == 0 and _is_end(line, at):
            cuts.append(at + 1)
    if cuts[-1] < len(line):
        cuts.append(len(line))
    return [after - before for before, after in pairwise(cuts)]


def _is_end(line: str, at: int) -> bool:
    sign, following = line[at], line[at + 1 : at + 2]
    if following and following in _ENDS + _LATIN_ENDS:
        return False  # 本当？！
    if sign in _ENDS:
        return True
    if sign not in _LATIN_ENDS or following.strip():
        return False
    after = line[at + 1 :].strip()[:1]
    goes_on = after.isdigit() or (after.isascii() and after.islower())
    return not goes_on and not (sign == "." and _SHORT.search(line[: at + 1]))
