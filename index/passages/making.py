"""All passages of a knowledge base: each record kind by its own maker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from index.passages import events, figures, lists, measures, outline, running_text, schedules, terms
from index.passages.context import Framer, Part
from index.passages.entries import entry_passage
from index.results import Passage
from index.settings import PieceSettings
from knowledge.errors import IndexingError
from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import (
    Article,
    ContentsEntry,
    Enumeration,
    FaqEntry,
    Footnote,
    GlossaryTerm,
    Measure,
    Opinion,
    Paragraph,
    Record,
    ScheduleRow,
    Section,
    Statistic,
    TimelineEvent,
)
from knowledge.source import SourceText


def make_passages(knowledge: KnowledgeBase, settings: PieceSettings) -> tuple[Passage, ...]:
    """Passages of every plan in catalog order, the entries' last.

    Raises IndexingError for a record kind without a maker or a passage id that stands twice.
    """
    framer = Framer(knowledge)
    made: list[Passage] = []
    for plan in knowledge.plans:
        reading, source = knowledge.readings[plan.id], knowledge.sources[plan.id]
        found = _parts(reading.records, source, plan.first_year, settings)
        made += (framer.passage(part) for part in found)
    for entry in knowledge.faq:
        plan = knowledge.plan(entry.plan_id)
        made.append(entry_passage(entry, plan, knowledge.sources[plan.id], settings))
    if twice := [key for key, count in Counter(one.id for one in made).items() if count > 1]:
        raise IndexingError(f"two passages have the id {twice[0]!r}")
    return tuple(made)


def _parts(
    records: Iterable[Record], source: SourceText, first_year: int, settings: PieceSettings
) -> Iterator[Part]:
    """One record after the other, then the kinds that are grouped over a whole plan."""
    rows = tuple(records)
    for record in rows:
        match record:
            case Measure():
                yield from measures.parts(record, source, settings)
            case ScheduleRow():
                yield schedules.part(record, first_year)
            case GlossaryTerm():
                yield terms.glossary_part(record)
            case Footnote():
                yield terms.footnote_part(record)
            case Enumeration():
                yield from lists.parts(record, settings)
            case Article():
                yield from running_text.article_parts(record, source, settings)
            case Opinion():
                yield running_text.opinion_part(record)
            case Paragraph():
                yield from running_text.paragraph_parts(record, source, settings)
            case TimelineEvent():
                yield events.part(record)
            case Statistic() | ContentsEntry() | Section() | FaqEntry():
                pass  # grouped below; entries have a passage of their own kind
            case _:
                raise IndexingError(f"no maker for {type(record).__name__} {record.id!r}")
    yield from figures.parts(one for one in rows if isinstance(one, Statistic))
    yield from outline.contents_parts(one for one in rows if isinstance(one, ContentsEntry))
    yield from outline.section_parts(one for one in rows if isinstance(one, Section))
