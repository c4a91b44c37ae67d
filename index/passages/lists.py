"""Headed lists, whole: residents ask what all belongs to it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from index.passages.context import Part
from index.settings import PieceSettings
from knowledge.records import Enumeration, EnumerationItem, Span

_NEAR_CHARS = 12  # a label and line breaks between two items of a list


def parts(listed: Enumeration, settings: PieceSettings) -> Iterator[Part]:
    """One part, or several where the list is long; each keeps the list's title."""
    runs: list[list[EnumerationItem]] = [[]]
    for item in listed.items:
        length = sum(len(_line(one)) for one in (*runs[-1], item))
        if runs[-1] and length > settings.longest_chars:
            runs.append([])
        runs[-1].append(item)
    for number, run in enumerate(runs, start=1):
        said = "、".join(_line(item) for item in run)
        yield Part(
            records=(listed,),
            title=listed.title,
            text=f"{listed.title}: {said}",
            shown=f"{listed.title}\n" + "\n".join(_line(item) for item in run),
            spans=listed.spans if len(runs) == 1 else _spans(run) or listed.spans,
            suffix=f"#{number}" if number > 1 else "",
        )


def _line(item: EnumerationItem) -> str:
    return f"{item.label} {item.text}".strip()


def _spans(run: list[EnumerationItem]) -> tuple[Span, ...]:
    """From the first item to the last where nothing else stands between, else item by item."""
    ordered = [item.span for item in run]
    gaps = [after.start - before.end for before, after in pairwise(ordered)]
    if all(0 <= gap <= _NEAR_CHARS for gap in gaps):
        return (Span(ordered[0].start, ordered[-1].end),)
    return tuple(ordered)
