"""Questions that sound like the plans and that no plan answers stay without an answer, mostly.

A guard against getting worse. The confidence was fitted on the first file, so its share says
nothing of other questions; the second was never fitted on.
"""

from __future__ import annotations

import json
from collections import Counter as Tally
from pathlib import Path

import pytest

from service.counter import Counter, Question
from service.outcome import Status

FOLDER = Path(__file__).parent
# Least share refused of each file; a few questions below the 0.817 and 0.789 that were measured.
LEAST_REFUSED = {"unanswerable.jsonl": 0.80, "unanswerable-unseen.jsonl": 0.77}

Row = dict[str, str]


def rows(name: str) -> list[Row]:
    return [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


def test_every_line_has_its_fields_and_stands_once() -> None:
    both = [row for name in LEAST_REFUSED for row in rows(name)]
    assert all(set(row) == {"id", "city", "q"} for row in both)
    assert len({row["id"] for row in both}) == len(both) >= 300
    assert len({row["q"] for row in both}) == len(both)
    assert {row["city"] for row in both} == {"toride", "otawara", "joso", "oyama"}


def test_a_third_is_never_fitted_on() -> None:
    fitted, unseen = (len(rows(name)) for name in LEAST_REFUSED)
    assert unseen >= (fitted + unseen) // 3


def test_no_entry_asks_any_of_them(counter: Counter) -> None:
    forms = {form for entry in counter.knowledge.faq for form in entry.forms}
    assert not [row["id"] for name in LEAST_REFUSED for row in rows(name) if row["q"] in forms]


@pytest.mark.parametrize("name", LEAST_REFUSED)
def test_most_of_them_get_no_answer(counter: Counter, name: str) -> None:
    asked = rows(name)
    found = Tally(counter.ask(Question(row["q"], row["city"])).status for row in asked)
    assert 1 - found[Status.ANSWERED] / len(asked) >= LEAST_REFUSED[name]


def test_forms_of_entries_are_answered(counter: Counter) -> None:
    entries = counter.knowledge.faq[::40]
    city = {plan.id: plan.city for plan in counter.knowledge.plans}
    found = [counter.ask(Question(e.forms[0], city[e.plan_id])) for e in entries]
    right = [
        any(c.span.start <= e.spans[0].start and e.spans[0].end <= c.span.end for c in a.citations)
        for e, a in zip(entries, found, strict=True)
    ]
    assert sum(right) / len(right) >= 0.95
