"""A chart of bars over years (市と国との施策の関係): the names and periods that its bars bear."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.reading.toride.outline import Outline
from knowledge.reading.toride.sheet import Part, Sheet
from knowledge.records import Enumeration, EnumerationItem, LeftOutClass

_CAPTION = re.compile(r"図表\d+ +(?P<title>.+)")
_AXIS = re.compile(r"年度(?: [HRSTM]\d+){2,}")
_PERIOD = re.compile(r"（.*）")


def claim_charts(sheet: Sheet) -> list[list[int]]:
    """Claim each chart from its caption to the end of its page; returns caption and bar lines.

    The axis of years and the one-letter labels of its rows (取 手 市, 国) are left out. Run this
    after footnotes are claimed: they stand among the bars.
    """
    charts: list[list[int]] = []
    for index, line in enumerate(sheet.lines):
        if sheet.parts[index] is not Part.TEXT or not _AXIS.fullmatch(sheet.plain(index)):
            continue
        caption = next(
            (i for i in range(index, -1, -1) if _CAPTION.fullmatch(sheet.plain(i))), None
        )
        if caption is None or sheet.pages[caption] != sheet.pages[index]:
            raise sheet.broken(index, f"a chart's axis without a caption above: {line.text!r}")
        sheet.leave_out([index], LeftOutClass.AXIS_TICKS)
        bars = []
        for below in range(index + 1, len(sheet.lines)):
            if sheet.pages[below] != sheet.pages[index]:
                break
            if sheet.parts[below] is Part.TEXT:
                if len(sheet.lines[below].text) == 1:
                    sheet.leave_out([below], LeftOutClass.FIGURE_LABEL)
                else:
                    bars.append(below)
        charts.append([caption, *bars])
        sheet.claim(charts[-1], Part.CHART)
    return charts


def read_charts(sheet: Sheet, outline: Outline, charts: Sequence[Sequence[int]]) -> None:
    """A list of the bars; a bar's text ends with the bracket that gives its period or state."""
    for caption, *bars in charts:
        found = _CAPTION.fullmatch(sheet.plain(caption))
        groups: list[list[int]] = [[]]
        for index in bars:
            groups[-1].append(index)
            below = sheet.plain(index + 1) if index + 1 < len(sheet.lines) else ""
            if _PERIOD.fullmatch(sheet.plain(index)) and not _PERIOD.fullmatch(below):
                groups.append([])
        items = tuple(
            EnumerationItem("", sheet.text_of(group), sheet.spans_of(group)[0])
            for group in groups
            if group
        )
        title = sheet.text_of([caption]) if found is None else found["title"]
        sheet.records.append(
            Enumeration(
                id=sheet.record_id("enumeration", title),
                plan_id=sheet.plan.id,
                section=outline.path_at(caption),
                page=sheet.pages[caption],
                spans=sheet.spans_of([caption, *bars]),
                title=title,
                items=items,
            )
        )
