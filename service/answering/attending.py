"""A conversation stays with its matter: what belongs to the earlier answer is looked at first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace

from index.results import WITHHELD, Hit, Passage, ResultSet
from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import FaqEntry, RecordKind, ScheduleRow
from service.answering.settings import AnsweringSettings
from service.answering.turn import Candidate, Side, Turn
from service.question.follow_up import FollowKind


class Neighbourhood:
    """Which records belong together: a measure, its schedule, and the entries bound to them."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._linked: dict[str, set[str]] = defaultdict(set)
        for row in knowledge.records(kind=ScheduleRow):
            self._link(row.id, [row.measure_id])
        for entry in knowledge.records(kind=FaqEntry):
            self._link(entry.id, entry.record_ids)

    def of(self, record_ids: Iterable[str]) -> frozenset[str]:
        """The records themselves, what they are bound to, and whatever else is bound to that."""
        own = set(record_ids)
        # Entry to record, record to measure or row: two steps; a third would leave the matter.
        near = own.union(*(self._linked[one] for one in own))
        bound = {one for one in near if "/faq/" not in one}
        rows = bound.union(*(self._linked[one] for one in bound))
        return frozenset(near | rows)

    def _link(self, one: str, others: Iterable[str]) -> None:
        for other in others:
            self._linked[one].add(other)
            self._linked[other].add(one)


class Attend:
    """The step after the search: passages of the matter are raised, also from below the cut."""

    def __init__(self, neighbourhood: Neighbourhood, settings: AnsweringSettings) -> None:
        self._neighbourhood = neighbourhood
        self._settings = settings

    def __call__(self, turn: Turn) -> Turn:
        """Rerank `sides`."""
        follow_up = turn.follow_up
        if follow_up is None or not follow_up.record_ids:
            return turn
        near = self._neighbourhood.of(follow_up.record_ids)
        plan_id = follow_up.record_ids[0].partition("/")[0]
        # Who asks for more is given what was not told: that may rank below all that was.
        is_deep = follow_up.kind is FollowKind.MORE
        cut = self._settings.candidates_followed if is_deep else self._settings.candidates
        sides = tuple(self._raised(side, near, plan_id, cut) for side in turn.sides)
        return replace(turn, sides=sides)

    def _raised(self, side: Side, near: frozenset[str], plan_id: str, cut: int) -> Side:
        found = side.results
        withheld = tuple(hit for hit in found.rejected if hit.rejected == WITHHELD)
        every = [
            self._score(hit, near, plan_id)
            for hit in (*found.hits, *found.rejected)
            if hit.rejected != WITHHELD
        ]
        every.sort(key=lambda hit: (-hit.score, hit.passage.id))
        results: ResultSet = replace(
            found,
            hits=tuple(replace(hit, rejected=None) for hit in every[:cut]),
            rejected=(
                *withheld,
                *(replace(hit, rejected=hit.rejected or "below the cut") for hit in every[cut:]),
            ),
        )
        return replace(side, results=results)

    def _score(self, hit: Hit, near: frozenset[str], plan_id: str) -> Hit:
        gain = 0.0
        if hit.passage.plan_id == plan_id:
            gain += self._settings.same_plan_weight
        if not near.isdisjoint(hit.passage.record_ids):
            gain += self._settings.matter_weight
        return replace(hit, score=hit.score + gain)


class Deepen:
    """The step after the weighing: who asks for more gets what was not told yet, or nothing."""

    def __init__(self, neighbourhood: Neighbourhood, settings: AnsweringSettings) -> None:
        self._neighbourhood = neighbourhood
        self._settings = settings

    def __call__(self, turn: Turn) -> Turn:
        """Reorder and cut the candidates of a turn that asks for more."""
        follow_up = turn.follow_up
        if follow_up is None or follow_up.kind is not FollowKind.MORE:
            return turn
        near = self._neighbourhood.of(follow_up.record_ids)
        told = frozenset(follow_up.told)
        return replace(turn, sides=tuple(self._deepened(side, near, told) for side in turn.sides))

    def _deepened(self, side: Side, near: frozenset[str], told: frozenset[str]) -> Side:
        last, others = _parted(side.candidates, lambda one: one.record_ids[0] in told)
        headings = {(one.hit.passage.plan_id, one.hit.passage.section) for one in last}
        further, far = _parted(
            others,
            lambda one: (
                not near.isdisjoint(one.record_ids) or (one.plan_id, one.section) in headings
            ),
        )
        further.sort(key=lambda one: _fullness(one.hit.passage.kind))
        candidates = tuple(further + last + far)[: self._settings.candidates]
        # Sure as the matter is, nothing more of it is told.
        return replace(side, candidates=candidates, confidence=side.confidence if further else 0.0)


def _parted(
    candidates: Iterable[Candidate], fits: Callable[[Passage], bool]
) -> tuple[list[Candidate], list[Candidate]]:
    """Those whose passage fits, and the others, in their order."""
    fitting: list[Candidate] = []
    others: list[Candidate] = []
    for candidate in candidates:
        (fitting if fits(candidate.hit.passage) else others).append(candidate)
    return fitting, others


def _fullness(kind: RecordKind) -> int:
    """Least for what tells most: a measure's own text, the plan's other words, tables, entries."""
    order = {RecordKind.MEASURE: 0, RecordKind.SCHEDULE: 2, RecordKind.FAQ: 3}
    return order.get(kind, 1)
