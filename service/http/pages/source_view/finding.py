"""Search inside a plan: every place a word stands, whatever its width, case or line breaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.http.pages.source_view.blocks import Block, Heading, PageMark, Segments
from service.http.pages.source_view.folding import Units, fold
from service.http.pages.source_view.marks import Layer

CONTEXT = (
    24  # folded signs shown before and behind a hit: one line on a wide screen, two on a phone
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where what was looked for stands.

    number         from 1; `hit-<number>` is its id on the page
    heading        title of the section it stands in, "" before the first
    page           printed page, None where the source does not tell
    before, printed, after  the words themselves with what stands round them
    """

    number: int
    heading: str
    page: int | None
    before: Segments
    printed: Segments
    after: Segments


def find(blocks: Sequence[Block], printed: Sequence[Units], wanted: str) -> tuple[Hit, ...]:
    """All hits in reading order; none overlaps another or reaches over the end of a paragraph.

    printed  the folded text of each block
    `wanted` that folds to nothing is found nowhere.
    """
    return tuple(_hits(blocks, printed, fold(wanted)))


def hit_layer(hits: Sequence[Hit]) -> Layer[int]:
    """The hits as marks."""
    return Layer((part.start, part.end, hit.number) for hit in hits for part in hit.printed)


def _hits(blocks: Sequence[Block], printed: Sequence[Units], wanted: str) -> Iterator[Hit]:
    heading, page, number = "", None, 0
    for block, units in zip(blocks, printed, strict=True):
        if isinstance(block, Heading):
            heading = block.title
        elif isinstance(block, PageMark):
            page = block.page
        for unit in units:
            for start in _places(unit.text, wanted):
                number += 1
                end = start + len(wanted)
                yield Hit(
                    number,
                    heading,
                    page,
                    unit.cut(max(0, start - CONTEXT), start),
                    unit.cut(start, end),
                    unit.cut(end, min(len(unit.text), end + CONTEXT)),
                )


def _places(text: str, wanted: str) -> Iterator[int]:
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        yield at
        at = text.find(wanted, at + len(wanted))
