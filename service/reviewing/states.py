"""Why an answer is in the queue, and how far staff have got with it."""

from __future__ import annotations

from enum import StrEnum


class Why(StrEnum):
    """What put an answer into the queue, the weightiest first; an item holds the first that fits.

    UNHELPFUL       a resident voted so
    REFUSED         the question was refused
    NOT_FOUND       the plans were said not to tell, or the question was not understood
    LOW_CONFIDENCE  it was answered with little confidence
    SAMPLE          drawn by chance: good answers are looked at as well
    """

    UNHELPFUL = "unhelpful"
    REFUSED = "refused"
    NOT_FOUND = "not_found"
    LOW_CONFIDENCE = "low_confidence"
    SAMPLE = "sample"


class ItemState(StrEnum):
    """How far an item has got.

    OPEN         nobody has begun
    IN_PROGRESS  somebody is at it
    DONE         judged, and put right where it had to be
    DISMISSED    looked at, and nothing to do
    ERASED       the words were erased before anybody was through: nothing is left to judge
    """

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    DISMISSED = "dismissed"
    ERASED = "erased"

    @property
    def is_closed(self) -> bool:
        """Whether nothing is left to do."""
        return self not in UNFINISHED


UNFINISHED = frozenset({ItemState.OPEN, ItemState.IN_PROGRESS})
# What staff may set; only erasing erases.
SETTABLE = tuple(state for state in ItemState if state is not ItemState.ERASED)
