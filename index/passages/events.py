"""What was done in past 年度, one event a passage; a year's list is an enumeration of its own."""

from __future__ import annotations

from index.passages.context import Part
from knowledge.records import TimelineEvent
from knowledge.years import both_forms


def part(event: TimelineEvent) -> Part:
    """The event with its 年度 in both forms."""
    said = f"{both_forms(event.fiscal_year)}: {event.text}"
    return Part(records=(event,), title=event.text, text=said, shown=said)
