"""The counter for commands that ask in this process."""

from __future__ import annotations

from typing import TYPE_CHECKING

from service.commandline.building import ensure_index, limit_threads
from service.commandline.exits import Exit, stop

if TYPE_CHECKING:
    from knowledge.knowledgebase import KnowledgeBase
    from service.counter import Counter
    from service.settings import Settings


def open_quietly(settings: Settings) -> Counter:
    """Open the counter (seconds); a missing index is built first, with its progress bar."""
    limit_threads(settings)
    ensure_index(settings)
    from service.opening import open_counter

    return open_counter(settings)


def known_city(knowledge: KnowledgeBase, city: str | None) -> str | None:
    """A city id that is served, or None. Ends with USAGE naming the ids for any other."""
    known = [known.id for known in knowledge.cities]
    if city is not None and city not in known:
        stop(Exit.USAGE, f"unknown city {city!r}; known: {', '.join(known)}")
    return city
