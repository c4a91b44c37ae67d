"""`GET /api/search` and `GET /api/plans`."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from knowledge.records import GlossaryTerm, Measure
from service.counter import Counter

Shape = Callable[..., dict[str, object]]


def test_hits_are_ranked_and_their_scores_add_up(client: TestClient) -> None:
    reply = client.get("/api/search", params={"q": "コンビニ交付", "city": "toride", "k": 5}).json()
    hits = reply["hits"]
    assert [hit["rank"] for hit in hits] == [1, 2, 3, 4, 5]
    assert [hit["score"] for hit in hits] == sorted((h["score"] for h in hits), reverse=True)
    for hit in hits:
        assert hit["city"] == "toride"
        assert hit["rejected"] is None
        assert hit["score"] == pytest.approx(
            sum(leg["standard"] * leg["weight"] for leg in hit["legs"])
        )
    assert reply["tokens"]
    assert reply["milliseconds"]


def test_a_hit_links_to_its_passage(client: TestClient) -> None:
    hit = client.get("/api/search", params={"q": "BPRとは", "city": "toride"}).json()["hits"][0]
    assert 'id="cited"' in client.get(hit["url"]).text


@pytest.mark.parametrize(
    ("params", "field"),
    [
        ({}, "q"),
        ({"q": " "}, "q"),
        ({"q": "あ" * 301}, "q"),
        ({"q": "計画", "k": 0}, "k"),
        ({"q": "計画", "k": 51}, "k"),
        ({"q": "計画", "k": "ten"}, "k"),
        ({"q": "計画", "city": "edo"}, "city"),
    ],
)
def test_parameters_that_do_not_hold(
    client: TestClient, error_of: Shape, params: dict[str, object], field: str
) -> None:
    assert error_of(client.get("/api/search", params=params), 422, "invalid")["field"] == field


def test_plans_tell_period_coverage_and_counts(client: TestClient, counter: Counter) -> None:
    reply = client.get("/api/plans").json()
    assert {city["id"] for city in reply["cities"]} == {"toride", "joso", "oyama", "otawara"}
    plans = {plan["id"]: plan for plan in reply["plans"]}
    assert set(plans) == {"toride-4", "toride-5", "otawara-1", "joso-3", "oyama-3"}
    toride = plans["toride-4"]
    assert (toride["first_year"], toride["last_year"]) == (2018, 2022)
    assert toride["records"]["measure"] == len(counter.knowledge.records("toride-4", Measure))
    assert toride["records"]["glossary"] == len(counter.knowledge.records("toride-4", GlossaryTerm))
    assert all(plan["coverage"].endswith("。") for plan in plans.values())


def test_a_plan_tells_its_headings(client: TestClient) -> None:
    plan = client.get("/api/plans/toride-4").json()
    assert plan["headings"][0]["title"] == "計画の概要"
    assert plan["url"] == "/sources/toride-4"


def test_a_plan_with_contents_only_tells_them(client: TestClient) -> None:
    headings = client.get("/api/plans/joso-3").json()["headings"]
    assert len(headings) > 10
    assert any(heading["page"] for heading in headings)
