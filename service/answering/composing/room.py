"""How much room the plan's words get, tried from the most until answer and frame fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from service.answering.settings import AnsweringSettings


@dataclass(frozen=True, slots=True)
class Room:
    """One try.

    chars         of the plan's own words
    is_brief      without what only helps to understand
    tells_period  that the plan's period is over; each source says it as well
    """

    chars: int
    is_brief: bool = False
    tells_period: bool = True


def rooms(settings: AnsweringSettings, *, is_noted: bool) -> Iterator[Room]:
    """The tries in their order.

    is_noted  notes of staff take a part of the answer: they go before the plan's period
    """
    yield from map(Room, settings.told_chars)
    yield Room(settings.told_chars[-1], is_brief=True)
    if is_noted:
        yield Room(settings.told_chars[-1], is_brief=True, tells_period=False)
