"""The viewer of passages: everything that can be found, filtered, and one by one."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

import pytest
from fastapi import FastAPI
from lxml.html import HtmlElement, document_fromstring
from sqlalchemy import insert

from service.accounts import Role
from service.answering.corrections.digests import digest_of
from service.answering.corrections.records import Correction, Corrections, PassageNote, RestsOn
from service.counter import Counter
from service.store import CitedRow, OutcomeRow
from service.wall_clock import now
from tests.service.http.review.staff_client import SignedIn, parts_of_app

SignIn = Callable[..., SignedIn]
PLAN = "/review/passages/toride-4"


def shown(browser: SignedIn, **fields: str) -> HtmlElement:
    response = browser.post(PLAN, **fields) if fields else browser.get(PLAN)
    assert response.status_code == 200
    return document_fromstring(response.text)


def rows(page: HtmlElement) -> list[str]:
    return [" ".join("".join(row.itertext()).split()) for row in page.xpath("//tbody/tr")]


def address(passage_id: str) -> str:
    return f"/review/passages/{quote(passage_id)}"


def test_a_plan_is_shown_page_by_page(signed_in: SignIn, counter: Counter) -> None:
    browser = signed_in(Role.VIEWER)
    count = sum(one.plan_id == "toride-4" for one in counter.searcher.passages)
    first, second = shown(browser), shown(browser, number="2")
    assert f"{count}件あります。" in first.text_content()
    assert len(rows(first)) == len(rows(second)) == 50
    assert not set(rows(first)) & set(rows(second))
    assert rows(shown(browser, number="9999")) == rows(shown(browser, number=str(-(-count // 50))))


def test_kind_section_and_words_narrow_it(signed_in: SignIn, counter: Counter) -> None:
    browser = signed_in(Role.VIEWER)
    terms = rows(shown(browser, kind="glossary"))
    assert terms
    assert all("用語解説" in row for row in terms)
    section = next(one.section[0] for one in counter.searcher.passages if one.plan_id == "toride-4")
    assert all(section in row for row in rows(shown(browser, section=section)))
    found = shown(browser, kind="faq", words="ｺﾝﾋﾞﾆ 交付")
    assert rows(found)
    assert found.xpath("//input[@name='words']/@value") == ["ｺﾝﾋﾞﾆ 交付"]
    assert rows(shown(browser, words="絶対に書かれていない言葉")) == []


def test_every_passage_can_be_opened(signed_in: SignIn, counter: Counter) -> None:
    browser = signed_in(Role.VIEWER, "*")
    kinds = {one.kind: one for one in counter.searcher.passages}
    parted = next(one for one in counter.searcher.passages if "#" in one.id)
    for passage in (*kinds.values(), parted):
        response = browser.get(address(passage.id))
        assert response.status_code == 200, passage.id
        page = document_fromstring(response.text)
        assert passage.id in page.text_content()
        assert page.xpath(f"//a[starts-with(@href, '/sources/{passage.plan_id}?from=')]")
        assert len(page.xpath("//caption[starts-with(@id, 'table-record-')]")) == len(
            passage.record_ids
        )
    assert browser.get("/review/passages/toride-4/faq/9999").status_code == 404
    assert browser.get("/review/passages/nowhere-1").status_code == 404


@pytest.fixture
def noted(review_app: FastAPI, counter: Counter) -> str:
    """The id of a passage that was cited twice, voted on, and carries a note."""
    parts = parts_of_app(review_app)
    passage = next(one for one in counter.searcher.passages if one.plan_id == "toride-4")
    with parts.store.writing() as connection:
        for number, helpful in enumerate((True, None)):
            outcome: dict[str, object] = {
                "message_id": f"{number:032x}",
                "asked_at": now(),
                "asked_on": now().date(),
                "channel": "web",
                "lang": "ja",
                "status": "answered",
                "reason": "answered.faq",
                "confidence": 0.9,
                "milliseconds": 30.0,
                "helpful": helpful,
                "index_version": "1",
                "revision": 0,
            }
            connection.execute(insert(OutcomeRow).values(outcome))
            cited = {"n": 1, "plan_id": "toride-4", "passage_id": passage.id}
            connection.execute(insert(CitedRow).values(message_id=outcome["message_id"], **cited))
    return passage.id


def test_what_hangs_on_a_passage_is_told(signed_in: SignIn, counter: Counter, noted: str) -> None:
    note = PassageNote(RestsOn(noted, digest_of(counter.passages[noted])), "終わりました。")
    before = counter.corrections
    counter.correct(Corrections(1, (Correction("c" * 32, "toride", note),)))
    try:
        page = document_fromstring(signed_in(Role.VIEWER).get(address(noted)).text)
    finally:
        counter.correct(before)
    assert page.xpath(f"//a[@href='/review/corrections/{'c' * 32}']")
    assert [row[-1] for row in rows(page)[:3]] == ["2", "1", "0"]


def test_the_area_that_leads_there_is_marked(signed_in: SignIn) -> None:
    page = document_fromstring(signed_in(Role.VIEWER).get("/review/passages").text)
    marked = page.xpath("//nav[@class='areas']//a[@aria-current]")
    assert [(one.get("href"), one.get("aria-current")) for one in marked] == [
        ("/review/search", "true")
    ]


def test_who_works_for_one_city_sees_its_plans(signed_in: SignIn) -> None:
    page = document_fromstring(signed_in(Role.VIEWER).get("/review/passages").text)
    assert page.xpath("//tbody//a/@href") == [
        "/review/passages/toride-4",
        "/review/passages/toride-5",
    ]
