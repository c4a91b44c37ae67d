"""What was done in past 年度: each event alone, and a year's events together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from index.passages.context import Part
from knowledge.records import TimelineEvent
from knowledge.years import both_forms


def parts(events: Iterable[TimelineEvent]) -> Iterator[Part]:
    """A part for each event, and one for each 年度 with more than one."""
    by_year: dict[tuple[str, int], list[TimelineEvent]] = {}
    for event in events:
        by_year.setdefault((event.plan_id, event.fiscal_year), []).append(event)
    for (_, year), rows in by_year.items():
        named = both_forms(year)
        for event in rows:
            said = f"{named}: {event.text}"
            yield Part(records=(event,), title=event.text, text=said, shown=said)
        if len(rows) > 1:
            yield _whole_year(named, tuple(rows))


def _whole_year(named: str, rows: tuple[TimelineEvent, ...]) -> Part:
    title = f"{named}の主な取組み"
    said = f"{title}: {'、'.join(event.text for event in rows)}"
    return Part(
        records=rows,
        title=title,
        text=said,
        shown=said,
        spans=tuple(span for event in rows for span in event.spans),
        suffix="#year",
    )
