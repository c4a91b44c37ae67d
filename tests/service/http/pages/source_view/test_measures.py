"""Every measure of every plan has a page of its own, in the plan's own letters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from fastapi.testclient import TestClient
from lxml.html import HtmlElement

from knowledge.errors import KnowledgeError
from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import Measure, ScheduleRow
from service.http.pages.source_view import measure_slug
from service.http.pages.source_view.measures import measure_views

Parse = Callable[..., HtmlElement]
WITH_MEASURES = ["toride-4", "otawara-1"]


def _compact(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("plan_id", WITH_MEASURES)
def test_every_measure_has_a_page_with_its_title_text_and_department(
    client: TestClient, page_of: Parse, knowledge: KnowledgeBase, plan_id: str
) -> None:
    text_of_plan = knowledge.sources[plan_id].text
    rows = knowledge.records(plan_id, kind=ScheduleRow)
    ids = set(page_of(client.get(f"/sources/{plan_id}")).xpath("//article//@id"))
    for measure in knowledge.records(plan_id, kind=Measure):
        page = page_of(client.get(f"/sources/{plan_id}/measures/{measure_slug(measure)}"))
        assert page.xpath("//h1")[0].text_content().strip() == measure.title
        printed = _compact("".join(text_of_plan[s.start : s.end] for s in measure.spans))
        (quote,) = page.xpath("//blockquote[@class='measure__text']")
        for paragraph in quote.xpath("./p"):
            assert _compact(paragraph.text_content()) in printed
        assert len(quote.xpath("./p")) >= len(measure.body.splitlines())
        text = page.xpath("//main")[0].text_content()
        own = [row for row in rows if row.measure_id == measure.id]
        for department in {name for row in own for name in row.departments}:
            assert department in text
        for word in {word for row in own for cell in row.cells for word in cell.words}:
            assert word in text
        (place,) = page.xpath(f"//a[starts-with(@href, '/sources/{plan_id}#')]/@href")
        assert place.partition("#")[2] in ids
        questions = page.xpath("//button[@name='question']/@value")
        assert 1 <= len(questions) <= 4
        assert page.xpath("//form[@class='asks']/@action") == [f"/{plan_id.partition('-')[0]}"]


def test_a_year_is_never_told_where_the_print_does_not_tell_it(
    client: TestClient, page_of: Parse
) -> None:
    (figure,) = page_of(client.get("/sources/otawara-1/measures/3-1-1-i")).xpath("//figure")
    (table,) = figure.xpath(".//table")
    assert "運用ガイドラインの策定" in table.text_content()
    assert "試行" not in table.text_content()
    steps = figure.xpath(".//ol/li")
    assert [step.text_content() for step in steps][:2] == ["試行", "SNS等による情報発信"]


def test_every_row_of_a_schedule_has_its_picture_and_no_link_to_a_citation(
    client: TestClient, page_of: Parse
) -> None:
    page = page_of(client.get("/sources/otawara-1/measures/3-1-3-i"))
    assert len(page.xpath("//figure//table")) == 2
    assert not page.xpath("//figure//a")
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("plan_id", WITH_MEASURES)
def test_the_list_leads_to_every_measure(
    client: TestClient, page_of: Parse, knowledge: KnowledgeBase, plan_id: str
) -> None:
    page = page_of(client.get(f"/sources/{plan_id}/measures"))
    links = page.xpath("//ul[@class='measures']//a/@href")
    measures = knowledge.records(plan_id, kind=Measure)
    assert links == [f"/sources/{plan_id}/measures/{measure_slug(m)}" for m in measures]
    in_plan = page_of(client.get(f"/sources/{plan_id}")).xpath("//article//a/@href")
    assert sorted(in_plan) == sorted(links)


def test_marks_are_told_in_words(client: TestClient, page_of: Parse) -> None:
    page = page_of(client.get("/sources/toride-4/measures"))
    tags = page.xpath("//ul[@class='measures']//*[@class='tag']")
    assert {tag.text_content() for tag in tags} == {"重点", "新規"}


@pytest.mark.parametrize("plan_id", ["toride-5", "joso-3", "oyama-3"])
def test_a_plan_whose_measures_are_not_held_says_so(
    client: TestClient, page_of: Parse, plan_id: str
) -> None:
    page = page_of(client.get(f"/sources/{plan_id}/measures"))
    assert page.xpath("//p[@class='notice']")
    assert not page.xpath("//ul[@class='measures']")


@pytest.mark.parametrize(
    "path", ["toride-4/measures/9-9-9", "nowhere/measures", "nowhere/measures/1"]
)
def test_what_is_not_there_is_a_404(
    client: TestClient, error_of: Callable[..., object], path: str
) -> None:
    error_of(client.get(f"/sources/{path}"), 404, "not_found")


def test_two_measures_never_share_an_address(knowledge: KnowledgeBase) -> None:
    reading = knowledge.readings["toride-4"]
    first = next(record for record in reading.records if isinstance(record, Measure))
    twin = replace(first, id=f"{first.id}-twin")
    doubled = replace(
        knowledge,
        readings={
            **knowledge.readings,
            "toride-4": replace(reading, records=(*reading.records, twin)),
        },
    )
    with pytest.raises(KnowledgeError) as raised:
        measure_views(doubled, doubled.plan("toride-4"))
    assert first.id in str(raised.value)


def test_circled_numbers_are_parts_of_their_own(knowledge: KnowledgeBase) -> None:
    measure = knowledge.records("otawara-1", kind=Measure)[0]
    assert measure.number == "3(1)①i"
    assert measure_slug(measure) == "3-1-1-i"
