"""From printed lines to readable text: lines joined, letters and digits of one width.

Mended text is for reading and searching. Quotes never pass through here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

# Only letters, digits and signs that belong to numbers change width: NFKC on whole text would also
# turn the brackets and commas of Japanese prose into ASCII, which reads badly.
_FULL = (
    "０１２３４５６７８９"
    "ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ"
    "ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ"
    "％．－＋＆／"
)
_HALF = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz%.-+&/"
_WIDTH = str.maketrans(_FULL, _HALF) | str.maketrans({"，": "、", "､": "、", "･": "・", "　": " "})

_WORD_END = re.compile(r"[A-Za-z0-9]$")
_WORD_START = re.compile(r"[A-Za-z0-9]")


def one_width(text: str) -> str:
    """Letters and digits in half width, the Japanese comma as 、; everything else unchanged."""
    return text.translate(_WIDTH)


def join_lines(lines: Iterable[str]) -> str:
    """Join broken lines: nothing between Japanese, one blank between two Latin words."""
    joined = ""
    for line in lines:
        piece = " ".join(line.split())
        if joined and _WORD_END.search(joined) and _WORD_START.match(piece):
            joined += " "
        joined += piece
    return joined


_BLANK_BESIDE_JAPANESE = re.compile(r"(?<=[^\x00-\x7f]) +| +(?=[^\x00-\x7f])")


def mend(lines: Iterable[str]) -> str:
    """`one_width` of the joined lines, without blanks set between Japanese and Latin letters."""
    return _BLANK_BESIDE_JAPANESE.sub("", one_width(join_lines(lines)))
