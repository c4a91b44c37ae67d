"""What can be asked: reviewed questions and answers bound to the plans."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from knowledge.records.base import Record, RecordKind


class FaqKind(StrEnum):
    """What a question asks for."""

    MEASURE = "measure"
    SCHEDULE = "schedule"
    DEPARTMENT = "department"
    DEFINITION = "definition"
    LIST = "list"
    STATISTIC = "statistic"
    TIMELINE = "timeline"
    RULE = "rule"
    OPINION = "opinion"
    POLICY = "policy"
    PARAGRAPH = "paragraph"
    CONTENTS = "contents"
    PLAN = "plan"


@dataclass(frozen=True, slots=True, kw_only=True)
class FaqEntry(Record):
    """One thing a person could ask about.

    asks        what it asks for
    forms       question forms in several registers and languages, distinct within a plan
    answer      the reviewed answer, polite, one or two sentences
    evidence    verbatim strings of the source, white space removed; `spans` are where they stand,
                one for each, in the same order
    record_ids  the records the answer rests on, never empty
    """

    kind: ClassVar[RecordKind] = RecordKind.FAQ
    asks: FaqKind
    forms: tuple[str, ...]
    answer: str
    evidence: tuple[str, ...]
    record_ids: tuple[str, ...]
