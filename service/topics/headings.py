"""Headings as plans print them: their titles without numbers, and short labels of titles."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from itertools import pairwise

import sudachipy

from index.sudachi import morphemes
from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import ContentsEntry, Section

_IN_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_NUMBER = re.compile(r"[0-9]+|[ivx]+(?=\))")
_LINKS = frozenset({"助詞", "接続詞", "補助記号", "記号"})
_ENDS = frozenset({"名詞", "接尾辞"})
_NO_NOUN_SIGNS = re.compile(r"[、・（(「『]$")


def titles_of(knowledge: KnowledgeBase, plan_id: str) -> dict[str, str]:
    """The title without its number of each heading, by the heading as section paths carry it."""
    titles: dict[str, str] = {}
    for record in knowledge.records(plan_id):
        if isinstance(record, Section | ContentsEntry) and record.section:
            titles[record.section[-1]] = record.title
    return titles


def width(text: str) -> float:
    """Full-width characters; a half-width one counts half."""
    return sum(1.0 if unicodedata.east_asian_width(sign) in "FWA" else 0.5 for sign in text)


def shortened(title: str, most: float) -> str:
    """A title within `most` full-width characters: cut where a noun ends before a particle.

    Remarks in brackets go first. A title without such a place is cut with `…`.
    """
    plain = title if width(title) <= most else _IN_BRACKETS.sub("", title)
    if width(plain) <= most:
        return plain
    words = [(m.surface(), m.part_of_speech()[0]) for m in morphemes(plain, sudachipy.SplitMode.C)]
    best, sofar = "", ""
    for (surface, kind), (_, following) in pairwise(words):
        sofar += surface
        if width(sofar) > most:
            break
        if kind in _ENDS and following in _LINKS:
            best = sofar
    if best:
        return best
    while width(plain) > most - 1:
        plain = plain[:-1]
    return _NO_NOUN_SIGNS.sub("", plain) + "…"


def slug(plan_id: str, path: tuple[str, ...]) -> str:
    """An id for a path of headings, by their numbers: stable as long as the plan is.

    A heading without a number gives six hex digits of its digest.
    """
    parts = [plan_id]
    for heading in path:
        number = "".join(_NUMBER.findall(unicodedata.normalize("NFKC", heading).split(" ")[0]))
        parts.append(number or hashlib.sha256(heading.encode()).hexdigest()[:6])
    return "-".join(parts)
