"""A question's text made plain: one width, nothing invisible, single blanks."""

from __future__ import annotations

import re
import unicodedata

_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
# Letters that show nothing though Unicode calls them letters, marks or symbols: Hangul fillers,
# the combining grapheme joiner, the blank Braille pattern.
_BLANK = frozenset("\u115f\u1160\u3164\uffa0\u034f\u2800\u17b4\u17b5")
_VARIATION = re.compile("[\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
# A letter carries one mark (が, é), two in Vietnamese; more are piled up to hide words.
_PILED_MARKS = re.compile(
    r"([\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]{2})[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]+"
)
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>|<!--.*?-->")

JAPANESE = "ぁ-ゖァ-ヿ一-龥々〆〇、。「」『』・"
_BLANK_BESIDE_JAPANESE = re.compile(rf"(?<=[{JAPANESE}])\s+|\s+(?=[{JAPANESE}])")

_COMMA_AFTER_JAPANESE = re.compile(rf"(?<=[{JAPANESE})]),")


def normalise(text: str) -> str:
    """NFKC without control, bidi, zero-width, tag and private characters; single blanks."""
    visible = []
    for sign in unicodedata.normalize("NFKC", text):
        if sign.isspace():
            visible.append(" ")
        elif unicodedata.category(sign) not in _INVISIBLE and sign not in _BLANK:
            visible.append(sign)
    plain = _PILED_MARKS.sub(r"\1", _VARIATION.sub("", "".join(visible)))
    # Taking characters out may have brought a base and its mark together.
    return " ".join(unicodedata.normalize("NFKC", plain).split())


def strip_markup(text: str) -> str:
    """The text without HTML tags and comments, white space collapsed."""
    return " ".join(_TAG.sub(" ", text).split())


def squeezed(text: str) -> str:
    """The text as rules read it: no blanks beside Japanese characters, 、 for their commas.

    Children and keywords put blanks between words; NFKC turns the comma ， into an ASCII one.
    """
    return _COMMA_AFTER_JAPANESE.sub("、", _BLANK_BESIDE_JAPANESE.sub("", text))
