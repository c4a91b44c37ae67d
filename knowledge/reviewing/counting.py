"""Counts that no single place of a plan states: 4つ, 13件, 3回, and how they are verified."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from knowledge.records import Enumeration, Record
from knowledge.reviewing.facts import Fact, FactKind
from knowledge.reviewing.wording import comparable

# Units by which things that can be listed are counted; never 年, % or 条.
_COUNTED = frozenset(
    {"つ", "件", "項目", "施策", "事業", "団体", "言語", "名", "人", "職", "回", "点", "要素"}
)
_CIRCLED = re.compile(r"[①-⑳]")
_QUOTED = re.compile(r"「([^「」]+)」")
_BRACKETED = re.compile(r"\([^()]*\)|「[^「」]*」")
_CLAUSE = re.compile(r"[。は]")


def verified_counts(
    answer: str, evidence: Iterable[str], records: Iterable[Record]
) -> frozenset[int]:
    """The numbers of things that can be counted for an answer.

    Counted are: the items of each list among its records, its records of one kind, its pieces of
    evidence, the things the answer itself lists (by 、 and と, by 「」, by ①), and how often a thing
    the answer quotes or lists is printed in the evidence (`3回`).
    """
    records = tuple(records)
    evidence = tuple(evidence)
    counts = {len(evidence), *Counter(record.kind for record in records).values()}
    counts |= {len(record.items) for record in records if isinstance(record, Enumeration)}
    counts.add(len(_CIRCLED.findall(answer)))
    text = comparable(answer)
    quoted = _QUOTED.findall(text)
    counts.add(len(quoted))
    printed = [comparable(piece) for piece in evidence]
    for clause in _CLAUSE.split(_BRACKETED.sub(lambda found: "x" * len(found[0]), text)):
        commas = clause.count(",")
        counts |= {commas + 1, commas + 1 + clause.count("と"), commas + 1 + clause.count("・")}
    for thing in {*quoted, *re.split(r"[,は。(「」]", text)}:
        if thing:
            counts.add(sum(piece.count(thing) for piece in printed))
    return frozenset(counts - {0, 1})


def is_count(fact: Fact) -> bool:
    """Whether a fact is a number of things, which may be verified by counting."""
    return fact.kind is FactKind.NUMBER and fact.unit in _COUNTED and fact.text.isdecimal()
