"""FAQ entries as passages: the reviewed answer, and the plan's own words round its evidence."""

from __future__ import annotations

from index.results import Passage
from index.settings import PieceSettings
from knowledge.mending import mend
from knowledge.records import FaqEntry, Plan, RecordKind, Span
from knowledge.source import SourceText


def entry_passage(
    entry: FaqEntry, plan: Plan, source: SourceText, settings: PieceSettings
) -> Passage:
    """`title` is the first form, `text` answer and surroundings, `shown` the answer."""
    quote = surroundings(source, entry.spans[0], settings.entry_quote_chars)
    return Passage(
        id=entry.id,
        plan_id=plan.id,
        city=plan.city,
        kind=RecordKind.FAQ,
        title=entry.forms[0],
        text=f"{entry.answer}\n{quote}",
        shown=entry.answer,
        record_ids=(entry.id, *entry.record_ids),
        section=entry.section,
        page=entry.page,
        spans=entry.spans,
    )


def surroundings(source: SourceText, span: Span, chars: int) -> str:
    """Mended text of `chars` source characters or more round a span, white space not counted."""
    start, end = span.start, span.end
    wanted = chars - len("".join(source.text[start:end].split()))
    while wanted > 0 and (start > 0 or end < len(source.text)):
        if start > 0:
            start -= 1
            wanted -= not source.text[start].isspace()
        if end < len(source.text):
            wanted -= not source.text[end].isspace()
            end += 1
    return mend(source.text[start:end].splitlines())
