"""What an answer claims without support, by what it may rest on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from knowledge.records import Record
from knowledge.reviewing.counting import is_count, verified_counts
from knowledge.reviewing.facts import Fact, FactKind, Support, facts_of
from knowledge.reviewing.wording import comparable
from knowledge.years import Era


@dataclass(frozen=True, slots=True)
class Evidence:
    """What an answer may rest on: texts quoted, records, and the support both give."""

    support: Support
    texts: tuple[str, ...]
    records: tuple[Record, ...]


def unsupported_facts(
    answer: str, era: Era, evidence: Evidence, departments: Collection[str] = ()
) -> tuple[Fact, ...]:
    """The facts of an answer that its evidence neither states nor lets be counted.

    era          whose years a bare 31年度 is
    departments  names, in comparable wording, that no answer gives without support
    """
    said, support = comparable(answer), evidence.support
    missing = [fact for fact in facts_of(answer, era) if not support.holds(fact)]
    missing += [
        Fact(FactKind.BODY, name)
        for name in departments
        if name in said and name not in support.text
    ]
    if not missing:
        return ()
    counts = verified_counts(answer, evidence.texts, evidence.records)
    return tuple(fact for fact in missing if not (is_count(fact) and int(fact.text) in counts))
