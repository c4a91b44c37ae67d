"""An answer with all that is known of it, for who judges it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from service.answering.trace import Trace
from service.conversations.feedback import FeedbackReason
from service.outcome import Answer, Reason
from service.reviewing.judging.expectation import Expectation
from service.reviewing.judging.opinion import Opinion
from service.reviewing.states import ItemState, Why


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one reviewer says.

    reviewer  name of them
    version   grows with every change, from 1
    """

    reviewer_id: str
    reviewer: str
    opinion: Opinion
    judged_at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class Exchanged:
    """One question of the conversation and what was told, its words masked.

    question  "" where its words were refused and never kept
    answer    None where a release before answers were kept wrote it
    """

    message_id: str
    number: int
    asked_at: datetime
    question: str = field(repr=False)
    answer: Answer | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Vote:
    """What the resident said of it. `comment`: masked; "" for none, or erased."""

    is_helpful: bool
    reason: FeedbackReason | None
    comment: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Facts:
    """What stays of an answer for good; fields as in `OutcomeRow`.

    cited  plan and passage of every citation, in their order
    """

    city: str | None
    asked_at: datetime
    channel: str
    lang: str
    reason: Reason
    kind: str | None
    confidence: float
    milliseconds: float
    index_version: str
    revision: int
    cited: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where it stands in the queue."""

    why: Why
    state: ItemState


@dataclass(frozen=True, slots=True)
class Copied:
    """The question that was made of it for the evaluation set.

    retired_at  since when it counts no more, None while it counts
    """

    expects: Expectation
    retired_at: datetime | None


@dataclass(frozen=True, slots=True)
class Case:
    """One answer to judge.

    conversation  all of it, oldest first, but at most so many turns round this one; empty where
                  the words are erased
    trace         None where the words are erased, or another release wrote it
    place         None where it is not in the queue
    judgements    of all reviewers, the oldest first
    copied        None where no judgement ever made a question of it
    is_copyable   whether its question, masked, may become one of the evaluation set
    """

    message_id: str
    facts: Facts
    conversation: tuple[Exchanged, ...]
    vote: Vote | None
    trace: Trace | None
    place: Place | None
    judgements: tuple[Judgement, ...]
    copied: Copied | None
    is_copyable: bool

    @property
    def told(self) -> Exchanged | None:
        """The exchange that is judged; None where its words are erased."""
        return next((one for one in self.conversation if one.message_id == self.message_id), None)

    @property
    def is_erased(self) -> bool:
        """Whether the words are gone."""
        return self.told is None

    def judgement_of(self, reviewer_id: str) -> Judgement | None:
        """What a reviewer said of it, None for nothing."""
        return next((one for one in self.judgements if one.reviewer_id == reviewer_id), None)

    def others_seen_by(self, reviewer_id: str) -> tuple[Judgement, ...]:
        """What others said, once one has given an own judgement: nobody is led by another's.

        Where the words are erased nobody judges any more, and all may see.
        """
        if self.judgement_of(reviewer_id) is None and not self.is_erased:
            return ()
        return tuple(one for one in self.judgements if one.reviewer_id != reviewer_id)
