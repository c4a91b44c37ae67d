"""What is learned from, and what is refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from index.evaluation.held_out import HeldOut
from index.training.material import Lesson, lessons, twins
from knowledge.errors import TrainingDataError
from knowledge.knowledgebase import KnowledgeBase


def test_every_entry_is_a_lesson_without_its_held_out_form(
    two_plans: KnowledgeBase, taught: Sequence[Lesson], held_out: Sequence[HeldOut]
) -> None:
    assert [one.id for one in taught] == [entry.id for entry in two_plans.faq]
    forms = {one.id: one.forms for one in taught}
    assert all(one.question not in forms[one.entry_id] for one in held_out)


def test_passages_of_a_lesson_hold_its_evidence(
    two_plans: KnowledgeBase, taught: Sequence[Lesson]
) -> None:
    with_passages = [one for one in taught if one.passages]
    assert len(with_passages) > 0.9 * len(taught)
    contents = next(one for one in taught if one.id == "joso-3/faq/0070")
    heading = contents.answer.split("」")[0].split("「")[-1][:6]
    assert any(heading in "".join(text.split()) for text in contents.passages), contents


def test_twins_are_what_may_answer_the_same_question(knowledge: KnowledgeBase) -> None:
    taught = lessons(knowledge)
    found = twins(taught)
    assert found.dtype == np.bool_
    assert np.array_equal(found, found.T)
    assert found.diagonal().all()
    row = {one.id: n for n, one in enumerate(taught)}
    # Both editions of 取手's plan are asked 「なんで5年なの？」 in the same words.
    assert found[row["toride-4/faq/0027"], row["toride-5/faq/0038"]]
    assert not found[row["toride-4/faq/0027"], row["toride-4/faq/0024"]]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"forms": ("計画の期間は？", " ")}, r"joso-3/faq/0001 \[forms\]: a blank form \(' '\)"),
        ({"forms": ("計画の期間は？",)}, r"joso-3/faq/0001 \[forms\]: 1 to learn from"),
        ({"answer": "　"}, r"joso-3/faq/0001 \[answer\]: blank"),
    ],
)
def test_bad_data_is_refused_with_entry_and_field(
    two_plans: KnowledgeBase, change: dict[str, object], message: str
) -> None:
    first, *rest = two_plans.faq
    broken = replace(two_plans, faq=(replace(first, **change), *rest))
    with pytest.raises(TrainingDataError, match=message):
        lessons(broken)


def test_one_question_with_two_answers_is_refused(two_plans: KnowledgeBase) -> None:
    first, second, *rest = two_plans.faq
    double = replace(second, forms=(*second.forms, first.forms[0]))
    with pytest.raises(TrainingDataError, match=r"0002 \[forms\].*asked of joso-3/faq/0001"):
        lessons(replace(two_plans, faq=(first, double, *rest)))


def test_nothing_to_learn_from_is_refused(two_plans: KnowledgeBase) -> None:
    with pytest.raises(TrainingDataError, match="no FAQ entries"):
        lessons(replace(two_plans, faq=()))
