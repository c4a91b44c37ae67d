"""What the lint reports."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """What an entry must satisfy; `knowledge/README.md` says each in a sentence."""

    EVIDENCE = "evidence"  # stands exactly once in the plan
    RECORD = "record"  # bound to records that stand where its evidence stands
    FACT = "fact"  # every number, year, department and name is supported
    SCHEDULE = "schedule"  # no term or activity that the schedule row does not fix
    ANSWER = "answer"  # polite, short, one width
    FORM = "form"  # distinct within the plan, of a length people type, no personal data
    DUPLICATE = "duplicate"  # no two entries on one thing


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of one entry."""

    rule: Rule
    entry_id: str
    what: str

    def __str__(self) -> str:
        return f"{self.entry_id} [{self.rule}] {self.what}"
