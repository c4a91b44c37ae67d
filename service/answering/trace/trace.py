"""A finished turn as a record: what was read, what was found, and what it took."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from service.answering.trace.candidates import CandidateTrace, candidates_of, rounded
from service.answering.trace.reading import ApprovedTrace, FollowUpTrace, ReadingTrace
from service.answering.turn import Side, Thresholds, Turn
from service.outcome import Reason


@dataclass(frozen=True, slots=True)
class SideTrace:
    """One part of a question and what was searched for it.

    name        "" where the question has one side only
    cities, plans  the scope; both empty: no limit
    tokens      words of the question as the index holds them
    askable     log odds that plans answer such a question
    confidence  probability 0..1 that the first candidate answers it
    threshold   confidence from which it is told, None where nothing was decided by it
    milliseconds  of the search, by its steps
    """

    name: str
    cities: tuple[str, ...]
    plans: tuple[str, ...]
    tokens: tuple[str, ...] = field(repr=False)
    askable: float
    confidence: float
    threshold: float | None
    candidates: tuple[CandidateTrace, ...]
    milliseconds: dict[str, float]


@dataclass(frozen=True, slots=True)
class Trace:
    """What the service saw. A refused question leaves no word: neither reading nor sides.

    lang          of the reply
    threshold     confidence that the best side had to reach, None where it was settled before
    milliseconds  of answering, by its steps in their order
    revision      which of the staff's corrections were live
    """

    reason: Reason
    lang: str
    confidence: float
    threshold: float | None
    reading: ReadingTrace | None
    follow_up: FollowUpTrace | None
    approved: ApprovedTrace | None
    sides: tuple[SideTrace, ...]
    milliseconds: dict[str, float]
    index_version: str
    revision: int

    @classmethod
    def of(cls, turn: Turn) -> Trace:
        """The trace of a turn that has its answer."""
        answer = turn.answered
        # As everywhere: what is taken for no meaning was refused, and its words are not kept.
        is_kept = bool(answer.meaning)
        return cls(
            reason=answer.reason,
            lang=answer.lang,
            confidence=rounded(answer.confidence),
            threshold=turn.thresholds.answer if turn.thresholds else None,
            reading=ReadingTrace.of(turn.understanding) if turn.understanding and is_kept else None,
            follow_up=FollowUpTrace.of(turn.follow_up) if turn.follow_up and is_kept else None,
            approved=ApprovedTrace.of(turn.approved) if turn.approved else None,
            sides=tuple(_side(side, turn) for side in turn.sides) if is_kept else (),
            milliseconds=_rounded(answer.milliseconds),
            index_version=answer.index_version,
            revision=answer.revision,
        )


def _side(side: Side, turn: Turn) -> SideTrace:
    limits = turn.thresholds
    return SideTrace(
        name=side.name,
        cities=tuple(sorted(side.results.query.scope.cities)),
        plans=tuple(sorted(side.results.query.scope.plans)),
        tokens=side.results.tokens,
        askable=rounded(side.results.askable),
        confidence=rounded(side.confidence),
        threshold=limits.side if limits else None,
        candidates=candidates_of(side, turn.answered, is_told=_is_told(side, limits)),
        milliseconds=_rounded(side.results.milliseconds),
    )


def _is_told(side: Side, limits: Thresholds | None) -> bool:
    return limits is not None and side.confidence >= limits.side


def _rounded(milliseconds: Mapping[str, float]) -> dict[str, float]:
    return {step: rounded(spent) for step, spent in milliseconds.items()}
