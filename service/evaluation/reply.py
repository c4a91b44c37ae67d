"""What came back for a question, whichever way it was asked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quoted:
    """A citation as far as it is judged."""

    plan_id: str
    section: str
    page: int | None
    quote: str


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply.

    status   answered, clarify, not_found, refused; `http_422` and the like for an error
    seconds  from sending the question to having the whole reply
    """

    status: str
    text: str
    citations: tuple[Quoted, ...]
    seconds: float
