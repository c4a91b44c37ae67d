"""Years as this style prints them, in an era, as western years."""

from __future__ import annotations

import re

from knowledge.eras import Era, western
from knowledge.mending import one_width

ERA_YEAR = rf"(?:{'|'.join(Era)})(?:[0-9０-９]+|元)年"
_PARTS = re.compile(r"(..)([0-9]+|元)年")


def western_year(printed: str) -> int:
    """`平成２５年` as 2013. Raises ValueError where `printed` is no year of a known era."""
    parts = _PARTS.fullmatch(one_width(printed))
    if parts is None:
        raise ValueError(f"no year of an era: {printed!r}")
    return western(Era(parts[1]), 1 if parts[2] == "元" else int(parts[2]))
