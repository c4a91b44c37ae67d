"""The figures of one day in one city, and how they are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

Nested = dict[str, dict[str, int]]


@dataclass(frozen=True, slots=True)
class DaySummary:
    """What was asked on one day in one city, counted.

    Hundreds are read at a time: the fields are what JSON gives, and what has many entries stands in
    columns side by side, for ten thousands of small containers keep the garbage collector busy.

    city      None for what is of no one city
    channels  questions by channel and status
    langs     by language and status
    kinds     by kind of question and status; "" where it was settled before it was understood
    votes     by status and `helpful` or `unhelpful`
    passages, passage_helpful, passage_votes  ids of passages that answers with a vote cite; the
              helpful ones of these votes, and all
    waits, wait_counts  milliseconds, rounded as `rounded` does; the questions that took so long
    verdicts  judged answers by verdict, each once
    """

    asked_on: date
    city: str | None
    channels: Nested = field(default_factory=dict)
    langs: Nested = field(default_factory=dict)
    kinds: Nested = field(default_factory=dict)
    votes: Nested = field(default_factory=dict)
    passages: list[str] = field(default_factory=list)
    passage_helpful: list[int] = field(default_factory=list)
    passage_votes: list[int] = field(default_factory=list)
    waits: list[int] = field(default_factory=list)
    wait_counts: list[int] = field(default_factory=list)
    verdicts: dict[str, int] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        """As it is kept, without its day."""
        body = asdict(self)
        del body["asked_on"]
        return body

    @classmethod
    def from_json(cls, asked_on: date, body: Mapping[str, Any]) -> DaySummary:
        """The counterpart of `to_json`."""
        return cls(asked_on, **body)


def add(nested: Nested, name: str, part: str, number: int = 1) -> None:
    """Count so many more."""
    held = nested.setdefault(name, {})
    held[part] = held.get(part, 0) + number


def rounded(milliseconds: float) -> int:
    """Whole milliseconds below a second, above it three figures: 1234 is 1230.

    A day's waiting times then take some dozens of numbers, and a quantile is half a per cent off at
    most, or half a millisecond.
    """
    whole = round(milliseconds)
    digits = len(str(whole)) - 3
    return whole if digits <= 0 else round(whole, -digits)
