"""The plans as pages: whole, letter for letter, with any passage marked."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from lxml.html import HtmlElement, document_fromstring

from knowledge.records import Span
from service.counter import Counter
from service.http.pages.frame import Frame, Surface
from service.http.pages.preferences import Preferences
from service.http.pages.reading_room import ReadingRoom
from service.http.pages.source_view import Shelf

Parse = Callable[..., HtmlElement]
PLANS = ["toride-4", "toride-5", "otawara-1", "joso-3", "oyama-3"]
OURS = ".//*[@data-ours]"


def _compact(text: str) -> str:
    return "".join(text.split())


def _printed(page: HtmlElement) -> str:
    """What the page prints of the source: rebuilt tables and page marks are not the plan's."""
    article = page.xpath("//article")[0]
    for ours in article.xpath(OURS):
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
def test_all_evidence_of_the_faq_can_be_marked(counter: Counter, plan_id: str) -> None:
    knowledge = counter.knowledge
    # Several entries may stand on one passage; it needs to be marked once.
    spans = {span for entry in knowledge.faq if entry.plan_id == plan_id for span in entry.spans}
    assert spans
    text = knowledge.sources[plan_id].text
    sheet = Shelf().sheet(knowledge, knowledge.plan(plan_id))
    units = [unit for block in sheet.blocks for unit in _units(block)]
    for span in spans:
        ink = sheet.ink(span)
        pieces = [piece for unit in units if ink.touches(unit) for piece in ink.pieces(unit)]
        marked = [piece for piece in pieces if piece.marked]
        assert _compact("".join(p.text for p in marked)) == _compact(text[span.start : span.end])
        assert [piece.first for piece in marked].count(True) == 1
        assert marked[0].first


def _units(block: object) -> tuple[object, ...]:
    """Every run of segments that a block's template prints, in order."""
    if block.kind == "margin":  # type: ignore[attr-defined]
        return (block.segments,)  # type: ignore[attr-defined]
    return block.units  # type: ignore[attr-defined, no-any-return]


@pytest.mark.parametrize("plan_id", PLANS)
def test_marks_on_the_rendered_page(
    client: TestClient, counter: Counter, page_of: Parse, plan_id: str
) -> None:
    """Spans of every sort, among them ones across headings, tables and pages."""
    text = counter.knowledge.sources[plan_id].text
    step = max(1, len(text) // 12)
    spans = [Span(start, min(start + 333, len(text))) for start in range(0, len(text) - 1, step)]
    for span in [*spans, Span(0, len(text))]:
        wanted = _compact(text[span.start : span.end])
        if not wanted:
            continue
        page = page_of(client.get(f"/sources/{plan_id}?from={span.start}&to={span.end}"))
        assert page.xpath("//p[@class='notice']/a/@href") == ["#cited"]
        marks = page.xpath("//mark")
        assert _compact("".join(mark.text_content() for mark in marks)) == wanted
        assert [mark.get("id") for mark in marks] == ["cited"] + [None] * (len(marks) - 1)
        for mark in marks:
            assert all(d.get("open") is not None for d in mark.iterancestors("details"))
        assert _printed(page) == _compact(text)


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
    assert targets.pop() == "/sources/toride-4/measures"
    ids = set(page.xpath("//article//@id"))
    assert len(targets) > 60
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
    assert page.xpath("//*[@class='page']/@id") == [f"p{mark}" for mark in marks]
    assert marks == sorted(set(marks))
    assert {31, 34} <= set(marks)


def test_an_unknown_cell_is_never_shown_as_known(client: TestClient, page_of: Parse) -> None:
    page = page_of(client.get("/sources/otawara-1"))
    unsure = page.xpath("//td[@class='unsure']")
    assert unsure
    assert all("読み取れません" in cell.text_content() for cell in unsure)


def test_the_list_names_every_plan_and_those_whose_period_is_over(
    client: TestClient, page_of: Parse
) -> None:
    page = page_of(client.get("/sources"))
    links = page.xpath("//h3/a/@href")
    assert sorted(links) == sorted(f"/sources/{plan_id}" for plan_id in PLANS)
    over = page.xpath("//article[.//strong]//h3/a/@href")
    # The tests' day is 2 June 2025: 令和7年度.
    assert set(over) == {f"/sources/{plan_id}" for plan_id in ("toride-4", "otawara-1", "joso-3")}
    assert len(page.xpath("//section[@class='shelf']")) == 4


@pytest.mark.parametrize("plan_id", PLANS)
def test_every_anchor_leads_somewhere_and_ids_are_unique(
    client: TestClient, page_of: Parse, plan_id: str
) -> None:
    page = page_of(client.get(f"/sources/{plan_id}"))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    inside = {href for href in page.xpath("//a/@href") if href.startswith("#")}
    assert {href.removeprefix("#") for href in inside} <= set(ids)
    assert set(page.xpath("//@popovertarget")) <= set(ids)
    for reference in page.xpath("//@aria-labelledby | //@aria-describedby"):
        assert set(reference.split()) <= set(ids)


def test_what_a_sentence_lists_does_not_tear_it_apart(client: TestClient, page_of: Parse) -> None:
    paragraphs = page_of(client.get("/sources/oyama-3")).xpath("//article/p")
    whole = [_compact(paragraph.text_content()) for paragraph in paragraphs]
    assert any("「ひと・行政を創る」、「まちを創る」、「暮らしを創る」" in text for text in whole)


def test_signs_of_markup_are_kept_but_not_shown(client: TestClient, page_of: Parse) -> None:
    page = page_of(client.get("/sources/oyama-3"))
    signs = {span.text_content() for span in page.xpath("//article//span[@class='markup']")}
    assert signs == {"<sup>", "</sup>", "\\"}
    assert {_compact(p.text_content()) for p in page.xpath("//article/p[@hidden]")} <= {
        "##",
        "###",
        "####",
    }


@pytest.mark.meets("U-18")
def test_the_plan_stays_japanese_on_foreign_pages(client: TestClient, page_of: Parse) -> None:
    page = page_of(client.get("/sources/otawara-1", params={"lang": "en"}))
    client.cookies.clear()
    assert page.get("lang") == "en"
    assert page.xpath("//article/@lang") == ["ja"]
    ours = page.xpath("//article//*[@data-ours][not(self::table)]")
    assert ours
    assert {element.get("lang") for element in ours} == {"en"}
    assert page.xpath("//article//table/@lang")


def test_a_page_that_still_holds_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/sources/toride-5")
    assert first.headers["cache-control"] == "private, no-cache"
    again = client.get("/sources/toride-5", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get(
        "/sources/toride-5",
        headers={"If-None-Match": first.headers["etag"]},
        params={"from": "1", "to": "9"},
    )
    assert other.status_code == 200


def test_at_the_kiosk_every_link_stays_at_the_kiosk(client: TestClient, counter: Counter) -> None:
    city = counter.knowledge.city("toride")
    frame = Frame(Surface.KIOSK, Preferences(), city, "/kiosk/toride/sources")
    room = ReadingRoom(client.app.state.parts, frame)  # type: ignore[attr-defined]
    bodies = (
        room.plan_list(),
        room.plan("toride-4"),
        room.found("toride-4", "市民")[0],
        room.measures("otawara-1"),
        room.measure("toride-4", "1-1-1"),
    )
    for body in bodies:
        main = document_fromstring(body).xpath("//main")[0]
        addresses = main.xpath(".//a/@href | .//form/@action")
        leading = [address for address in addresses if not address.startswith("#")]
        assert leading
        assert all(address.startswith("/kiosk/toride") for address in leading)
