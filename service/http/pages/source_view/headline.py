"""Where a title ends in the print that begins with it."""

from __future__ import annotations

from service.http.pages.source_view.blocks import Segment, Segments
from service.http.pages.source_view.folding import fold, folded

# A mark and a number may stand before the title: ■１－１－１, (12), ・
BEFORE_MAX = 14


def split_headline(text: str, segments: Segments, title: str) -> tuple[Segments, Segments]:
    """The segments of the title and those of the rest.

    Width and white space are set aside. Without the title near the beginning, the first is empty.
    """
    printed, wanted = folded(text, segments), fold(title)
    at = printed.text.find(wanted) if wanted else -1
    if not 0 <= at <= BEFORE_MAX:
        return (), segments
    return split_at(text, segments, printed.ends[at + len(wanted) - 1])


def split_at(text: str, segments: Segments, offset: int) -> tuple[Segments, Segments]:
    """The segments before a source offset and those behind it; what is blank behind is left out."""
    head: list[Segment] = []
    rest: list[Segment] = []
    for segment in segments:
        if segment.start < offset:
            head.append(Segment(segment.start, min(segment.end, offset), segment.line))
        if segment.end > offset and text[max(segment.start, offset) : segment.end].strip():
            rest.append(Segment(max(segment.start, offset), segment.end, segment.line))
    return tuple(head), tuple(rest)
