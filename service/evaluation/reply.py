"""What came back for a question, whichever way it was asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quoted:
    """A citation as far as it is judged."""

    plan_id: str
    section: str
    page: int | None
    quote: str


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate as it stood when the answer was decided; `score` as in `turn.Candidate`."""

    passage_id: str
    title: str
    score: float


@dataclass(frozen=True, slots=True)
class Alternative:
    """The reply at every threshold of confidence from the alternative before to `up_to`."""

    up_to: float
    reply: Reply


@dataclass(frozen=True, slots=True)
class Inside:
    """What only the process that answered can tell.

    asked         what kind of thing was understood to be asked; None where it was settled before
    candidates    the first three of every side
    alternatives  replies at all thresholds, lowest first, the last up to infinity; empty where the
                  question was settled before any search, so that no threshold matters
    milliseconds  by step of the answering
    """

    asked: str | None
    candidates: tuple[Ranked, ...]
    alternatives: tuple[Alternative, ...]
    milliseconds: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply.

    status      answered, clarify, not_found, refused; `http_422` and the like for an error
    seconds     from sending the question to having the whole reply
    reason      the finer code under the status, "" for an error
    confidence  of the outcome, 0..1; None for an error
    inside      None where the service answered over HTTP
    index_version  which index answered, "" for an error
    """

    status: str
    text: str
    citations: tuple[Quoted, ...]
    seconds: float
    reason: str = ""
    confidence: float | None = None
    inside: Inside | None = None
    index_version: str = ""
