"""The records that an answer tells and cites: what pictures may be drawn from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.errors import KnowledgeError
from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import FaqEntry, Record, ScheduleRow
from service.outcome import Answer, Citation
from service.presenting.words import squashed

_PIECE = "#"  # a passage made of a part of a record carries the record's id before it


@dataclass(frozen=True, slots=True)
class Told:
    """What an answer was made from, as far as it is still known.

    entries  FAQ entries whose answers stand in the text
    alone    records told by themselves, none of an entry's
    records  all records that the text rests on, without entries, in the order of the answer
    """

    entries: tuple[FaqEntry, ...]
    alone: tuple[Record, ...]
    records: tuple[Record, ...]


def told_by(answer: Answer, knowledge: KnowledgeBase) -> Told:
    """The records behind an answer. Ids that are no longer known are passed over."""
    own = list(known(answer.record_ids, knowledge))
    cited = list(known(map(record_id_of, answer.citations), knowledge))
    text = squashed(answer.text)
    entries = [record for record in own if isinstance(record, FaqEntry)]
    entries += [
        record
        for record in cited
        if isinstance(record, FaqEntry)
        and record not in entries
        and squashed(record.answer) in text
    ]
    bound_ids = {record_id for entry in entries for record_id in entry.record_ids}
    alone = [r for r in own if not isinstance(r, FaqEntry) and r.id not in bound_ids]
    # A row cited first without being a hit is one that the answer was completed from.
    alone += [r for r in cited[:1] if isinstance(r, ScheduleRow) and r not in alone]
    bound = known((r for entry in entries for r in entry.record_ids), knowledge)
    return Told(tuple(entries), tuple(alone), tuple({r.id: r for r in (*alone, *bound)}.values()))


def known(record_ids: Iterable[str], knowledge: KnowledgeBase) -> Iterator[Record]:
    """The records of these ids that the knowledge holds."""
    for record_id in record_ids:
        try:
            yield knowledge.record(record_id)
        except KnowledgeError:
            continue


def record_id_of(citation: Citation) -> str:
    """The record that a citation's passage was made from."""
    return citation.passage_id.partition(_PIECE)[0]


def citation_of(record: Record, answer: Answer) -> Citation | None:
    """The first citation that shows some of the record, None where none does."""
    for citation in answer.citations:
        here = citation.plan_id == record.plan_id
        if here and any(span.overlaps(citation.span) for span in record.spans):
            return citation
    return None
