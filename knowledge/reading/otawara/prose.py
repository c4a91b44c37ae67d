"""Running text: what no other reader took, put together into whole sentences; bullets as lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.reading.otawara.folio import Folio
from knowledge.reading.otawara.wording import ends_sentence
from knowledge.records import (
    Enumeration,
    EnumerationItem,
    Paragraph,
    ParagraphRole,
    RecordKind,
    Span,
)

_BULLET = "・"
_SENTENCE = re.compile(r"[^。]+。")


def read_prose(folio: Folio) -> None:
    """Read the free lines as paragraphs that end where a line ends with a sentence.

    A sentence may go on behind a chart or on the next page, never behind a heading. Bullets in a
    row become a list named by the sentence before them. What ends without a full stop is a
    signature before the first heading; below a heading it is reported and stays uncovered.
    """
    paragraph: list[int] = []
    bullets: list[list[int]] = []
    heading = folio.heading(0)
    for index in [*folio.free(), None]:
        here = folio.heading(index) if index is not None else None
        text = folio.lines[index].text if index is not None else ""
        if here != heading or (bullets and not _goes_on(folio, bullets, text)):
            _add_list(folio, bullets)
            bullets = []
        if here != heading and paragraph:
            _close(folio, paragraph)
            paragraph = []
        if index is None or here is None:
            break
        heading = here
        if text.startswith(_BULLET) and not paragraph:
            bullets.append([index])
        elif bullets:
            bullets[-1].append(index)
        else:
            paragraph.append(index)
            if ends_sentence(text, folio.text(paragraph)):
                folio.add_paragraph(paragraph)
                paragraph = []


def _goes_on(folio: Folio, bullets: Sequence[Sequence[int]], text: str) -> bool:
    """Whether a line belongs to the bullets: it begins one, or the last one is not ended."""
    return text.startswith(_BULLET) or not folio.lines[bullets[-1][-1]].text.endswith("。")


def _close(folio: Folio, indices: Sequence[int]) -> None:
    if folio.heading(indices[0]).level == 0:
        text = " ".join(folio.text([index]) for index in indices)
        folio.add_paragraph(indices, ParagraphRole.NOTE, text)
    else:
        folio.puzzle(folio.spans(indices), f"no sentence: {folio.text(indices)}")


def _add_list(folio: Folio, bullets: Sequence[list[int]]) -> None:
    if not bullets:
        return
    before = next((r for r in reversed(folio.records) if isinstance(r, Paragraph)), None)
    items = []
    for indices in bullets:
        text = folio.text(indices).removeprefix(_BULLET)
        span = Span(folio.lines[indices[0]].start, folio.lines[indices[-1]].end)
        items.append(EnumerationItem(_BULLET, text, span))
    path = folio.heading(bullets[0][0]).path
    if before is not None and before.section == path and len(bullets) > 1:
        sentences = _SENTENCE.findall(before.text)
        place = folio.place(
            RecordKind.ENUMERATION,
            folio.heading(bullets[0][0]).key,
            [index for indices in bullets for index in indices],
        )
        place["spans"] = (*before.spans, *place["spans"])
        title = sentences[-1].rstrip("。") if sentences else path[-1]
        folio.records.append(Enumeration(**place, title=title, items=tuple(items)))
    for indices, item in zip(bullets, items, strict=True):
        folio.add_paragraph(indices, ParagraphRole.BULLET, item.text)
