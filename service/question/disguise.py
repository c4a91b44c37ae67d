"""Readings of a text that may hide its words: for recognising, never for showing."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

import jaconv

from service.question.normalisation import JAPANESE, normalise, squeezed

# Cyrillic and Greek letters that look like Latin ones, as used to slip words past a filter.
_LOOKALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТХУавеѕіјкмнорстхуԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧαοριυνıɡ",
    "ABESIJKMHOPCTXYabesijkmhopctxydqwABEZHIKMNOPTYXaopiuvig",
)
_LETTER_DIGITS = str.maketrans("0134578@$", "oieastbas")
_MIXED_WORD = re.compile(r"(?<![A-Za-z0-9@$])(?=[0-9@$]*[A-Za-z])[A-Za-z0-9@$]{3,40}")
_ORNAMENT = re.compile(rf"(?<=[{JAPANESE}])[★☆♡♥♪*＊]+(?=[{JAPANESE}])")
# Single letters parted by one sign or two: f u c k, バ・カ.
_SET_APART = re.compile(r"(?<!\w)\w(?:[\s・_.,、…~/|+\-=*]{1,2}\w)+(?!\w)")
_SIGNS = re.compile(r"[\s・_.,、…~/|+\-=*]")
_ALL_KATAKANA = re.compile(r"[^ぁ-ゖ一-龥]*[ァ-ヴ][^ぁ-ゖ一-龥]*")
_PUNCTUATION = re.compile(r"[、,・「」『』\"'“”]")


def readings(plain: str) -> frozenset[str]:
    """What rules have to look at in a normalised text: mostly one reading or two.

    The text without blanks beside Japanese letters; look-alike letters, HTML entities and
    %-escapes resolved; ornaments and set-apart letters joined; digits that stand for letters;
    a text all in katakana in hiragana.
    """
    unmasked = squeezed(_unmasked(plain))
    joined = _SET_APART.sub(lambda run: _SIGNS.sub("", run.group()), _ORNAMENT.sub("", unmasked))
    found = {plain, squeezed(plain), unmasked, joined}
    found.add(_MIXED_WORD.sub(lambda word: word.group().translate(_LETTER_DIGITS), joined))
    if _ALL_KATAKANA.fullmatch(joined):
        found.add(jaconv.kata2hira(joined))
    return frozenset(found)


def unpunctuated(text: str) -> str:
    """The text without commas and quotation marks: 指示を、「無視」して."""
    return _PUNCTUATION.sub("", text)


def _unmasked(plain: str) -> str:
    """The text as a reader would take it; Greek and Russian stay readable only by accident."""
    return normalise(unquote(html.unescape(plain), errors="replace").translate(_LOOKALIKES))
