"""年度別の主な取組み: what was done in each past 年度."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.reading.toride.marks import COUNTED, read_mark
from knowledge.reading.toride.outline import Outline
from knowledge.reading.toride.sheet import Part, Sheet
from knowledge.records import LeftOutClass, Span, TimelineEvent

_YEAR = re.compile(r"(?P<era>昭和|平成|令和) ?(?P<year>\d+|元) ?年度 +(?=・)")
_HEADER = re.compile(r"年度 *施 *策")
_ERA_START = {"昭和": 1925, "平成": 1988, "令和": 2018}  # the western year before the era's first


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
    """An event for each ・, with the lines below it that begin no other."""
    fiscal_year, events = 0, list[tuple[int, list[int]]]()
    for index in lines:
        found = _YEAR.match(sheet.plain(index))
        if found:
            count = 1 if found["year"] == "元" else int(found["year"])
            fiscal_year = _ERA_START[found["era"]] + count
        if found or sheet.lines[index].text.startswith("・"):
            events.append((fiscal_year, [index]))
        else:
            events[-1][1].append(index)
    for fiscal_year, own in events:
        text = re.sub(r"^.*?・", "", sheet.text_of(own), count=1)
        sheet.records.append(
            TimelineEvent(
                id=sheet.record_id("timeline", str(fiscal_year)),
                plan_id=sheet.plan.id,
                section=outline.path_at(own[0]),
                page=sheet.pages[own[0]],
                spans=(Span(sheet.lines[own[0]].start, sheet.lines[own[-1]].end),),
                fiscal_year=fiscal_year,
                text=text,
            )
        )
