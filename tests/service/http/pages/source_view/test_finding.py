"""Search inside a plan: over width, case and line breaks, the plan's letters untouched."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from fastapi.testclient import TestClient
from lxml.html import HtmlElement

from knowledge.knowledgebase import KnowledgeBase
from service.http.pages.source_view import Segment, make_sheet
from service.http.pages.source_view.folding import fold, folded

Parse = Callable[..., HtmlElement]


def _compact(text: str) -> str:
    return "".join(text.split())


def _all(text: str) -> tuple[Segment, ...]:
    return (Segment(0, len(text), 1),)


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("Ｗｅｂ　サイト", "webサイト"),
        ("ｶﾞｲﾄﾞﾗｲﾝ", "ガイドライン"),
        ("検討，構築", "検討、構築"),
        ("住基\n\nカード", "住基カード"),
        ("㍻", "平成"),
        (" \n　", ""),
    ],
)
def test_width_case_and_white_space_are_set_aside(written: str, wanted: str) -> None:
    assert fold(written) == wanted


def test_every_folded_sign_knows_where_it_stands() -> None:
    text = "ｶﾞ㍻ 年"
    printed = folded(text, _all(text))
    assert printed.text == "ガ平成年"
    places = [text[a:b] for a, b in zip(printed.starts, printed.ends, strict=True)]
    assert places == ["ｶﾞ", "㍻", "㍻", "年"]
    (part,) = printed.cut(0, 2)
    assert text[part.start : part.end] == "ｶﾞ㍻"
    assert printed.cut(1, 1) == ()


@pytest.mark.parametrize(
    ("plan_id", "wanted", "is_broken"),
    [
        ("toride-4", "ict", False),
        ("toride-4", "ブロードバンド", True),
        ("otawara-1", "スマートフォン", True),
        ("oyama-3", "市", False),
    ],
)
def test_hits_are_all_places_of_the_printed_text(
    knowledge: KnowledgeBase, plan_id: str, wanted: str, is_broken: bool
) -> None:
    sheet = make_sheet(
        knowledge.plan(plan_id), knowledge.sources[plan_id], knowledge.readings[plan_id]
    )
    hits = sheet.find(wanted)
    assert [hit.number for hit in hits] == list(range(1, len(hits) + 1))
    assert {fold(_text(sheet.text, hit.printed)) for hit in hits} == {wanted}
    units = [unit.text for of_block in sheet.printed for unit in of_block]
    assert len(hits) == sum(unit.count(wanted) for unit in units) > 0
    over_lines = [hit for hit in hits if hit.printed[0].line != hit.printed[-1].line]
    assert bool(over_lines) is is_broken
    for hit in hits:
        context = [*hit.before, *hit.printed, *hit.after]
        assert [one.start for one in context] == sorted(one.start for one in context)


def _text(text: str, segments: Sequence[Segment]) -> str:
    return "".join(text[one.start : one.end] for one in segments)


def test_the_page_marks_every_hit_once_and_lists_the_first(
    client: TestClient, page_of: Parse, knowledge: KnowledgeBase
) -> None:
    response = client.post("/sources/toride-4", data={"find": "情報　セキュリティ"})
    assert response.headers["cache-control"] == "no-store"
    page = page_of(response)
    ids = page.xpath("//article//mark/@id")
    assert ids == [f"hit-{number}" for number in range(1, len(ids) + 1)]
    assert f"{len(ids)}か所" in page.xpath("//section[@class='found']/p[1]")[0].text_content()
    links = page.xpath("//ol[@class='found__list']//a")
    assert [link.get("href") for link in links] == [f"#{key}" for key in ids[:30]]
    for link in links:
        (mark,) = link.xpath(".//mark")
        assert fold(mark.text_content()) == "情報セキュリティ"
    assert page.xpath("//input[@name='find']/@value") == ["情報 セキュリティ"]
    article = page.xpath("//article")[0]
    for ours in article.xpath(".//*[@data-ours]"):
        ours.drop_tree()
    assert _compact(article.text_content()) == _compact(knowledge.sources["toride-4"].text)


def test_a_hit_in_a_folded_table_unfolds_it(client: TestClient, page_of: Parse) -> None:
    page = page_of(client.post("/sources/toride-4", data={"find": "魅力とりで発信課"}))
    inside = page.xpath("//article//details[.//mark]")
    assert inside
    assert all(details.get("open") is not None for details in inside)


@pytest.mark.meets("U-16")
@pytest.mark.parametrize("typed", ["", "　 ", "あ" * 61])
def test_what_cannot_be_looked_for_is_said_beside_the_field(
    client: TestClient, page_of: Parse, typed: str
) -> None:
    response = client.post("/sources/toride-4", data={"find": typed})
    assert response.status_code == 422
    page = page_of(response)
    assert page.xpath("//title")[0].text_content().startswith("エラー")
    (field,) = page.xpath("//input[@name='find']")
    assert field.get("aria-invalid") == "true"
    (problem,) = page.xpath("//*[@id='find-problem']")
    assert "find-problem" in field.get("aria-describedby")
    assert problem.text_content().startswith("エラー")
    assert not page.xpath("//mark")


def test_words_that_are_not_there_or_are_html_are_told_so(
    client: TestClient, page_of: Parse
) -> None:
    page = page_of(client.post("/sources/joso-3", data={"find": "<b>市民</b>"}))
    assert not page.xpath("//mark | //main//b")
    assert "見つかりませんでした" in page.xpath("//section[@class='found']")[0].text_content()
    assert page.xpath("//h2[@id='found']")[0].text_content().startswith("「<b>市民</b>」")


@pytest.mark.meets("K-04")
def test_what_is_looked_for_stands_in_no_address_and_is_kept_nowhere(
    client: TestClient, page_of: Parse
) -> None:
    page = page_of(client.get("/sources/toride-4?find=市民"))
    (form,) = page.xpath("//search/form")
    assert form.get("method") == "post"
    (field,) = form.xpath(".//input")
    assert (field.get("autocomplete"), field.get("spellcheck")) == ("off", "false")
    assert field.get("value") == ""
    assert not page.xpath("//mark")


def test_no_plan_no_search(client: TestClient) -> None:
    assert client.post("/sources/nowhere", data={"find": "市"}).status_code == 404
