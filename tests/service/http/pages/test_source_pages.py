"""The plans as pages: whole, letter for letter, with any passage marked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from lxml.html import HtmlElement, document_fromstring
from markupsafe import escape

from knowledge.records import Span
from service.counter import Counter
from service.http.pages.frame import Frame, Surface
from service.http.pages.preferences import Preferences
from service.http.pages.renderer import PageRenderer
from service.http.pages.source_page import SourcePage
from service.http.pages.source_view import Ink, Shelf
from service.settings import Settings

Parse = Callable[..., HtmlElement]
PLANS = ["toride-4", "toride-5", "otawara-1", "joso-3", "oyama-3"]


def _compact(text: str) -> str:
    return "".join(text.split())


def _printed(page: HtmlElement) -> str:
    """What the page prints of the source: rebuilt tables and page marks are not the plan's."""
    article = page.xpath("//article")[0]
    for ours in article.xpath(".//table | .//summary | .//*[@class='page'] | .//dt[@data-ours]"):
        ours.drop_tree()
    return _compact(article.text_content())


@pytest.mark.parametrize("plan_id", PLANS)
def test_the_page_prints_the_whole_source_in_order(
    client: TestClient, counter: Counter, page_of: Parse, plan_id: str
) -> None:
    page = page_of(client.get(f"/sources/{plan_id}"))
    assert _printed(page) == _compact(counter.knowledge.sources[plan_id].text)
    assert not page.xpath("//mark")


@pytest.mark.parametrize("plan_id", PLANS)
def test_all_evidence_of_the_faq_can_be_marked(
    settings: Settings, counter: Counter, plan_id: str
) -> None:
    knowledge = counter.knowledge
    # Several entries may stand on one passage; it needs to be marked once.
    spans = {span for entry in knowledge.faq if entry.plan_id == plan_id for span in entry.spans}
    assert spans
    shelf, plan, text = Shelf(), knowledge.plan(plan_id), knowledge.sources[plan_id].text
    blocks = shelf.blocks(knowledge, plan)
    segments = [list(_segments(block)) for block in blocks]
    for span in spans:
        ink = Ink(text, span)
        pieces = [p for of_block in segments for s in of_block for p in ink.pieces(s)]
        marked = [piece for piece in pieces if piece.marked]
        assert _compact("".join(p.text for p in marked)) == _compact(text[span.start : span.end])
        assert [piece.first for piece in marked].count(True) == 1
        assert marked[0].first


def _segments(block: object) -> list[tuple[object, ...]]:
    """Every run of segments that a block's template prints, in order."""
    kind = block.kind  # type: ignore[attr-defined]
    if kind == "list":
        return list(block.items)  # type: ignore[attr-defined]
    if kind == "definitions":
        return [s for _, *both in block.entries for s in both if s]  # type: ignore[attr-defined]
    return [block.segments] if kind != "page" else []  # type: ignore[attr-defined]


@pytest.mark.parametrize("plan_id", PLANS)
def test_marks_on_the_rendered_page(settings: Settings, counter: Counter, plan_id: str) -> None:
    """Spans of every sort, among them ones across headings, tables and pages."""
    knowledge, pages, shelf = counter.knowledge, PageRenderer(settings, escape), Shelf()
    frame = Frame(Surface.WEB, Preferences(), None, "/")
    plan, text = knowledge.plan(plan_id), knowledge.sources[plan_id].text
    step = max(1, len(text) // 12)
    spans = [Span(start, min(start + 333, len(text))) for start in range(0, len(text) - 1, step)]
    for span in [*spans, Span(0, len(text))]:
        wanted = _compact(text[span.start : span.end])
        if not wanted:
            continue
        shown = SourcePage(plan, shelf.blocks(knowledge, plan), Ink(text, span), True, False)
        page = document_fromstring(pages.render("source.html", frame, shown))
        marks = page.xpath("//mark")
        assert _compact("".join(mark.text_content() for mark in marks)) == wanted
        assert [mark.get("id") for mark in marks] == ["cited"] + [None] * (len(marks) - 1)
        for mark in marks:
            assert all(d.get("open") is not None for d in mark.iterancestors("details"))


@pytest.mark.parametrize(
    "query",
    [
        "from=5",
        "to=5",
        "from=9&to=9",
        "from=9&to=3",
        "from=-1&to=5",
        "from=a&to=b",
        "from=0&to=99999999",
        "from=0&to=1" + "0" * 5000,
        "from=１&to=５",
        "from=&to=",
    ],
)
def test_a_passage_that_is_not_there_is_said_and_the_plan_shown(
    client: TestClient, page_of: Parse, query: str
) -> None:
    response = client.get(f"/sources/toride-4?{query}")
    assert response.status_code == 200
    page = page_of(response)
    assert not page.xpath("//mark")
    assert "見つかりませんでした" in page.xpath("//p[@class='notice']")[0].text_content()


def test_contents_lead_to_headings_and_levels_nest(client: TestClient, page_of: Parse) -> None:
    page = page_of(client.get("/sources/toride-4"))
    targets = page.xpath("//nav[@class='toc']//a/@href")
    ids = set(page.xpath("//article//@id"))
    assert len(targets) > 100
    assert {target.removeprefix("#") for target in targets} <= ids
    assert len(page.xpath("//h1")) == 1
    assert page.xpath("//article//h2")


def test_measures_schedules_terms_and_pages_have_their_shape(
    client: TestClient, page_of: Parse
) -> None:
    page = page_of(client.get("/sources/toride-4"))
    headings = page.xpath("//article//*[self::h4 or self::h5 or self::h6]")
    assert any("１－１－１" in _compact(heading.text_content()) for heading in headings)
    columns = page.xpath("//table[contains(., '平成34年度（令和4年度・2022年度）')]//thead//th")
    assert columns
    rows = page.xpath("//table[contains(caption, '年度ごとの予定')]/tbody/tr")
    assert len(rows) == 52
    assert len(page.xpath("//dl/dt")) == 55
    shown = [_compact(mark.text_content()) for mark in page.xpath("//*[@class='page']")]
    marks = [int(text.removesuffix("ページ")) for text in shown]
    assert marks == sorted(set(marks))
    assert {31, 34} <= set(marks)


def test_an_unknown_cell_is_never_shown_as_known(client: TestClient, page_of: Parse) -> None:
    page = page_of(client.get("/sources/otawara-1"))
    unsure = page.xpath("//td[@class='unsure']")
    assert unsure
    assert all("読み取れません" in cell.text_content() for cell in unsure)


def test_the_list_names_every_plan(client: TestClient, page_of: Parse) -> None:
    links = page_of(client.get("/sources")).xpath("//main//a/@href")
    assert links == [f"/sources/{plan_id}" for plan_id in PLANS]
