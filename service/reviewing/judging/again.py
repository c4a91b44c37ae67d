"""How an answer of today differs from the one that was given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum

from service.answering.trace import SideTrace, Trace
from service.answering.turn import Turn
from service.outcome import Answer, Citation
from service.reviewing.judging.sentences import sentences_of

_RANKED = 10  # candidates whose places are compared: as many as are looked at closely


@dataclass(frozen=True, slots=True)
class Again:
    """What was answered now, and what the service saw."""

    answer: Answer = field(repr=False)
    trace: Trace

    @classmethod
    def of(cls, turn: Turn) -> Again:
        """Of a turn that has its answer."""
        return cls(turn.answered, Trace.of(turn))


class Change(StrEnum):
    """What became of a sentence or a citation."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class ChangedSentence:
    """A sentence of the answers, in the order in which a person reads both."""

    change: Change
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ChangedCitation:
    """A place cited by one of them or by both; the quote is the newer one where there is one."""

    change: Change
    citation: Citation


@dataclass(frozen=True, slots=True)
class Move:
    """A candidate's places, 1.. within its side; None: not among the first.

    side  "" where the question has one only
    """

    side: str
    passage_id: str
    before: int | None
    now: int | None


@dataclass(frozen=True, slots=True)
class Difference:
    """An answer then and now.

    moves  candidates that changed places, best of now first; empty where the trace of then is gone
    """

    sentences: tuple[ChangedSentence, ...]
    citations: tuple[ChangedCitation, ...]
    moves: tuple[Move, ...]

    @property
    def is_same(self) -> bool:
        """Whether a resident would read the same."""
        changes = [one.change for one in self.sentences] + [one.change for one in self.citations]
        return all(change is Change.SAME for change in changes)


def difference(then: Answer, seen: Trace | None, again: Again) -> Difference:
    """Compare. `seen`: what the service saw then, None where that is not known."""
    return Difference(
        tuple(_sentences(then.text, again.answer.text)),
        tuple(_citations(then.citations, again.answer.citations)),
        tuple(_moves(seen.sides, again.trace.sides)) if seen else (),
    )


def _sentences(then: str, now: str) -> Iterator[ChangedSentence]:
    old = [one.text for one in sentences_of(then)]
    new = [one.text for one in sentences_of(now)]
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            yield from (ChangedSentence(Change.SAME, text) for text in new[new_from:new_to])
            continue
        yield from (ChangedSentence(Change.REMOVED, text) for text in old[old_from:old_to])
        yield from (ChangedSentence(Change.ADDED, text) for text in new[new_from:new_to])


def _citations(then: Sequence[Citation], now: Sequence[Citation]) -> Iterator[ChangedCitation]:
    old, new = _by_place(then), _by_place(now)
    for place, citation in new.items():
        yield ChangedCitation(Change.SAME if place in old else Change.ADDED, citation)
    for place, citation in old.items():
        if place not in new:
            yield ChangedCitation(Change.REMOVED, citation)


def _by_place(citations: Sequence[Citation]) -> Mapping[tuple[str, int, int], Citation]:
    return {(one.plan_id, one.span.start, one.span.end): one for one in citations}


def _moves(then: Sequence[SideTrace], now: Sequence[SideTrace]) -> Iterator[Move]:
    old = {side.name: _ranks(side) for side in then}
    for side in now:
        before, ranks = old.get(side.name, {}), _ranks(side)
        for passage_id in [*ranks, *(one for one in before if one not in ranks)]:
            if before.get(passage_id) != ranks.get(passage_id):
                yield Move(side.name, passage_id, before.get(passage_id), ranks.get(passage_id))


def _ranks(side: SideTrace) -> dict[str, int]:
    kept = [one.passage_id for one in side.candidates if one.is_kept][:_RANKED]
    return {passage_id: place for place, passage_id in enumerate(kept, start=1)}
