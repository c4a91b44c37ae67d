"""Counts that no single place of a plan states: 4つ, 13件, 3回, and how they are verified."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from knowledge.records import Enumeration, Record
from knowledge.reviewing.facts import Fact, FactKind
from knowledge.reviewing.wording import comparable

# Units by which things that can be listed are counted; never 年, % or 条.
_COUNTED = frozenset(
    {"つ", "件", "項目", "施策", "事業", "団体", "言語", "名", "人", "職", "回", "点", "要素"}
)
_CIRCLED = re.compile(r"[①-⑳]")
_ROMAN = re.compile(r"[ⅰ-ⅻ]")
_QUOTED = re.compile(r"「([^「」]+)」")
_BRACKETED = re.compile(r"\([^()]*\)|「[^「」]*」")
_CLAUSE = re.compile(r"[。は]")
_NUMBER_OF_THINGS = re.compile(rf"\d+(?:{'|'.join(sorted(_COUNTED))})")
_BEFORE_NUMBER = re.compile(r",?(?:など)?(?:の計?|を合わせて|で、?合わせて)$")


def verified_counts(
    answer: str, evidence: Iterable[str], records: Iterable[Record]
) -> frozenset[int]:
    """The numbers of things that can be counted for an answer.

    Counted are: the items of each list among its records, its records of one kind, the list marks
    ⅰ of each piece of evidence and of all, the things the answer itself lists (by 、 and と, by
    「」, by ①), and how often a thing it quotes or lists is printed in the evidence.
    """
    records = tuple(records)
    evidence = tuple(evidence)
    counts = set(Counter(record.kind for record in records).values())
    counts |= {len(record.items) for record in records if isinstance(record, Enumeration)}
    marks = [len(_ROMAN.findall(piece)) for piece in evidence]
    counts |= {len(_CIRCLED.findall(answer)), sum(marks), *marks}
    text = comparable(answer)
    quoted = _QUOTED.findall(text)
    counts.add(len(quoted))
    printed = [comparable(piece) for piece in evidence]
    for listed in _listed(text):
        counts |= _lengths(listed)
    for thing in {*quoted, *re.split(r"[,は。(「」]", text)}:
        if thing:
            counts.add(sum(piece.count(thing) for piece in printed))
    return frozenset(counts - {0, 1})


def _listed(text: str) -> Iterator[str]:
    """What stands before each number of things, from the topic on: `甲,乙` of `…は甲,乙の2つ`."""
    plain = _BRACKETED.sub(lambda found: "x" * len(found[0]), text)
    for number in _NUMBER_OF_THINGS.finditer(plain):
        clause = _CLAUSE.split(plain[: number.start()])[-1]
        yield _BEFORE_NUMBER.sub("", clause).strip(",")


def _lengths(listed: str) -> set[int]:
    """How many things a list names: parted by 、, the last two perhaps by と; or all by ・."""
    things = [thing for thing in listed.split(",") if thing]
    if not things:
        return set()
    if len(things) == 1:
        return {1 + listed.count("と"), 1 + listed.count("・")}
    return {len(things), len(things) + ("と" in things[-1])}


def is_count(fact: Fact) -> bool:
    """Whether a fact is a number of things, which may be verified by counting."""
    return fact.kind is FactKind.NUMBER and fact.unit in _COUNTED and fact.text.isdecimal()
