"""The areas of plans by their own headings: chapters, and the larger ones cut up further."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.records import FaqEntry
from service.topics.settings import TopicSettings


@dataclass(frozen=True)
class Area:
    """What stands under one heading.

    path     the headings from the outermost to this one, as records carry them
    entries  the FAQ entries under it, in the order of the plan
    """

    plan_id: str
    path: tuple[str, ...]
    entries: tuple[FaqEntry, ...]

    @property
    def parts(self) -> tuple[Area, ...]:
        """The areas one heading further in; what stands under no further heading is in none."""
        return _grouped(self.entries, len(self.path) + 1)


def areas_of(entries: Iterable[FaqEntry], most: int, settings: TopicSettings) -> tuple[Area, ...]:
    """At most `most` areas of plans, in the order of the entries.

    Chapters first; then the area with most to ask about gives way to its parts, as long as there is
    room. Areas with too few questions are none. The first chapters where there are too many.
    """
    areas = _large(_grouped(entries, 1), settings)[:most]
    while True:
        for area in sorted(areas, key=lambda area: -len(area.entries)):
            parts = _large(area.parts, settings)
            if len(parts) > 1 and len(areas) - 1 + len(parts) <= most:
                place = areas.index(area)
                areas[place : place + 1] = parts
                break
        else:
            return tuple(areas)


def _large(areas: Sequence[Area], settings: TopicSettings) -> list[Area]:
    return [area for area in areas if len(area.entries) >= settings.questions_min]


def _grouped(entries: Iterable[FaqEntry], depth: int) -> tuple[Area, ...]:
    """The entries by the first `depth` headings of their paths."""
    groups: dict[tuple[str, tuple[str, ...]], list[FaqEntry]] = {}
    for entry in entries:
        if len(entry.section) >= depth:
            groups.setdefault((entry.plan_id, entry.section[:depth]), []).append(entry)
    return tuple(Area(plan, path, tuple(found)) for (plan, path), found in groups.items())
