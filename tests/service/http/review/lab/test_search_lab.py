"""The search lab: a question is taken apart, and nothing is left of it."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest
from fastapi import FastAPI
from httpx2 import Response
from lxml.html import HtmlElement, document_fromstring
from sqlalchemy import func, select

from service.accounts import Role
from service.answering.corrections.digests import digest_of
from service.answering.corrections.records import (
    ApprovedAnswer,
    Correction,
    Corrections,
    RestsOn,
)
from service.store import MessageRow, OutcomeRow
from tests.service.http.review.staff_client import SignedIn, parts_of_app

SignIn = Callable[..., SignedIn]
QUESTION = "コンビニ交付はいつから始まりましたか。"


def page(response: Response, status: int = 200) -> HtmlElement:
    assert response.status_code == status, response.text[:500]
    assert response.headers["cache-control"] == "no-store"
    return document_fromstring(response.text)


def text(found: HtmlElement, xpath: str) -> str:
    return " ".join(" ".join("".join(one.itertext()) for one in found.xpath(xpath)).split())


def test_every_step_to_the_answer_is_shown(signed_in: SignIn) -> None:
    found = page(
        signed_in(Role.VIEWER).post("/review/search", question=QUESTION, city="toride", k="5")
    )
    assert "平成28年度（2016年度）" in text(found, "//*[@id='found']")
    assert "始マル" in text(found, "//table[caption[@id='table-words']]")
    assert len(found.xpath("//caption[starts-with(@id, 'table-leg-')]")) == 6
    assert len(found.xpath("//table[caption[@id='table-fused']]/tbody/tr")) == 5
    assert "基準の0.50以上です。" in text(found, "//section[h2/@id='weighing-title']")
    links = found.xpath("//section//a[starts-with(@href, '/review/passages/toride-')]/@href")
    assert signed_in(Role.VIEWER).get(links[0]).status_code == 200


def test_nothing_is_left_of_a_question(
    signed_in: SignIn, review_app: FastAPI, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    signed_in(Role.VIEWER).post("/review/search", question=QUESTION, city="toride")
    with parts_of_app(review_app).store.reading() as connection:
        for row in (MessageRow, OutcomeRow):
            assert connection.execute(select(func.count()).select_from(row)).scalar_one() == 0
    assert "コンビニ交付" not in caplog.text


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("", "質問を入力してください。"),
        ("あ" * 301, "300文字まで"),
        ("私の電話番号は090-1234-5678です。", "個人情報と思われる内容"),
    ],
)
def test_what_cannot_be_asked_is_told_and_kept_to_be_mended(
    signed_in: SignIn, question: str, told: str
) -> None:
    found = page(
        signed_in(Role.VIEWER).post("/review/search", question=question, city="toride"), 422
    )
    assert told in text(found, "//*[@id='field-question-error']")
    box = found.xpath("//textarea[@aria-invalid='true']")[0]
    assert (box.text or "") == question
    assert text(found, "//title").startswith("エラー：")
    assert not found.xpath("//*[@id='found']")


def test_who_works_for_one_city_sees_no_other(signed_in: SignIn) -> None:
    own = signed_in(Role.VIEWER)
    form = page(own.get("/review/search"))
    assert form.xpath("//select[@id='field-city']/option/@value") == ["toride"]
    assert set(form.xpath("//select[@id='field-plan']/option/@value")) == {
        "",
        "toride-4",
        "toride-5",
    }
    for refused in ({"city": ""}, {"city": "otawara"}, {"plan": "otawara-1", "city": "toride"}):
        assert own.post("/review/search", question=QUESTION, **refused).status_code == 403
    other = page(own.post("/review/search", question="大田原市の計画の期間は？", city="toride"))
    assert "担当していない市の結果は表示していません。" in text(other, "//main")
    assert not other.xpath("//a[contains(@href, '/review/passages/otawara')]")
    everyone = page(signed_in(Role.VIEWER, "*").get("/review/search"))
    assert "" in everyone.xpath("//select[@id='field-city']/option/@value")


def test_approved_answers_of_another_city_are_not_shown(
    signed_in: SignIn, review_app: FastAPI
) -> None:
    parts = parts_of_app(review_app)
    passage = next(one for one in parts.desk.counter.passages.values() if one.city == "otawara")
    form = "市民プールの入場料はいくらですか。"
    body = ApprovedAnswer((form,), "お尋ねください。", (RestsOn(passage.id, digest_of(passage)),))
    held = parts.desk.counter
    parts.desk.correct(Corrections(1, (Correction("f" * 32, "otawara", body),)))
    try:
        asked = {"question": "大田原市の市民プールの駐車場はどこですか。", "city": "toride"}
        own = page(signed_in(Role.VIEWER).post("/review/search", **asked))
        every = page(signed_in(Role.VIEWER, "*").post("/review/search", **asked))
    finally:
        parts.desk.correct(held.corrections)
    assert form in text(every, "//table[caption[@id='table-approved']]")
    assert form not in text(own, "//main")
    assert not own.xpath("//a[contains(@href, '/review/corrections/')]")


def test_a_plan_and_a_depth_narrow_what_is_shown(signed_in: SignIn) -> None:
    found = page(
        signed_in(Role.VIEWER).post(
            "/review/search", question=QUESTION, city="toride", plan="toride-5", k="20"
        )
    )
    rows = found.xpath("//table[caption[@id='table-fused']]/tbody/tr")
    assert len(rows) == 20
    assert all(
        "/passages/toride-5/" in one
        for one in found.xpath("//table[caption[@id='table-fused']]//a/@href")
    )
    assert (
        signed_in(Role.VIEWER).post("/review/search", question=QUESTION, plan="nothing").status_code
        == 422
    )
