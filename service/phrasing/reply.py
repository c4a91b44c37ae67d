"""A reply as sentences, each with the numbers of the evidence it cites."""

from __future__ import annotations

import re
from dataclasses import dataclass

from service.phrasing.verifying.cutting import sentences

_MARK = re.compile(r"\s*[\[［]\s*(\d{1,2}(?:\s*[,、，]\s*\d{1,2})*)\s*[\]］]")
# Marks stand before the full stop or after it: 「…です[1]。」 「…です。[1]」.
_AFTER_STOP = re.compile(rf"([。！？])((?:{_MARK.pattern})+)")


@dataclass(frozen=True, slots=True)
class Cited:
    """A sentence without its marks, and what it cites; `cites` is empty where it had none."""

    text: str
    cites: tuple[int, ...]


def cited_sentences(reply: str) -> tuple[Cited, ...]:
    """The sentences of a reply, in order."""
    inside = _AFTER_STOP.sub(r"\2\1", reply.strip())
    found = []
    for sentence in sentences(inside):
        numbers = [int(n) for mark in _MARK.findall(sentence) for n in re.findall(r"\d+", mark)]
        found.append(Cited(_MARK.sub("", sentence).strip(), tuple(dict.fromkeys(numbers))))
    return tuple(found)
