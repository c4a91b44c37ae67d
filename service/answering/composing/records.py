"""An answer from one record, by its kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import (
    Article,
    ContentsEntry,
    Enumeration,
    Footnote,
    GlossaryTerm,
    Measure,
    Opinion,
    Paragraph,
    Record,
    RecordKind,
    ScheduleRow,
    Section,
    Statistic,
    TimelineEvent,
)
from knowledge.years import both_forms
from prompts import say
from service.answering.composing.excerpt import excerpt
from service.answering.composing.schedule import schedule_answer

_EXCERPT_CHARS = 260  # with its frame an answer stays within the 400 characters of the contract


def record_answer(record: Record, knowledge: KnowledgeBase, words: tuple[str, ...]) -> str:
    """What `record` says, in a sentence or two; `words` steer which part of it is shown."""
    return _BY_KIND[record.kind](record, knowledge, words)


def _measure(record: Measure, _: KnowledgeBase, words: tuple[str, ...]) -> str:
    shown = excerpt(record.body or record.policy, words, _EXCERPT_CHARS)
    return say("record/measure", number=record.number, title=record.title, excerpt=shown)


def _schedule(record: ScheduleRow, knowledge: KnowledgeBase, _: tuple[str, ...]) -> str:
    return schedule_answer(record, knowledge.year_style(record.plan_id))


def _glossary(record: GlossaryTerm, _: KnowledgeBase, __: tuple[str, ...]) -> str:
    return say(
        "record/glossary", term=record.term, reading=record.reading, definition=record.definition
    )


def _footnote(record: Footnote, _: KnowledgeBase, __: tuple[str, ...]) -> str:
    return say("record/footnote", term=record.term, definition=record.definition)


def _timeline(record: TimelineEvent, knowledge: KnowledgeBase, _: tuple[str, ...]) -> str:
    when = both_forms(record.fiscal_year, knowledge.year_style(record.plan_id))
    return say("record/timeline", when=when, text=record.text)


def _statistic(record: Statistic, knowledge: KnowledgeBase, _: tuple[str, ...]) -> str:
    # Every group of the same line of a figure: a share alone invites a wrong comparison.
    shares = [
        other
        for other in knowledge.records(record.plan_id, Statistic)
        if (other.figure, other.subject, other.label)
        == (record.figure, record.subject, record.label)
    ]
    return say(
        "record/statistic",
        subject=record.subject,
        label=record.label,
        shares=shares,
        figure=record.figure,
    )


def _enumeration(record: Enumeration, _: KnowledgeBase, __: tuple[str, ...]) -> str:
    return say("record/enumeration", title=record.title, items=[i.text for i in record.items])


def _article(record: Article, _: KnowledgeBase, words: tuple[str, ...]) -> str:
    return say(
        "record/article",
        document=record.document,
        number=record.number,
        caption=record.caption,
        excerpt=excerpt(record.text, words, _EXCERPT_CHARS),
    )


def _opinion(record: Opinion, _: KnowledgeBase, __: tuple[str, ...]) -> str:
    return say("record/opinion", text=record.text)


def _contents(record: ContentsEntry, _: KnowledgeBase, __: tuple[str, ...]) -> str:
    chapter = record.section[0] if record.section and record.level > 1 else ""
    title = f"{record.number} {record.title}".strip()
    return say("record/contents", title=title, page=record.target_page, chapter=chapter)


def _paragraph(record: Paragraph, _: KnowledgeBase, words: tuple[str, ...]) -> str:
    return say("record/paragraph", excerpt=excerpt(record.text, words, _EXCERPT_CHARS))


def _section(record: Section, knowledge: KnowledgeBase, words: tuple[str, ...]) -> str:
    below = [
        p.text
        for p in knowledge.records(record.plan_id, Paragraph)
        if p.section[: len(record.section)] == record.section
    ]
    shown = excerpt("".join(below) or record.title, words, _EXCERPT_CHARS)
    return say("record/section", title=record.title, excerpt=shown)


# Keyed by kind, so that a kind without a composer is a KeyError in the test that walks all kinds.
_BY_KIND: dict[RecordKind, Callable[[Any, KnowledgeBase, tuple[str, ...]], str]] = {
    RecordKind.MEASURE: _measure,
    RecordKind.SCHEDULE: _schedule,
    RecordKind.GLOSSARY: _glossary,
    RecordKind.FOOTNOTE: _footnote,
    RecordKind.TIMELINE: _timeline,
    RecordKind.STATISTIC: _statistic,
    RecordKind.ENUMERATION: _enumeration,
    RecordKind.ARTICLE: _article,
    RecordKind.OPINION: _opinion,
    RecordKind.CONTENTS: _contents,
    RecordKind.PARAGRAPH: _paragraph,
    RecordKind.SECTION: _section,
}
