"""年度別の主な取組み: what was done in each past 年度."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.eras import Era, western
from knowledge.mending import one_width
from knowledge.reading.toride.marks import COUNTED, read_mark
from knowledge.reading.toride.outline import Outline
from knowledge.reading.toride.sheet import Part, Sheet
from knowledge.records import (
    Enumeration,
    EnumerationItem,
    LeftOutClass,
    Span,
    TimelineEvent,
)

_YEAR = re.compile(r"(?P<era>昭和|平成|令和) ?(?P<year>\d+|元) ?年度 +(?=・)")
_HEADER = re.compile(r"年度 *施 *策")


def claim_timeline(sheet: Sheet) -> list[int]:
    """Claim the lines from the first 年度 with a ・ to the next numbered heading; returns them."""
    lines: list[int] = []
    for index in sheet.free():
        text = sheet.plain(index)
        if _HEADER.fullmatch(text):
            sheet.leave_out([index], LeftOutClass.TABLE_HEADER)
        elif _YEAR.match(text) or (lines and not _ends(sheet, index)):
            if lines and index > lines[-1] + 1:
                break
            lines.append(index)
        elif lines:
            break
    sheet.claim(lines, Part.TIMELINE)
    return lines


def _ends(sheet: Sheet, index: int) -> bool:
    text = sheet.plain(index)
    return any(read_mark(mark, text) for mark in COUNTED & set(sheet.layout.headings))


def read_timeline(sheet: Sheet, outline: Outline, lines: Sequence[int]) -> None:
    """An event for each ・ with the lines that run on below it, and a list for each year."""
    fiscal_year, events = 0, list[tuple[int, list[int]]]()
    years: dict[int, list[TimelineEvent]] = {}
    for index in lines:
        found = _YEAR.match(sheet.plain(index))
        if found:
            count = 1 if found["year"] == "元" else int(found["year"])
            fiscal_year = western(Era(found["era"]), count)
        if found or sheet.lines[index].text.startswith("・"):
            events.append((fiscal_year, [index]))
        else:
            events[-1][1].append(index)
    for fiscal_year, own in events:
        text = re.sub(r"^.*?・", "", sheet.text_of(own), count=1)
        event = TimelineEvent(
            id=sheet.record_id("timeline", str(fiscal_year)),
            plan_id=sheet.plan.id,
            section=outline.path_at(own[0]),
            page=sheet.pages[own[0]],
            spans=(Span(sheet.lines[own[0]].start, sheet.lines[own[-1]].end),),
            fiscal_year=fiscal_year,
            text=text,
        )
        sheet.records.append(event)
        years.setdefault(fiscal_year, []).append(event)
    for own_events in years.values():
        _add_year(sheet, own_events)


def _add_year(sheet: Sheet, events: Sequence[TimelineEvent]) -> None:
    """A list of what was done in a year, titled as the plan prints the year."""
    first = events[0]
    printed = _YEAR.match(one_width(sheet.source.quote(first.spans[0])))
    if printed is None:
        raise ValueError(f"{first.id} does not begin with its year")
    year = f"{printed['era']}{printed['year']}年度"
    sheet.records.append(
        Enumeration(
            id=sheet.record_id("enumeration", f"{first.section[-1]}{first.fiscal_year}"),
            plan_id=sheet.plan.id,
            section=first.section,
            page=first.page,
            spans=(Span(first.spans[0].start, events[-1].spans[0].end),),
            title=f"{year}の主な取組み",
            items=tuple(EnumerationItem("・", event.text, event.spans[0]) for event in events),
        )
    )
