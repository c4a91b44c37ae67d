"""Residents' words as staff are shown them: personal data that slipped through is masked."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable

from service.question.morphology import words
from service.question.normalisation import normalise
from service.question.personal_data import personal_data
from service.reviewing.identifying import Range, identifying

MASK = "＊＊＊"

_ROUNDS = 8  # findings masked one by one; a text with more is masked by the sentence
_SENTENCES = re.compile(r"[^。！？!?\n]*[。！？!?\n]*")
_RUNS = re.compile(r"[0-9A-Za-z@._%+\-]+|[一-龥々]+|[ァ-ヴー]+")


def masked(text: str) -> str:
    """A text with `MASK` in place of what may tell who somebody is.

    The rules that refuse questions find nothing in it. They tell that something is there, not
    where: the shortest stretch that they still find is masked, to the ends of its words; where that
    does not settle it, the sentence is.
    """
    text = _without(text, identifying(text))
    for _ in range(_ROUNDS):
        if not _is_personal(text):
            return text
        text = _without(text, [_shortest(text)])
    by_sentence = "".join(
        MASK if _is_personal(sentence) else sentence for sentence in _SENTENCES.findall(text)
    )
    return MASK if _is_personal(by_sentence) else by_sentence


def is_masked(text: str) -> bool:
    """Whether something was masked in a text."""
    return MASK in text


def mask_of_words(texts: Collection[str]) -> Callable[[Iterable[str]], tuple[str, ...]]:
    """What masks words that were read out of these texts: by itself a name is a word like others.

    Where something is masked in the texts, only words stay that still stand there, as written or in
    a form that the index counts.
    """
    shown = [masked(text) for text in texts]
    if not any(map(is_masked, shown)):
        return tuple
    cut = [word for text in shown for long in words(text) for word in long]
    forms = {form for word in cut for form in (word.surface, word.form, word.base)}

    def mask(read: Iterable[str]) -> tuple[str, ...]:
        return tuple(
            one if one in forms or any(one in text for text in shown) else MASK for one in read
        )

    return mask


def _is_personal(text: str) -> bool:
    return bool(personal_data(normalise(text)))


def _without(text: str, ranges: Iterable[Range]) -> str:
    for start, end in sorted(ranges, reverse=True):
        text = text[:start] + MASK + text[end:]
    return text


def _shortest(text: str) -> Range:
    """A stretch of a personal text that is personal by itself, widened to whole words."""
    start = next(at for at in reversed(range(len(text))) if _is_personal(text[at:]))
    end = next(at for at in range(start + 1, len(text) + 1) if _is_personal(text[start:at]))
    bounds = [match.span() for match in _RUNS.finditer(text)]
    bounds += [(word.start, word.end) for long in words(text) for word in long]
    for low, high in bounds:
        if low < start < high:
            start = low
        if low < end < high:
            end = high
    return start, end
