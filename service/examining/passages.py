"""What there is to find in a plan: passages and FAQ entries, filtered and one by one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING

from index.results import Passage
from knowledge.records import FaqEntry, Record, RecordKind, Span
from service.answering.corrections.digests import rests_on
from service.answering.corrections.records import Correction

if TYPE_CHECKING:
    from service.counter import Counter

# What every record has is shown with the passage itself.
_OF_EVERY_RECORD = frozenset({"id", "plan_id", "section", "page", "spans"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which passages of a plan are wanted; "" and None for any.

    section  the outermost heading
    words    parted by blanks; all of them stand in the passage
    """

    kind: RecordKind | None = None
    section: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """A span of a passage with its characters, white space collapsed."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class RecordFields:
    """A record that a passage was made of: its id and the fields of its kind, as text."""

    id: str
    kind: RecordKind
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PassageExamined:
    """A passage with all that hangs on it.

    forms     question forms of an FAQ entry; () for a passage
    touching  live corrections that rest on it
    """

    passage: Passage
    quotes: tuple[Quote, ...]
    records: tuple[RecordFields, ...]
    forms: tuple[str, ...]
    touching: tuple[Correction, ...]


def passages_of(counter: Counter, plan_id: str) -> tuple[Passage, ...]:
    """Everything that can be found in a plan: passages, then entries."""
    return tuple(one for one in counter.searcher.passages if one.plan_id == plan_id)


def filtered(passages: Iterable[Passage], wanted: Wanted) -> tuple[Passage, ...]:
    """Those that are wanted, in order; width and case of the words do not count."""
    words = [_folded(word) for word in wanted.words.split()]
    return tuple(
        one
        for one in passages
        if (wanted.kind is None or one.kind is wanted.kind)
        and (not wanted.section or one.section[:1] == (wanted.section,))
        and all(word in _folded(f"{one.title}\n{one.text}\n{one.shown}") for word in words)
    )


def passage_examined(counter: Counter, passage: Passage) -> PassageExamined:
    """A passage with what it was made of and what rests on it."""
    knowledge = counter.knowledge
    records = tuple(map(knowledge.record, passage.record_ids))
    return PassageExamined(
        passage=passage,
        quotes=tuple(Quote(span, knowledge.quote(passage.plan_id, span)) for span in passage.spans),
        records=tuple(_fields(record) for record in records),
        forms=tuple(
            form for record in records[:1] if isinstance(record, FaqEntry) for form in record.forms
        ),
        touching=tuple(
            one
            for one in counter.corrections.entries
            if any(rest.passage_id == passage.id for rest in rests_on(one))
        ),
    )


def _fields(record: Record) -> RecordFields:
    own = (field.name for field in fields(record) if field.name not in _OF_EVERY_RECORD)
    return RecordFields(
        record.id, record.kind, tuple((name, _text(getattr(record, name))) for name in own)
    )


def _text(value: object) -> str:
    if isinstance(value, Span):
        return f"{value.start}-{value.end}"
    if isinstance(value, tuple):
        return "\n".join(map(_text, value))
    if isinstance(value, frozenset):
        return "\n".join(sorted(map(_text, value)))
    if is_dataclass(value) and not isinstance(value, type):
        own = (_text(getattr(value, field.name)) for field in fields(value))
        return " ".join(filter(None, own))
    if isinstance(value, bool):
        return "○" if value else "×"
    return "" if value is None else str(value)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
