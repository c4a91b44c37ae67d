"""For which city a correction holds, and of which one a question is."""

from __future__ import annotations

from service.question.understanding import Understanding


def site_of(asked: Understanding) -> str | None:
    """The one city a question is about: the one it names, else the site's; None for several."""
    if asked.cities:
        return asked.cities[0] if len(asked.cities) == 1 else None
    return asked.site_city


def holds_for(city: str | None, asked: str | None) -> bool:
    """Whether a correction of a city (None: of all) holds for a question about `asked`."""
    return city is None or city == asked
