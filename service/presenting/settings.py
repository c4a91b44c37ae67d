"""Numbers of the presenting, each with its unit and reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PresentingSettings:
    """Tuning numbers; the defaults are what residents see.

    list_items_min  items: "three or more things as a list" (the guideline for やさしい日本語)
    bold_chars_max  characters of a conclusion set in bold: five lines of a phone; more is a wall
    bars_max        bars of one chart: as many as fit a phone's height beside the answer
    schedules_max   schedules under one answer: one for each side of a comparison of two
    """

    list_items_min: int = 3
    bold_chars_max: int = 80
    bars_max: int = 8
    schedules_max: int = 2
