"""All corrections that are in force, made ready for questions: one snapshot for each question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from knowledge.records import Span
from service.answering.corrections.aliasing import Aliases
from service.answering.corrections.matching import Approved
from service.answering.corrections.noting import Noted
from service.answering.corrections.records import Corrections
from service.answering.corrections.topics import Topic


@dataclass(frozen=True, slots=True)
class InForce:
    """What staff put right, as the steps use it; immutable. What went stale is not in it.

    index_version, day  for which it was made ready: another index or day needs another one
    answers     approved answers by the id of the city they speak of
    aliases     words that mean the same
    withheld    ids of passages that are neither found nor cited
    hidden      by plan id, the characters that staff hid
    notes       told with every answer that quotes what they are on
    topics      matters that are refused
    contacts    by city id, None for all cities: the sentence that leads to a person
    """

    corrections: Corrections = field(default_factory=Corrections)
    index_version: str = ""
    day: date = date.min
    answers: Mapping[str, Sequence[Approved]] = field(default_factory=dict)
    aliases: Aliases = field(default_factory=Aliases)
    withheld: frozenset[str] = frozenset()
    hidden: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    notes: tuple[Noted, ...] = ()
    topics: tuple[Topic, ...] = ()
    contacts: Mapping[str | None, str] = field(default_factory=dict)

    def contact(self, city: str | None) -> str | None:
        """The live sentence that leads to a person of a city; None where staff wrote none."""
        return self.contacts.get(city) or self.contacts.get(None)
