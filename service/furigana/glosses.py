"""Words whose reading the text itself gives: 取手（とりで） needs no ruby."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.furigana.piece import Piece

_GLOSS = re.compile(r"[（(〈]([ぁ-ゖー]+)[）)〉]")


def without_glossed(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces; those that a bracket behind them reads just so lose their reading."""
    found = list(pieces)
    text = "".join(piece.text for piece in found)
    end = 0
    for index, piece in enumerate(found):
        end += len(piece.text)
        gloss = _GLOSS.match(text, end)
        if gloss is None:
            continue
        said, first = "", index + 1
        while first > 0 and len(said) < len(gloss[1]):
            first -= 1
            said = (found[first].reading or found[first].text) + said
        if said == gloss[1]:
            for at in range(first, index + 1):
                found[at] = Piece(found[at].text)
    return tuple(found)
