"""A reply is short, plain, polite Japanese without markup, addresses or telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from service.phrasing.outcome import PhrasingOutcome
from service.question.language import language_of

_MARKUP = re.compile(
    r"https?:|www\.|[A-Za-z0-9]\.(?:com|net|org|jp|lg)\b|[@<>{}\[\]［］|`*#\\_=]|__|"
    # Labels of the prompt, which weak models write on.
    r"(?:根拠|記載|原文|出典|質問|回答)\s*[:：]|"
    r"(?<!\d)0\d{1,4}[-(（]?\d{1,4}[-)）]?\d{3,4}(?!\d)"
)
_LETTERS = re.compile(
    "[ぁ-ゖゝゞァ-ヺー一-龥々〆〇ヶヵ"
    "\u0020-\u007e\uff01-\uff5e\uff61-\uff9f"
    "、。・「」『』【】〔〕〈〉《》（）！？：；…〜～―–—‐※“”‘’％℃㎡①-⑳Ⅰ-Ⅻ→\u3000]+"
)
_ASIDE = re.compile(r"（(?:[^（）]|（[^（）]*）)*）(?=。$)")
_POLITE = re.compile(
    r"(?:です|ます|ました|ません|でした|ましょう|でしょう|ください)(?:か|が|ね)?。$"
)


def check_text(text: str, chars: int) -> PhrasingOutcome | None:
    """The whole text, its marks [n] taken out. `chars` is the most it may have."""
    if not text:
        return PhrasingOutcome.EMPTY
    if len(text) > chars:
        return PhrasingOutcome.TOO_LONG
    if _MARKUP.search(text):
        return PhrasingOutcome.MARKUP
    if not _LETTERS.fullmatch(text) or language_of(text) != "ja" or not _in_japanese_set(text):
        return PhrasingOutcome.LANGUAGE
    return None


def check_sentences(sentences: Sequence[str]) -> PhrasingOutcome | None:
    """Its sentences: each polite and whole, none twice."""
    if not all(_POLITE.search(_ASIDE.sub("", sentence)) for sentence in sentences):
        return PhrasingOutcome.LANGUAGE
    return PhrasingOutcome.REPEATED if len(set(sentences)) < len(sentences) else None


def _in_japanese_set(text: str) -> bool:
    """Whether Japanese character sets hold all its kanji: simplified Chinese ones they do not."""
    try:
        re.sub("[^一-龥]", "", text).encode("cp932")
    except UnicodeEncodeError:
        return False
    return True
