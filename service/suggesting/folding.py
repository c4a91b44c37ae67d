"""Text as it is compared while somebody types: one width, one kana, no signs; and its reading."""

from __future__ import annotations

import re
from dataclasses import dataclass

import jaconv
import sudachipy

from index.sudachi import morphemes
from service.question.normalisation import normalise

_JAPANESE = "ぁ-ゖゝゞー一-鿿々〆〇"
_SIGNS = re.compile(r"[^\wー]+")
_BLANK_BESIDE_JAPANESE = re.compile(rf"(?<=[{_JAPANESE}]) | (?=[{_JAPANESE}])")
_ROMAJI_END = re.compile(r"(?<=[ぁ-ゖァ-ヺー一-鿿々])[a-z]+$")
_RUNS = re.compile(r"[ぁ-ゖ]+|[ァ-ヺー]+|[一-鿿々]+|[^\sぁ-ゖァ-ヺー一-鿿々]+")
_PARTICLE = re.compile("^[はがをにでのともへ]")
_IS_JAPANESE = re.compile(f"[{_JAPANESE}]")
_BETWEEN = "\n"  # stands in no normalised text
_NO_READING = frozenset({"補助記号", "記号", "空白"})
_STARTS_MAX = 255  # a start fits a byte; no question that is suggested is longer


@dataclass(frozen=True, slots=True)
class Folded:
    """A text to be compared, and where its words begin: offsets up to 255."""

    text: str = ""
    starts: bytes = b""


def folded(text: str) -> str:
    """NFKC, lower case, hiragana; signs as blanks, none of them beside Japanese letters."""
    return _BLANK_BESIDE_JAPANESE.sub("", _plain(text))


def typed_parts(text: str) -> tuple[str, ...]:
    """What was typed, folded, cut at blanks and signs."""
    return tuple(_plain(text).split())


def without_romaji(text: str, most: int) -> str:
    """Japanese text without letters left at its end: こんびにk while an input method composes."""
    plain = normalise(text)
    found = _ROMAJI_END.search(plain)
    return plain[: found.start()] if found and len(found.group()) <= most else plain


def runs(text: str) -> tuple[str, ...]:
    """Runs of one script, folded: kanji, katakana, hiragana, anything else.

    A particle that begins a further run of hiragana is left out: コンビニ|いつ of コンビニはいつ.
    """
    first, *further = _RUNS.findall(normalise(text)) or [""]
    bare = (_PARTICLE.sub("", run) for run in further)
    return tuple(part for run in (first, *bare) for part in typed_parts(run))


def by_words(text: str) -> Folded:
    """A text of a language that parts its words by blanks."""
    return _joined(f"{_BETWEEN} {_BETWEEN}".join(normalise(text).split(" ")))


def written_and_read(text: str) -> tuple[Folded, Folded]:
    """A Japanese text as it is written and its reading in hiragana."""
    words = list(morphemes(normalise(text), sudachipy.SplitMode.A))
    read = (m.reading_form() for m in words if m.part_of_speech()[0] not in _NO_READING)
    return _joined(_BETWEEN.join(m.surface() for m in words)), _joined(_BETWEEN.join(read))


def _plain(text: str) -> str:
    return _SIGNS.sub(" ", jaconv.kata2hira(normalise(text).lower())).strip()


def _joined(text: str) -> Folded:
    """Words with `_BETWEEN` between them, folded and set side by side again.

    A blank stays only between words of other scripts than Japanese.
    """
    joined, starts = "", []
    for word in jaconv.kata2hira(text.lower()).split(_BETWEEN):
        plain = word if word.isalnum() else _SIGNS.sub(" ", word).strip()
        if not plain:
            joined = f"{joined.rstrip()} " if joined else ""
            continue
        before = joined.rstrip()
        if before and (_IS_JAPANESE.match(before[-1]) or _IS_JAPANESE.match(plain)):
            joined = before
        starts.append(len(joined))
        joined += plain
    return Folded(joined.rstrip(), bytes(start for start in starts if start <= _STARTS_MAX))
