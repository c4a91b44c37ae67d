"""All corrections that are in force, made ready for questions: one snapshot for each question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from index.results import Passage
from service.answering.corrections.digests import hidden_ids, stale
from service.answering.corrections.records import CityContact, Corrections, PassageNote


@dataclass(frozen=True, slots=True)
class InForce:
    """What staff put right, as the steps use it; immutable.

    index_version, day  for which it was made ready: another index or day needs another one
    withheld            ids of passages that are neither found nor cited
    notes               by passage id, the sentence told with every answer that cites it
    contacts            by city id, None for all cities: the sentence that leads to a person
    """

    corrections: Corrections = field(default_factory=Corrections)
    index_version: str = ""
    day: date = date.min
    withheld: frozenset[str] = frozenset()
    notes: Mapping[str, str] = field(default_factory=dict)
    contacts: Mapping[str | None, str] = field(default_factory=dict)

    def contact(self, city: str | None) -> str | None:
        """The live sentence that leads to a person of a city; None where staff wrote none."""
        return self.contacts.get(city) or self.contacts.get(None)


def made_ready(
    corrections: Corrections, passages: Mapping[str, Passage], index_version: str, day: date
) -> InForce:
    """Corrections for questions on one index and one day; what went stale is left out."""
    ended = {one.correction_id for one in stale(corrections, passages, day)}
    notes: dict[str, str] = {}
    contacts: dict[str | None, str] = {}
    for each in corrections.entries:
        match each.body:
            case PassageNote(passage=own, note=note) if each.id not in ended:
                notes[own.passage_id] = "\n".join(filter(None, (notes.get(own.passage_id), note)))
            case CityContact(text=text):
                contacts[each.city] = text
    return InForce(
        corrections,
        index_version,
        day,
        hidden_ids(corrections, passages),
        notes,
        contacts,
    )
