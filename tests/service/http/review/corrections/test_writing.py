"""Writing corrections with forms: from an answer, searched, tried, saved, in conflict."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from fastapi import FastAPI
from lxml.html import HtmlElement, document_fromstring

from service.accounts import Role
from service.answering.corrections.records import ApprovedAnswer
from service.correcting import Wanted
from service.counter import Question
from service.http.parts import Parts
from service.http.review.corrections.bench import PATH
from tests.service.http.review.staff_client import SignedIn, parts_of_app

SignIn = Callable[..., SignedIn]
QUESTION = "第5次取手市情報化計画の計画期間はいつからいつまでですか。"


@pytest.fixture(scope="module")
def parts(review_app: FastAPI) -> Parts:
    return parts_of_app(review_app)


@pytest.fixture(scope="module")
def asked(parts: Parts) -> str:
    """The id of an answer to a resident of 取手市."""
    reply = parts.conversations.ask(parts.desk.counter, Question(QUESTION, city="toride"))
    return reply.told.message_id


@pytest.fixture
def reviewer(signed_in: SignIn) -> SignedIn:
    return signed_in(Role.REVIEWER, "toride")


@pytest.fixture
def another(signed_in: SignIn) -> SignedIn:
    return signed_in(Role.ADMIN, "toride")


def page(text: str) -> HtmlElement:
    return document_fromstring(text)


def values(form: HtmlElement) -> dict[str, object]:
    """What a form would send, ticked boxes included."""
    given: dict[str, object] = {}
    for name, value in form.fields.items():
        if value is not None and name not in ("csrf", "passages"):
            given[name] = value
    given["passages"] = form.xpath('.//input[@name="passages"][@checked]/@value')
    return given


def form_of(text: str, action: str) -> HtmlElement:
    forms = page(text).forms
    return next(one for one in forms if (one.get("action"), one.method) == (action, "POST"))


def drafted(reviewer: SignedIn, asked: str, **changes: object) -> str:
    """The address of a version that was saved as a draft."""
    text = reviewer.get(f"{PATH}/new?from={asked}").text
    offered = re.findall(r'name="passages" value="([^"]+)"', text)
    given = {
        "kind": "answer",
        "city": "toride",
        "origin": asked,
        "forms": QUESTION,
        "answer": "計画の本文に書かれています。",
        "passages": offered[:1],
    }
    saved = reviewer.post(f"{PATH}/new", **(given | changes))
    assert saved.status_code == 303, saved.text
    return str(saved.headers["location"])


def test_an_answer_gives_its_question_and_what_it_cited(reviewer: SignedIn, asked: str) -> None:
    shown = reviewer.get(f"{PATH}/new?from={asked}")
    form = form_of(shown.text, f"{PATH}/new")
    assert form.fields["forms"].strip() == QUESTION
    assert (form.fields["city"], form.fields["origin"]) == ("toride", asked)
    offered = form.xpath('.//input[@name="passages"]')
    assert offered
    assert not any(one.get("checked") for one in offered)


def test_of_an_answer_of_another_city_nothing_is_shown(signed_in: SignIn, asked: str) -> None:
    shown = signed_in(Role.REVIEWER, "otawara").get(f"{PATH}/new?from={asked}")
    assert shown.status_code == 200
    assert QUESTION not in shown.text
    assert f"/review/answers/{asked}" not in shown.text


def test_a_passage_is_found_and_picked_without_script(reviewer: SignedIn) -> None:
    typed = {"kind": "answer", "city": "toride", "forms": "総合窓口とは", "answer": "途中"}
    searched = reviewer.post(
        f"{PATH}/new", **typed, passages_query="情報セキュリティ", search="passages"
    )
    assert searched.status_code == 200
    form = form_of(searched.text, f"{PATH}/new")
    assert form.fields["forms"].strip() == "総合窓口とは"
    assert form.fields["answer"].strip() == "途中"
    found = form.xpath('.//input[@name="passages"]/@value')
    assert found
    assert all(one.startswith("toride-") for one in found)
    again = reviewer.post(
        f"{PATH}/new",
        **typed,
        passages=[found[2]],
        passages_query="セキュリティ研修",
        search="passages",
    )
    kept = form_of(again.text, f"{PATH}/new")
    assert kept.xpath('.//input[@name="passages"][@checked]/@value') == [found[2]]
    assert kept.xpath('.//input[@name="passages"]/@value').count(found[2]) == 1


def test_faults_are_named_at_their_fields_and_nothing_typed_is_lost(reviewer: SignedIn) -> None:
    refused = reviewer.post(
        f"{PATH}/new",
        kind="answer",
        city="toride",
        forms="同じ\n同じ",
        answer="計画は98765件です。",
        valid_from="2025-02-30",
    )
    assert refused.status_code == 422
    shown = page(refused.text)
    assert shown.findtext(".//title").startswith("エラー：")
    for name, told in (("forms", "「同じ」"), ("valid_from", "2025-02-30"), ("passages", "選んで")):
        error = shown.get_element_by_id(f"field-{name}-error")
        assert told in error.text_content()
        assert error.text_content().startswith("エラー：")
    assert shown.get_element_by_id("field-forms").get("aria-invalid") == "true"
    form = form_of(refused.text, f"{PATH}/new")
    assert form.fields["answer"].strip() == "計画は98765件です。"
    assert form.fields["valid_from"] == "2025-02-30"


def test_a_draft_is_tried_and_kept_nowhere(reviewer: SignedIn, parts: Parts, asked: str) -> None:
    before = parts.register.list(Wanted())
    tried = reviewer.post(
        f"{PATH}/new",
        kind="synonym",
        city="toride",
        words="情報化計画\nぴかぴか計画",
        trial="ぴかぴか計画の期間はいつですか",
        do="try",
    )
    assert tried.status_code == 200
    section = page(tried.text).xpath('//section[@aria-labelledby="tried"]')[0]
    assert "ぴかぴか計画の期間はいつですか" in section.text_content()
    assert "いまの回答" in section.text_content()
    assert parts.register.list(Wanted()) == before


def test_a_saved_draft_is_shown_edited_and_found(
    reviewer: SignedIn, parts: Parts, asked: str
) -> None:
    address = drafted(reviewer, asked)
    shown = reviewer.get(address)
    assert "計画の本文に書かれています。" in shown.text
    edit = reviewer.get(f"{address}/edit")
    given = values(form_of(edit.text, f"{address}/edit"))
    given["answer"] = "計画の本文に期間が書かれています。"
    assert reviewer.post(f"{address}/edit", **given).headers["location"] == address
    held = parts.register.read(address.split("/")[3])
    assert held.origin_id == asked
    body = held.versions[0].body
    assert isinstance(body, ApprovedAnswer)
    assert (body.forms, body.answer) == ((QUESTION,), "計画の本文に期間が書かれています。")
    assert len(body.passages[0].digest) == 64
    listed = reviewer.get(f"{PATH}?words=期間が書かれて&kind=answer&state=draft")
    assert address.rsplit("/versions", 1)[0] in listed.text


def test_its_days_are_told_as_other_pages_tell_days(reviewer: SignedIn, asked: str) -> None:
    address = drafted(reviewer, asked, valid_to="2031-04-01")
    told = page(reviewer.get(address).text)
    facts = told.xpath('//dl[@class="facts"]')[0].text_content()
    assert "2031年4月1日" in facts
    assert "2031年4月1日" in told.xpath("string(//tr[td='使い終わる日'])")
    assert "2031-04-01" not in told.text_content()
    form = form_of(reviewer.get(f"{address}/edit").text, f"{address}/edit")
    assert form.fields["valid_to"] == "2031-04-01"


def test_two_who_edit_at_once_see_both_texts(
    reviewer: SignedIn, another: SignedIn, parts: Parts, asked: str
) -> None:
    address = drafted(reviewer, asked)
    mine = values(form_of(reviewer.get(f"{address}/edit").text, f"{address}/edit"))
    theirs = dict(mine)
    theirs["answer"] = "相手の回答です。"
    mine["answer"] = "自分の回答です。"
    assert another.post(f"{address}/edit", **theirs).status_code == 303
    conflict = reviewer.post(f"{address}/edit", **mine)
    assert conflict.status_code == 409
    sides = page(conflict.text).xpath('//section[@class="sides"]')[0].text_content()
    assert "相手の回答です。" in sides
    assert "自分の回答です。" in sides
    assert another.staff.name in sides
    kept = values(form_of(conflict.text, f"{address}/edit"))
    assert str(kept["answer"]).strip() == "自分の回答です。"
    number = address.split("/")[3]
    assert parts.register.read(number).versions[0].entered.text("answer") == "相手の回答です。"
    assert reviewer.post(f"{address}/edit", **kept).status_code == 303
    assert parts.register.read(number).versions[0].entered.text("answer") == "自分の回答です。"


def test_what_was_typed_is_kept_where_somebody_proposed_the_version_meanwhile(
    reviewer: SignedIn, another: SignedIn, asked: str
) -> None:
    address = drafted(reviewer, asked)
    mine = values(form_of(reviewer.get(f"{address}/edit").text, f"{address}/edit"))
    mine["answer"] = "自分の回答です。"
    assert another.post(f"{address}/propose", edits="0").status_code == 303
    late = reviewer.post(f"{address}/edit", **mine)
    assert late.status_code == 409
    alert = page(late.text).xpath('//*[@role="alert"]')[0].text_content()
    assert "承認待ち" in alert
    kept = values(form_of(late.text, f"{address}/edit"))
    assert str(kept["answer"]).strip() == "自分の回答です。"


def test_a_correction_for_all_cities_is_for_who_writes_in_all(signed_in: SignIn) -> None:
    given = {"kind": "synonym", "city": "*", "words": "広報紙\n市のおたより"}
    assert signed_in(Role.ADMIN, "toride").post(f"{PATH}/new", **given).status_code == 403
    assert signed_in(Role.REVIEWER, "*").post(f"{PATH}/new", **given).status_code == 303
    given |= {"kind": "answer"}
    assert signed_in(Role.REVIEWER, "*").post(f"{PATH}/new", **given).status_code == 422


@pytest.mark.parametrize("fields", [{"kind": "poem"}, {"kind": "contact", "city": "edo"}])
def test_what_no_form_of_ours_sends_is_refused(reviewer: SignedIn, fields: dict[str, str]) -> None:
    assert reviewer.post(f"{PATH}/new", **({"city": "toride"} | fields)).status_code == 422
