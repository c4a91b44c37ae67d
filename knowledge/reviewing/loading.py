"""From stored entries to records: evidence located, record ids resolved."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from knowledge.errors import FaqError
from knowledge.records import FaqEntry, Reading, Record
from knowledge.reviewing.binding import locate_evidence
from knowledge.reviewing.entry_file import Stored, read_entry_folder
from knowledge.reviewing.evidence import CompactSource
from knowledge.source import SourceText


def load_faq(
    folder: Path, sources: Mapping[str, SourceText], readings: Mapping[str, Reading]
) -> tuple[FaqEntry, ...]:
    """Every reviewed entry of a folder, in order of plan file and line.

    Raises FaqError, naming file, line, field and value, for a malformed line, an id given twice,
    evidence that does not stand exactly once in its plan, an entry without records, and a record
    id that no reading knows.
    """
    compact = {plan_id: CompactSource(source) for plan_id, source in sources.items()}
    known = {
        plan_id: {record.id: record for record in reading.records}
        for plan_id, reading in readings.items()
    }
    return tuple(_entry(stored, compact, known) for stored in read_entry_folder(folder))


def _entry(
    stored: Stored,
    compact: Mapping[str, CompactSource],
    known: Mapping[str, Mapping[str, Record]],
) -> FaqEntry:
    line = stored.line
    if line.plan not in compact or line.plan not in known:
        raise FaqError(f"{line.id}: there is no plan {line.plan}", stored.field("plan"))
    if not line.records:
        raise FaqError(f"{line.id} is bound to no record", stored.field("records"))
    for record_id in line.records:
        if record_id not in known[line.plan]:
            raise FaqError(f"{line.id}: there is no record {record_id}", stored.field("records"))
    first = known[line.plan][line.records[0]]
    return FaqEntry(
        id=line.id,
        plan_id=line.plan,
        section=first.section,
        page=first.page,
        spans=locate_evidence(stored, compact[line.plan]),
        asks=line.asks,
        forms=line.forms,
        answer=line.answer,
        evidence=line.evidence,
        record_ids=line.records,
    )
