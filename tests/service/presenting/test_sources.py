"""Each citation comes with what a reader should know of its source."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from knowledge.knowledgebase import KnowledgeBase
from service.presenting import Presenter
from tests.service.presenting.conftest import Ask


@pytest.mark.meets("U-24")
def test_who_is_in_charge_and_whether_the_period_is_over(
    knowledge: KnowledgeBase, ask: Ask
) -> None:
    presenter = Presenter(knowledge, lambda: date(2025, 6, 2))
    answer = ask("メルマガを受け持っている課を教えて")
    presentation = presenter.blocks(answer)
    assert [source.citation for source in presentation.sources] == list(answer.citations)
    first = presentation.sources[0]
    assert first.departments == ("魅力とりで発信課",)
    assert first.plan is not None
    assert first.plan.is_over
    assert first.plan.contact == "取手市役所の担当課"
    assert first.plan.period.printed == "平成30〜34年度"
    assert first.plan.published is None  # the document does not tell, and nobody guesses
    assert presentation.checked == date(2025, 6, 2)


def test_the_month_of_publication_where_the_document_tells_it(
    presenter: Presenter, ask: Ask
) -> None:
    (source, *_) = presenter.blocks(ask("コンビニ交付 使える時間帯 年末年始", "otawara")).sources
    assert source.plan is not None
    assert source.plan.published == (2013, 8)


def test_a_plan_that_is_no_longer_held(presenter: Presenter, ask: Ask) -> None:
    answer = ask("メルマガを受け持っている課を教えて")
    gone = replace(answer.citations[0], plan_id="toride-1", passage_id="toride-1/faq/0001")
    (source,) = presenter.blocks(replace(answer, citations=(gone,))).sources
    assert source.plan is None
    assert source.departments == ()
