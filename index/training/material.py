"""What is trained on: FAQ entries with their question forms, answers and passages of the plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.passages import make_passages
from index.results import Passage
from index.settings import PieceSettings
from knowledge.errors import TrainingDataError
from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import FaqEntry, RecordKind

# A form must have another one of its entry to be paired with.
_FEWEST_FORMS = 2


@dataclass(frozen=True, slots=True)
class Lesson:
    """One FAQ entry as it is trained on.

    forms     question forms, two or more, none of them held out
    passages  texts of the plan's passages that hold the first piece of evidence, as they are
              indexed; none for an entry whose evidence lies in no passage
    place     plan and spans of the evidence
    """

    id: str
    city: str
    forms: tuple[str, ...]
    answer: str
    passages: tuple[str, ...]
    place: tuple[str, tuple[tuple[int, int], ...]]

    @property
    def plan_id(self) -> str:
        """The plan it rests on."""
        return self.place[0]


def lessons(knowledge: KnowledgeBase) -> tuple[Lesson, ...]:
    """One lesson an entry, in the order of the entries.

    Raises TrainingDataError naming the entry, the field and the value.
    """
    plain = [
        one for one in make_passages(knowledge, PieceSettings()) if one.kind is not RecordKind.FAQ
    ]
    of_plan = {
        plan.id: [one for one in plain if one.plan_id == plan.id] for plan in knowledge.plans
    }
    made = tuple(
        Lesson(
            id=entry.id,
            city=knowledge.plan(entry.plan_id).city,
            forms=entry.forms,
            answer=entry.answer,
            passages=_passages(entry, of_plan[entry.plan_id]),
            place=(entry.plan_id, tuple((span.start, span.end) for span in entry.spans)),
        )
        for entry in knowledge.faq
    )
    _check(made)
    return made


def twins(taught: Sequence[Lesson]) -> NDArray[np.bool_]:
    """`(n, n)`: whether two lessons may answer the same question; true for a lesson and itself.

    They do where they rest on the same words of the same plan, are asked in the same words in the
    same city (of two editions of its plan), or answer in the same words there.
    """
    alike: dict[object, set[int]] = {}
    for row, one in enumerate(taught):
        alike.setdefault(one.place, set()).add(row)
        for words in (*one.forms, one.answer):
            alike.setdefault((one.city, words), set()).add(row)
    found = np.eye(len(taught), dtype=np.bool_)
    for rows in alike.values():
        if len(rows) > 1:
            found[np.ix_(sorted(rows), sorted(rows))] = True
    return found


def _passages(entry: FaqEntry, plain: Iterable[Passage]) -> tuple[str, ...]:
    evidence = entry.spans[0]
    return tuple(one.text for one in plain if any(span.overlaps(evidence) for span in one.spans))


def _check(taught: Sequence[Lesson]) -> None:
    if not taught:
        raise TrainingDataError("there are no FAQ entries to learn from")
    asked: dict[tuple[str, str], Lesson] = {}
    for one in taught:
        if len(one.forms) < _FEWEST_FORMS:
            raise TrainingDataError(
                f"{one.id} [forms]: {len(one.forms)} to learn from, at least {_FEWEST_FORMS} "
                f"are needed ({one.forms!r})"
            )
        for form in one.forms:
            if not form.strip():
                raise TrainingDataError(f"{one.id} [forms]: a blank form ({form!r})")
            other = asked.setdefault((one.plan_id, form), one)
            if other.place != one.place:
                raise TrainingDataError(
                    f"{one.id} [forms]: {form!r} is asked of {other.id} too, which rests on "
                    "another place of the plan"
                )
        if not one.answer.strip():
            raise TrainingDataError(f"{one.id} [answer]: blank ({one.answer!r})")
