"""What changed from one version to another, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum

from service.answering.corrections.records import Body
from service.correcting.entered import Entered, day_in, entered_of

PASSAGES = "passages"


class Change(StrEnum):
    """What became of a line."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a field of the form, "passages" for the id of a passage."""

    field: str
    change: Change
    text: str

    @property
    def day(self) -> date | None:
        """The day that it says, None where its field is not for one."""
        return day_in(self.field, self.text)


def difference(before: Body | None, after: Body | None) -> tuple[Line, ...]:
    """Every line of both, in the order of the form; None has none."""
    return tuple(_lines(_fields(before), _fields(after)))


def _fields(body: Body | None) -> dict[str, list[str]]:
    entered = entered_of(body) if body else Entered()
    texts = {name: text.splitlines() for name, text in entered.texts.items()}
    return {**texts, PASSAGES: list(entered.passages)}


def _lines(before: dict[str, list[str]], after: dict[str, list[str]]) -> Iterator[Line]:
    names = dict.fromkeys([*after, *before])
    for name in names:
        old, new = before.get(name, []), after.get(name, [])
        for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if tag == "equal":
                yield from (Line(name, Change.SAME, text) for text in new[c:d])
                continue
            yield from (Line(name, Change.REMOVED, text) for text in old[a:b])
            yield from (Line(name, Change.ADDED, text) for text in new[c:d])
