"""Which passages and measures help residents most and least, by votes on answers that cite them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import FaqEntry, Measure, Record, ScheduleRow
from service.evaluation.share import Share

# Below it the interval spans most of all there is, and order is chance.
VOTES_LEAST = 5
SHOWN_MAX = 10


@dataclass(frozen=True, slots=True)
class CitedPlace:
    """A passage or a measure.

    name     of the measure, else what the passage says, shortened; "" where it is no longer held
    helpful  of the votes on answers that cite it
    """

    id: str
    plan_id: str
    name: str
    helpful: Share


@dataclass(frozen=True, slots=True)
class Ranking:
    """The two ends of the order; a place may stand at both where there are few.

    most   by the lower end of the interval: surely helpful come first
    least  by the upper end: surely unhelpful come first
    rated  how many places have votes enough to stand in it
    """

    most: tuple[CitedPlace, ...]
    least: tuple[CitedPlace, ...]
    rated: int


class Naming:
    """Finds what a passage is of; a plan that was taken out since leaves its id alone."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._records: dict[str, Record] = {record.id: record for record in knowledge.records()}
        self._measures = {
            (record.plan_id, record.section): record
            for record in self._records.values()
            if isinstance(record, Measure)
        }

    def measure(self, passage_id: str) -> Measure | None:
        """The measure that a passage belongs to, None for none."""
        record = self._record(passage_id)
        if isinstance(record, FaqEntry) and record.record_ids:
            record = self._records.get(record.record_ids[0], record)
        if isinstance(record, ScheduleRow):
            record = self._records.get(record.measure_id, record)
        if record is None or isinstance(record, Measure):
            return record
        return self._measures.get((record.plan_id, record.section))

    def name(self, passage_id: str) -> str:
        """What a passage is about: an entry's first form, else the end of its path."""
        record = self._record(passage_id)
        if isinstance(record, FaqEntry):
            return record.forms[0]
        return record.section[-1] if record is not None and record.section else ""

    def _record(self, passage_id: str) -> Record | None:
        return self._records.get(passage_id.partition("#")[0])


def rank_passages(votes: Mapping[str, Share], naming: Naming) -> Ranking:
    """The passages with votes enough."""
    return _ranked(
        CitedPlace(each, _plan_of(each), naming.name(each), share) for each, share in votes.items()
    )


def rank_measures(votes: Mapping[str, Share], naming: Naming) -> Ranking:
    """The measures, each with the votes on all passages that belong to it.

    An answer that cites two passages of a measure counts for each of them.
    """
    measures: dict[str, Measure] = {}
    summed: dict[str, list[int]] = {}
    for passage_id, share in votes.items():
        if (measure := naming.measure(passage_id)) is not None:
            measures[measure.id] = measure
            held = summed.setdefault(measure.id, [0, 0])
            held[0] += share.count
            held[1] += share.of
    return _ranked(
        CitedPlace(each, measures[each].plan_id, measures[each].title, Share(*counts))
        for each, counts in summed.items()
    )


def _ranked(places: Iterable[CitedPlace]) -> Ranking:
    rated = [
        (interval, place)
        for place in places
        if place.helpful.of >= VOTES_LEAST and (interval := place.helpful.interval)
    ]
    most = sorted(rated, key=lambda each: (-each[0][0], -each[1].helpful.of, each[1].id))
    least = sorted(rated, key=lambda each: (each[0][1], -each[1].helpful.of, each[1].id))
    return Ranking(
        tuple(place for _, place in most[:SHOWN_MAX]),
        tuple(place for _, place in least[:SHOWN_MAX]),
        len(rated),
    )


def _plan_of(passage_id: str) -> str:
    return passage_id.partition("/")[0]
