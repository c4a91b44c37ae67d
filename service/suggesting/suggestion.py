"""What is suggested, and what it is found by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A question that the plans can answer, to be asked with `city`.

    language  BCP 47 code of the question's own language
    """

    question: str
    city: str
    city_name: str
    language: str


@dataclass(frozen=True, slots=True)
class Key:
    """One text by which an entry is found.

    entry      the FAQ entry's id; of an entry only one suggestion is shown
    language   of this text; foreign texts are shown themselves, Japanese ones by the main form
    main       whether the text is what is shown
    cost       characters, kind included: the less the more basic
    written, read              the folded text and its reading
    written_starts, read_starts  offsets of their words
    """

    entry: str
    suggestion: Suggestion
    language: str
    main: bool
    cost: float
    written: str
    read: str
    written_starts: bytes
    read_starts: bytes
