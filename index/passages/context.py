"""What a passage must carry to stand alone: whose it is and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from index.results import Passage
from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import Plan, Record, RecordKind, Span

# Headings named in the text to search: the nearest ones tell passages of a plan apart, the outer
# ones are shared by hundreds and would only make every text alike.
_NEAREST_HEADINGS = 2


@dataclass(frozen=True, slots=True)
class Part:
    """What a maker says of one passage; the rest follows from its first record.

    text    what it says, without context
    spans   what a citation may quote, most telling first; None = the spans of the first record
    suffix  tells apart passages of one record: 2 gives `<record id>#2`; 1 gives the plain id
    """

    records: tuple[Record, ...]
    title: str
    text: str
    shown: str
    spans: tuple[Span, ...] | None = None
    suffix: str = ""


class Framer:
    """Turns parts into passages of a knowledge base."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._plans = {plan.id: plan for plan in knowledge.plans}

    def passage(self, part: Part) -> Passage:
        """Put city, plan and nearest headings before the text, unless the text names them."""
        first = part.records[0]
        plan = self._plans[first.plan_id]
        unsaid = (one for one in first.section[-_NEAREST_HEADINGS:] if one not in part.text)
        frame = (plan.city_name, plan.short_title, *unsaid)
        return Passage(
            id=first.id + part.suffix,
            plan_id=plan.id,
            city=plan.city,
            kind=RecordKind(first.kind),
            title=part.title,
            text="\n".join((" ".join(frame), part.text)),
            shown=part.shown,
            record_ids=tuple(record.id for record in part.records),
            section=first.section,
            page=first.page,
            spans=part.spans or first.spans,
        )

    def plan(self, record: Record) -> Plan:
        """The plan a record belongs to."""
        return self._plans[record.plan_id]
