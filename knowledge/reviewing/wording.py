"""Text made comparable: width, white space, brackets and marks that differ without a difference."""

from __future__ import annotations

import re
import unicodedata

# Marks that stand inside words without belonging to them: ※ of the glossary, <sup>(\*)</sup>.
_MARKS = re.compile(r"※|<sup>.*?</sup>|\(\\?\*\)")
# NFKC would make digits of them, and numbers of their neighbours.
_CIRCLED = re.compile(r"[①-⑳]")
_SAME = str.maketrans(
    {
        "〜": "~",
        "‐": "-",
        "–": "-",
        "－": "-",
        "〔": "(",
        "〕": ")",
        "、": ",",
        "“": "「",
        "”": "」",
        "『": "「",
        "』": "」",
        "｢": "「",
        "｣": "」",
    }
)
_GROUPING = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_FINAL_PUNCTUATION = re.compile(r"[。.!?？！、,]+$")


def comparable(text: str) -> str:
    """NFKC, lower case, no white space, one kind of comma, dash and quotation mark.

    `２，０００名` becomes `2000名`; `（ＤＸ）` becomes `(dx)`; ※ and asterisk notes are taken out.
    """
    plain = (
        unicodedata.normalize("NFKC", _CIRCLED.sub("•", _MARKS.sub("", text)))
        .translate(_SAME)
        .lower()
    )
    return _GROUPING.sub("", "".join(plain.split()))


def form_key(form: str) -> str:
    """What two question forms must not share within a plan.

    NFKC, lower case, no white space, no final punctuation; nothing else is set aside, since a
    kanji or a particle may make another question.
    """
    plain = unicodedata.normalize("NFKC", form).lower()
    return _FINAL_PUNCTUATION.sub("", "".join(plain.split()))
