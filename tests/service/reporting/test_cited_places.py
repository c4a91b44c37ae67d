"""Places in the order of what their votes surely say."""

from __future__ import annotations

import pytest

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import Measure, ScheduleRow
from service.evaluation.share import Share
from service.reporting import Naming
from service.reporting.cited_places import SHOWN_MAX, VOTES_LEAST, rank_measures, rank_passages


@pytest.fixture
def naming(knowledge: KnowledgeBase) -> Naming:
    return Naming(knowledge)


def test_few_votes_do_not_beat_many(naming: Naming) -> None:
    votes = {
        "toride-4/all-of-five": Share(5, 5),
        "toride-4/most-of-many": Share(95, 100),
        "toride-4/none-of-five": Share(0, 5),
        "toride-4/few-of-many": Share(5, 100),
        "toride-4/one-vote": Share(1, 1),
    }
    ranking = rank_passages(votes, naming)
    assert [each.id for each in ranking.most][:2] == [
        "toride-4/most-of-many",
        "toride-4/all-of-five",
    ]
    assert [each.id for each in ranking.least][:2] == [
        "toride-4/few-of-many",
        "toride-4/none-of-five",
    ]
    assert ranking.rated == 4
    assert all(each.plan_id == "toride-4" for each in ranking.most)


def test_no_more_than_can_be_read_are_shown(naming: Naming) -> None:
    votes = {f"toride-4/{n}": Share(n % VOTES_LEAST, VOTES_LEAST) for n in range(40)}
    ranking = rank_passages(votes, naming)
    assert len(ranking.most) == len(ranking.least) == SHOWN_MAX
    assert ranking.rated == 40


def test_a_measure_has_the_votes_of_all_that_belongs_to_it(
    knowledge: KnowledgeBase, naming: Naming
) -> None:
    row = next(iter(knowledge.records("toride-4", ScheduleRow)))
    measure = knowledge.record(row.measure_id)
    assert isinstance(measure, Measure)
    entry = next(one for one in knowledge.faq if measure.id in one.record_ids[:1])
    votes = {
        measure.id: Share(2, 2),
        f"{measure.id}#2": Share(1, 2),
        row.id: Share(1, 2),
        entry.id: Share(1, 1),
        "toride-4/gone/1": Share(5, 5),
    }
    (only,) = rank_measures(votes, naming).most
    assert (only.id, only.name, only.helpful) == (measure.id, measure.title, Share(5, 7))


def test_places_have_names_as_long_as_they_are_held(
    knowledge: KnowledgeBase, naming: Naming
) -> None:
    entry = knowledge.faq[0]
    assert naming.name(entry.id) == entry.forms[0]
    assert naming.name("toride-4/gone/1") == ""
