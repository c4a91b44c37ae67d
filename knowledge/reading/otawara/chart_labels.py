"""Labels of a chart, joined from the lines they were broken into."""

from __future__ import annotations

import re
from collections.abc import Sequence

# A label never ends so; the line below goes on.
_OPEN = re.compile(r"[、・をでのてがにとはもや]$")
_BRACKET = re.compile(r"^[（(]")


def join_labels(
    lines: Sequence[str], repeated: Sequence[str], count: int
) -> list[list[int]] | None:
    """Positions of the lines of each label; None where they cannot be joined into `count` labels.

    repeated  the lines of the second print. Charts print again exactly those labels that are
              broken, so two neighbours that are neighbours there too may be one label.
    """
    pairs = {tuple(repeated[i : i + 2]) for i in range(len(repeated) - 1)}
    certain: list[list[int]] = []
    possible: list[list[int]] = []
    for position, text in enumerate(lines):
        before = lines[position - 1] if position else ""
        goes_on = bool(_OPEN.search(before) or _BRACKET.match(text)) and position > 0
        for labels, joined in ((certain, goes_on), (possible, goes_on or (before, text) in pairs)):
            # Two broken labels in a row are neighbours in the second print as well.
            if joined and (goes_on or len(labels[-1]) == 1):
                labels[-1].append(position)
            else:
                labels.append([position])
    for labels in (certain, possible):
        if len(labels) == count:
            return labels
    return None
