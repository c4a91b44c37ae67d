"""An answer from one record, by its kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

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
    Section,
    Statistic,
    TimelineEvent,
)
from service.answering.composing.excerpt import excerpt, leading
from service.answering.composing.schedule import schedule_answer
from service.answering.composing.telling import Telling

_EXCERPT_CHARS = 260  # with its frame an answer stays within the 400 characters of the contract


def record_answer(record: Record, telling: Telling) -> str:
    """What `record` says, in a sentence or two; the question's words steer which part is shown."""
    return _BY_KIND[record.kind](record, telling)


def _excerpt(text: str, telling: Telling) -> str:
    return excerpt(text, telling.asked.content_words, min(_EXCERPT_CHARS, telling.quote_chars))


def _measure(record: Measure, telling: Telling) -> str:
    return telling.voice.say(
        "record/measure",
        number=record.number,
        title=record.title,
        excerpt=_excerpt(record.body or record.policy, telling),
    )


def _glossary(record: GlossaryTerm, telling: Telling) -> str:
    return telling.voice.say(
        "record/glossary",
        term=record.term,
        reading=record.reading,
        definition=leading(record.definition, telling.quote_chars),
    )


def _footnote(record: Footnote, telling: Telling) -> str:
    return telling.voice.say(
        "record/footnote",
        term=record.term,
        definition=leading(record.definition, telling.quote_chars),
    )


def _timeline(record: TimelineEvent, telling: Telling) -> str:
    when = telling.voice.year(record.fiscal_year, telling.style(record.plan_id))
    return telling.voice.say(
        "record/timeline", when=when, text=leading(record.text, telling.quote_chars)
    )


def _statistic(record: Statistic, telling: Telling) -> str:
    # Every group of the same line of a figure: a share alone invites a wrong comparison.
    shares = [
        other
        for other in telling.knowledge.records(record.plan_id, Statistic)
        if (other.figure, other.subject, other.label)
        == (record.figure, record.subject, record.label)
    ]
    return telling.voice.say(
        "record/statistic",
        subject=record.subject,
        label=record.label,
        shares=shares,
        figure=record.figure,
    )


def _enumeration(record: Enumeration, telling: Telling) -> str:
    items, room = [item.text for item in record.items], telling.quote_chars
    shown = [item for i, item in enumerate(items) if sum(map(len, items[: i + 1])) <= room or not i]
    return telling.voice.say(
        "record/enumeration", title=record.title, items=shown, more=len(items) - len(shown)
    )


def _article(record: Article, telling: Telling) -> str:
    return telling.voice.say(
        "record/article",
        document=record.document,
        number=record.number,
        caption=record.caption,
        excerpt=_excerpt(record.text, telling),
    )


def _opinion(record: Opinion, telling: Telling) -> str:
    return telling.voice.say("record/opinion", text=leading(record.text, telling.quote_chars))


def _contents(record: ContentsEntry, telling: Telling) -> str:
    chapter = record.section[0] if record.section and record.level > 1 else ""
    title = f"{record.number} {record.title}".strip()
    return telling.voice.say(
        "record/contents", title=title, page=record.target_page, chapter=chapter
    )


def _paragraph(record: Paragraph, telling: Telling) -> str:
    return telling.voice.say("record/paragraph", excerpt=_excerpt(record.text, telling))


def _section(record: Section, telling: Telling) -> str:
    below = [
        p.text
        for p in telling.knowledge.records(record.plan_id, Paragraph)
        if p.section[: len(record.section)] == record.section
    ]
    shown = _excerpt("".join(below) or record.title, telling)
    return telling.voice.say("record/section", title=record.title, excerpt=shown)


# Keyed by kind, so that a kind without a composer is a KeyError in the test that walks all kinds.
_BY_KIND: dict[RecordKind, Callable[[Any, Telling], str]] = {
    RecordKind.MEASURE: _measure,
    RecordKind.SCHEDULE: schedule_answer,
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
