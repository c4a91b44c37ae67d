"""How many half-years a cell spans, as far as the breaks of its lines tell.

Merged cells lost their place; what is left is how their text was broken. A half-year cell takes
lines of about five characters, a cell of two half-years about ten. Where such widths fill the row
in one way only, the place of a cell can be read from them; nothing is known where two ways fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.reading.otawara.items import Item
from knowledge.reading.otawara.wording import width

# A break inside a katakana word happens only where the line is full to the last character.
_KATAKANA_BREAK = re.compile(r"[ァ-ヺー]\n[ァ-ヺー]")
# No table of this style stacks more rows than this for one measure.
_MOST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Placement:
    """A row: its items in [first, end), and for each the (start, width) in halves or None."""

    first: int
    end: int
    places: tuple[tuple[int, int] | None, ...]


def possible_widths(item: Item, halves: int, per_half: int) -> range | tuple[int, ...]:
    """The numbers of half-years a cell with this text may span.

    n half-years hold lines of n * per_half characters, and one more. Text on one line may stand in
    any cell that it fits. Broken text stands in a cell that its longest line fits and that would
    be filled by the whole.
    """
    if item.nothing:
        return (1,)
    longest = max(width(piece) for piece in item.pieces)
    least = next(n for n in range(1, halves + 2) if longest <= n * per_half + 1 or n > halves)
    if len(item.pieces) == 1:
        return range(least, halves + 1)
    if any(_KATAKANA_BREAK.search("\n".join(pair)) for pair in pairwise(item.pieces)):
        return (least,)
    whole = width("".join(item.pieces))
    return tuple(n for n in range(least, halves + 1) if n == least or whole >= n * per_half + 1)


def place_rows(items: Sequence[Item], halves: int, per_half: int) -> tuple[Placement, ...]:
    """The rows of a table and where each item stands, with as few rows as the widths allow.

    A row is broken off only between printed lines. One row with every place unknown is returned
    where the widths fill the table in no way, or where the rows cannot be told apart. A single
    activity in a further row has no known place: cells merged over rows above may stand before it.
    """
    domains = [possible_widths(item, halves, per_half) for item in items]
    for rows in range(1, _MOST_ROWS + 1):
        found = [
            (split, [list(_fillings(domains[a:b], halves)) for a, b in pairwise(split)])
            for split in _splits(items, rows)
        ]
        solved = [(split, fillings) for split, fillings in found if all(fillings)]
        if not solved:
            continue
        # A row that begins late prints － first: that tells it from the row above.
        begun = [way for way in solved if all(items[cut].nothing for cut in way[0][1:-1])]
        if len(begun) == 1:
            solved = begun
        if len(solved) > 1:
            starts = [_shared(fillings[0]) for _, fillings in solved]
            return (_joint(len(items), starts),)
        split, fillings = solved[0]
        return tuple(
            Placement(a, b, _lone(rows, b - a, _shared(filling)))
            for (a, b), filling in zip(pairwise(split), fillings, strict=True)
        )
    return (Placement(0, len(items), (None,) * len(items)),)


def _splits(items: Sequence[Item], rows: int, first: int = 0) -> Iterator[list[int]]:
    """Every way to cut the items into rows between printed lines, as positions 0 .. len."""
    if rows == 1:
        yield [first, len(items)]
        return
    for cut in range(first + 1, len(items)):
        if items[cut - 1].last < items[cut].first:
            for rest in _splits(items, rows - 1, cut):
                yield [first, *rest]


def _fillings(domains: Sequence[Sequence[int]], halves: int) -> Iterator[tuple[int, ...]]:
    """Every choice of widths that adds up to exactly the halves of the table."""
    if not domains:
        if halves == 0:
            yield ()
        return
    for choice in domains[0]:
        if choice <= halves - (len(domains) - 1):
            for rest in _fillings(domains[1:], halves - choice):
                yield (choice, *rest)


def _shared(fillings: Sequence[tuple[int, ...]]) -> tuple[tuple[int, int] | None, ...]:
    """For each item its place where all fillings agree on it."""
    places = [
        {(sum(filling[:position]), filling[position]) for filling in fillings}
        for position in range(len(fillings[0]))
    ]
    return tuple(place.pop() if len(place) == 1 else None for place in places)


def _joint(count: int, firsts: Sequence[tuple[tuple[int, int] | None, ...]]) -> Placement:
    """Rows cannot be told apart: only the items that begin the first row in every reading stand."""
    places: list[tuple[int, int] | None] = [None] * count
    for position in range(min(len(first) for first in firsts)):
        seen = {first[position] for first in firsts}
        if len(seen) > 1 or None in seen:
            break
        places[position] = seen.pop()
    return Placement(0, count, tuple(places))


def _lone(
    rows: int, length: int, places: tuple[tuple[int, int] | None, ...]
) -> tuple[tuple[int, int] | None, ...]:
    return (None,) if rows > 1 and length == 1 else places
