"""The blocks that an answer's own text is parted into; together they say all of it, once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from service.presenting.words import Words


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What was asked for, in one sentence. `is_long`: too long to be set in bold."""

    kind: ClassVar[str] = "conclusion"
    words: Words
    is_long: bool = False


@dataclass(frozen=True, slots=True)
class Lead:
    """A line that only says where the next block comes from."""

    kind: ClassVar[str] = "lead"
    words: Words


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What the lead before it led to, line by line."""

    kind: ClassVar[str] = "excerpt"
    lines: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the answer."""

    kind: ClassVar[str] = "paragraph"
    words: Words


@dataclass(frozen=True, slots=True)
class Bullets:
    """Things said one after the other, each on a line of its own.

    lead, tail  what stands before and behind them in their sentence; empty where they stand alone
    """

    kind: ClassVar[str] = "bullets"
    lead: Words
    items: tuple[Words, ...]
    tail: Words = ()


@dataclass(frozen=True, slots=True)
class Side:
    """What is said of one of the things compared."""

    name: str
    lines: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """A comparison, side by side."""

    kind: ClassVar[str] = "sides"
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What must be told with the answer, line by line: that the plan's period is over, say."""

    kind: ClassVar[str] = "note"
    lines: tuple[Words, ...]


TextBlock = Conclusion | Lead | Excerpt | Paragraph | Bullets | Sides | Note
