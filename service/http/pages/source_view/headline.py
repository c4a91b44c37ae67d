"""Where a title ends in the print that begins with it."""

from __future__ import annotations

import unicodedata

from service.http.pages.source_view.blocks import Segment, Segments

# A mark and a number may stand before the title: ■１－１－１, (12), ・
BEFORE_MAX = 14


def split_headline(text: str, segments: Segments, title: str) -> tuple[Segments, Segments]:
    """The segments of the title and those of the rest.

    Width and white space are set aside. Without the title near the beginning, the first is empty.
    """
    folded: list[str] = []
    ends: list[int] = []
    for segment in segments:
        for offset in range(segment.start, segment.end):
            for sign in _folded(text[offset]):
                folded.append(sign)
                ends.append(offset + 1)
    wanted = "".join(map(_folded, title))
    at = "".join(folded).find(wanted) if wanted else -1
    if not 0 <= at <= BEFORE_MAX:
        return (), segments
    return _cut(text, segments, ends[at + len(wanted) - 1])


def _folded(sign: str) -> str:
    return "".join(unicodedata.normalize("NFKC", sign).replace(",", "、").split())


def _cut(text: str, segments: Segments, at: int) -> tuple[Segments, Segments]:
    head: list[Segment] = []
    rest: list[Segment] = []
    for segment in segments:
        if segment.start < at:
            head.append(Segment(segment.start, min(segment.end, at), segment.line))
        if segment.end > at and text[max(segment.start, at) : segment.end].strip():
            rest.append(Segment(max(segment.start, at), segment.end, segment.line))
    return tuple(head), tuple(rest)
