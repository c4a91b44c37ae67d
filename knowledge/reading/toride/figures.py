"""What surrounds a figure whose picture is lost: captions, labels, sources and page numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.mending import mend, one_width
from knowledge.reading.toride.marks import read_mark
from knowledge.reading.toride.outline import Outline
from knowledge.reading.toride.pages import page_number
from knowledge.reading.toride.sheet import Part, Sheet
from knowledge.records import (
    Enumeration,
    EnumerationItem,
    LeftOutClass,
    Paragraph,
    ParagraphRole,
    Span,
)

_NUMBER = re.compile(r"図表\d+ +")
_CAPTION = re.compile(r"図表\d+ +\S.*")
_SOURCE = re.compile(r"（?出典(?:：|:|）).*")
_PANEL = re.compile(r"[A-Z]\..*")  # the title inside a chart: Ａ．企業通信網の構築状況


def claim_figures(sheet: Sheet) -> list[int]:
    """Claim page numbers, captions, panel titles and source lines.

    A caption with a bracketed heading below it heads text (図表１９ いばらきＩＴ戦略推進指針の概要)
    and is left to the outline. Returns the lines of the other captions.
    """
    free, captions = sheet.free(), list[int]()
    for place, index in enumerate(free):
        text = sheet.plain(index)
        below = sheet.plain(free[place + 1]) if place + 1 < len(free) else ""
        if page_number(sheet.lines[index].text, sheet.layout):
            sheet.leave_out([index], LeftOutClass.RUNNING_HEADER)
        elif _SOURCE.fullmatch(text):
            sheet.claim([index], Part.SOURCE)
        elif _CAPTION.fullmatch(text) and read_mark("（）", below) is None:
            captions.append(index)
        elif _PANEL.fullmatch(text):
            sheet.leave_out([index], LeftOutClass.FIGURE_LABEL)
    sheet.claim(captions, Part.CAPTION)
    return captions


def read_captions(sheet: Sheet, captions: Sequence[int]) -> None:
    """The list of figures: all that is known of them is that the plan shows them, and where.

    Two figures side by side share a line. The list stands at its captions' lines.
    """
    items = []
    for index in captions:
        line = sheet.lines[index]
        starts = [found.start() for found in _NUMBER.finditer(sheet.plain(index))]
        for start, end in zip(starts, [*starts[1:], len(line.text)], strict=True):
            printed = line.text[start:end].rstrip()
            number, _, title = one_width(printed).partition(" ")
            span = Span(line.start + start, line.start + start + len(printed))
            items.append(EnumerationItem(number, mend([title]), span))
    if items:
        sheet.records.append(
            Enumeration(
                id=sheet.record_id("enumeration", "図表一覧"),
                plan_id=sheet.plan.id,
                section=(),
                page=sheet.pages[captions[0]],
                spans=tuple(sheet.lines[index].span for index in captions),
                title="図表一覧",
                items=tuple(items),
            )
        )


def read_sources(sheet: Sheet, outline: Outline) -> None:
    """A paragraph for each source line: （出典：総務省「平成28年通信利用動向調査」）."""
    for index in sheet.of(Part.SOURCE):
        key = outline.key_at(index)
        sheet.records.append(
            Paragraph(
                id=sheet.record_id("paragraph", f"{key}-出典"),
                plan_id=sheet.plan.id,
                section=outline.path_at(index),
                page=sheet.pages[index],
                spans=sheet.spans_of([index]),
                text=sheet.text_of([index]),
                role=ParagraphRole.SOURCE,
            )
        )
