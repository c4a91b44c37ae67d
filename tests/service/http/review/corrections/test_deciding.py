"""From a proposal to what residents see, and back: pages, roles, proofs, undo."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from lxml.html import document_fromstring

from service.accounts import Role
from service.answering.corrections.records import CityContact, HiddenPassage, RestsOn
from service.http.parts import Parts
from service.http.review.corrections.bench import PATH
from tests.service.correcting.written import live_id, proposed_id, put_proof
from tests.service.http.review.staff_client import SignedIn, parts_of_app

SignIn = Callable[..., SignedIn]
TEXT = "総合案内（電話0297-74-2141）へお尋ねください。"


@pytest.fixture
def parts(review_app: FastAPI) -> Parts:
    return parts_of_app(review_app)


@pytest.fixture
def approver(signed_in: SignIn) -> SignedIn:
    return signed_in(Role.APPROVER, "toride")


def go_live(parts: Parts) -> None:
    """What those who answer do every other second, and at once when told."""
    parts.correcting_live.look()


def test_a_proposal_is_proven_approved_seen_and_undone(
    review_app: FastAPI, parts: Parts, approver: SignedIn
) -> None:
    residents = TestClient(review_app)
    held = proposed_id(parts, CityContact(TEXT))
    address = f"{PATH}/{held}/versions/1"
    given = {"edits": "0", "live": ""}
    unproven = approver.post(f"{address}/approve", **given)
    assert unproven.status_code == 409
    assert "評価がまだ終わっていません" in unproven.text
    put_proof(parts.store, held, 1)
    assert approver.post(f"{address}/approve", **given).headers["location"] == address
    go_live(parts)
    assert TEXT in residents.get("/toride").text
    assert TEXT not in residents.get("/otawara").text
    assert TEXT in approver.get(f"{PATH}/{held}").text
    again = approver.post(f"{address}/approve", **given)
    assert again.status_code == 409
    assert "承認済み" in again.text
    undo = approver.get(f"{PATH}/{held}/undo")
    assert "回答から外します" in undo.text
    silent = approver.post(f"{PATH}/{held}/undo", standing="1", note="")
    assert silent.status_code == 422
    assert "エラー：理由を入力してください。" in silent.text.replace("</", "")
    undone = approver.post(f"{PATH}/{held}/undo", standing="1", note="番号が変わりました。")
    assert undone.headers["location"] == f"{PATH}/{held}"
    go_live(parts)
    assert TEXT not in residents.get("/toride").text
    late = approver.post(f"{PATH}/{held}/undo", standing="1", note="もう一度")
    assert late.status_code == 409


def test_what_gets_worse_needs_the_tick_and_the_reason(parts: Parts, approver: SignedIn) -> None:
    held = proposed_id(parts, CityContact(TEXT))
    put_proof(parts.store, held, 1, worse=2)
    address = f"{PATH}/{held}/versions/1"
    shown = document_fromstring(approver.get(address).text)
    assert shown.xpath('//input[@name="looked_twice"][@type="checkbox"]')
    first = approver.post(f"{address}/approve", edits="0", live="", note="新しい番号")
    assert first.status_code == 422
    assert "2件" in document_fromstring(first.text).xpath('//*[@role="alert"]')[0].text_content()
    assert document_fromstring(first.text).get_element_by_id("field-note").text == "新しい番号"
    second = approver.post(
        f"{address}/approve", edits="0", live="", note="新しい番号", looked_twice="1"
    )
    assert second.status_code == 303


def test_who_wrote_it_is_told_to_ask_another(signed_in: SignIn, parts: Parts) -> None:
    admin = signed_in(Role.ADMIN, "toride")
    saved = admin.post(f"{PATH}/new", kind="contact", city="toride", text=TEXT)
    address = saved.headers["location"]
    assert admin.post(f"{address}/propose", edits="0").status_code == 303
    put_proof(parts.store, address.split("/")[3], 1)
    assert "自分では承認できません" in admin.get(address).text
    own = admin.post(f"{address}/approve", edits="0", live="")
    assert own.status_code == 403
    assert "自分では承認も差し戻しもできません" in own.text
    assert admin.post(f"{address}/withdraw", edits="0").status_code == 303


def test_what_is_sent_back_says_why_and_is_written_anew(
    signed_in: SignIn, approver: SignedIn, parts: Parts
) -> None:
    held = proposed_id(parts, CityContact(TEXT))
    address = f"{PATH}/{held}/versions/1"
    assert approver.post(f"{address}/send-back", edits="0", note="").status_code == 422
    back = approver.post(f"{address}/send-back", edits="0", note="番号を確かめてください。")
    assert back.status_code == 303
    writer = signed_in(Role.REVIEWER, "toride")
    assert "番号を確かめてください。" in writer.get(address).text
    saved = writer.post(f"{address}/edit", edits="0", text="窓口へお尋ねください。")
    assert saved.status_code == 303
    assert parts.register.read(held).versions[0].state.value == "draft"


def test_a_new_version_is_compared_and_a_second_draft_led_to_it(
    signed_in: SignIn, parts: Parts
) -> None:
    held = live_id(parts, CityContact(TEXT))
    writer = signed_in(Role.REVIEWER, "toride")
    form = writer.get(f"{PATH}/{held}/next")
    assert TEXT in form.text
    given = {"edits": "1", "text": "窓口へお尋ねください。"}
    assert writer.post(f"{PATH}/{held}/next", **given).headers["location"].endswith("/versions/2")
    second = writer.post(f"{PATH}/{held}/next", edits="1", text="別の文です。")
    assert second.status_code == 409
    assert "別の文です。" in second.text
    assert f"{PATH}/{held}/versions/2" in second.text
    assert writer.get(f"{PATH}/{held}/next").headers["location"] == f"{PATH}/{held}/versions/2"
    rows = document_fromstring(writer.get(f"{PATH}/{held}/difference?one=1&other=2").text).xpath(
        "//tr[@data-change]"
    )
    assert [(row.get("data-change"), row.findtext("th")) for row in rows] == [
        ("removed", "削除"),
        ("added", "追加"),
    ]


def test_what_went_stale_is_counted_and_found(
    signed_in: SignIn, approver: SignedIn, parts: Parts
) -> None:
    passage = next(one for one in parts.desk.counter.passages.values() if one.city == "toride")
    changed = live_id(parts, HiddenPassage(RestsOn(passage.id, "0" * 64), "古い数です。"))
    gone = live_id(parts, HiddenPassage(RestsOn("toride-5/none/1", "0" * 64), "消えた文です。"))
    listed = approver.get(f"{PATH}?attend=1").text
    rows = {
        row.xpath("string(th//a/@href)"): row.text_content()
        for row in document_fromstring(listed).xpath("//tbody/tr")
    }
    assert "根拠の文章が変わりました" in rows[f"{PATH}/{changed}"]
    assert "根拠の文章がなくなりました" in rows[f"{PATH}/{gone}"]
    assert len(rows) == 2
    counted = document_fromstring(listed).xpath('//ul[@class="counts"]')[0].text_content()
    assert "要確認 2件" in " ".join(counted.split())
    assert "根拠の文章が変わりました" in approver.get(f"{PATH}/{changed}").text
    assert f"{PATH}/{gone}" not in signed_in(Role.VIEWER, "otawara").get(PATH).text


def test_what_does_not_exist_is_not_found(approver: SignedIn, parts: Parts) -> None:
    held = live_id(parts, CityContact(TEXT))
    for path in (f"{PATH}/{'0' * 32}", f"{PATH}/nothing", f"{PATH}/{held}/versions/9"):
        assert approver.get(path).status_code == 404
    assert approver.get(f"{PATH}/{held}/difference?one=9").status_code == 404
