"""One width for what a model and a plan may write in several: ５, ﾈｯﾄ, ㌫."""

from __future__ import annotations

import re
import unicodedata

_KEPT = re.compile(r"[、。「」『』（）・！？〜～①-⑳]+")


def half_width(text: str) -> str:
    """NFKC but for Japanese punctuation and circled numbers, which NFKC would make digits of."""
    end, parts = 0, []
    for kept in _KEPT.finditer(text):
        parts += [unicodedata.normalize("NFKC", text[end : kept.start()]), kept.group()]
        end = kept.end()
    return "".join((*parts, unicodedata.normalize("NFKC", text[end:])))
