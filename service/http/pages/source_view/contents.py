"""The contents of a plan's page: its headings as a tree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from service.http.pages.source_view.blocks import Block, Heading

DEEPEST = 5  # deeper headings are single measures, which have a list of their own


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading and those beneath it."""

    heading: Heading
    entries: tuple[Entry, ...]


def contents(blocks: Iterable[Block]) -> tuple[Entry, ...]:
    """The headings down to level 5, each with the ones that stand under it."""
    headings = [b for b in blocks if isinstance(b, Heading) and b.level <= DEEPEST]
    entries, rest = _under(headings, 0)
    assert not rest
    return entries


def _under(headings: list[Heading], above: int) -> tuple[tuple[Entry, ...], list[Heading]]:
    """The entries deeper than level `above` at the head of the list, and what comes behind."""
    found: list[Entry] = []
    while headings and headings[0].level > above:
        first, *headings = headings
        beneath, headings = _under(headings, first.level)
        found.append(Entry(first, beneath))
    return tuple(found), headings


def heading_of(blocks: Iterable[Block], measure_id: str) -> str | None:
    """The anchor of a measure's own heading, None where its title could not be told in print."""
    headings = (block for block in blocks if isinstance(block, Heading))
    return next((head.anchor for head in headings if head.measure_id == measure_id), None)
