"""Typed, frozen records of what the plans say; see `knowledge/README.md` for the dictionary."""

from knowledge.records.base import Record, RecordKind, Span
from knowledge.records.faq import FaqEntry, FaqKind
from knowledge.records.measure import (
    Certainty,
    Half,
    Mark,
    Measure,
    ScheduleCell,
    ScheduleRow,
    Term,
)
from knowledge.records.plan import LeftOut, LeftOutClass, Plan, Reading, Unresolved
from knowledge.records.reference import (
    Article,
    Footnote,
    GlossaryTerm,
    Opinion,
    Statistic,
    TimelineEvent,
)
from knowledge.records.structure import (
    ContentsEntry,
    Enumeration,
    EnumerationItem,
    Paragraph,
    ParagraphRole,
    Section,
)

__all__ = [
    "Article",
    "Certainty",
    "ContentsEntry",
    "Enumeration",
    "EnumerationItem",
    "FaqEntry",
    "FaqKind",
    "Footnote",
    "GlossaryTerm",
    "Half",
    "LeftOut",
    "LeftOutClass",
    "Mark",
    "Measure",
    "Opinion",
    "Paragraph",
    "ParagraphRole",
    "Plan",
    "Reading",
    "Record",
    "RecordKind",
    "ScheduleCell",
    "ScheduleRow",
    "Section",
    "Span",
    "Statistic",
    "Term",
    "TimelineEvent",
    "Unresolved",
]
