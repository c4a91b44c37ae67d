"""The page of an answer: read, judged without script, searched, asked again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.accounts import Role
from service.conversations import Feedback, FeedbackReason
from service.http.parts import Parts
from service.reviewing.masking import MASK
from service.reviewing.states import ItemState
from tests.service.http.review.answering import REFUSED, UNTOLD, checked, page_of, text_of, told
from tests.service.http.review.staff_client import SignedIn

SignIn = Callable[..., SignedIn]


def test_all_that_is_known_stands_on_the_page(parts: Parts, signed_in: SignIn) -> None:
    first = told(parts, "いじめ防止アプリの担当課は？")
    reply = told(parts, "いつから？", first)
    third = told(parts, "田中さんの家にも光ファイバは来ますか", reply)
    parts.conversations.rate(
        Feedback(
            reply.message_id, False, FeedbackReason.WRONG, "佐藤健一さんは違うと言っていました"
        )
    )
    page = page_of(signed_in(Role.REVIEWER).get(f"/review/answers/{reply.message_id}"))
    shown = text_of(page)
    assert len(page.xpath("//h1")) == 1
    turns = page.find_class("turns__turn")
    assert [turn.get("aria-current") for turn in turns] == [None, "true", None]
    assert "この回答を判定します" in text_of(turns[1])
    assert f"{MASK}さんの家" in text_of(turns[2])
    assert "田中" not in shown
    assert "佐藤" not in shown
    assert "内容がまちがっている" in shown
    assert page.xpath(f"//a[@href='/review/answers/{third.message_id}']")
    # What the service saw.
    assert "いじめ防止アプリはいつから" in shown
    assert "前の会話から補った内容" in shown
    rows = page.xpath("//table[caption/@id='table-kept-1']/tbody/tr")
    assert len(rows) == 10
    assert "回答に使いました" in text_of(rows[0])
    assert "順位が低く、照合しませんでした" in shown
    assert len(page.xpath("//meter")) == len(page.find_class("bars__bar")) > 10
    assert reply.answer.index_version in shown
    # Where it is put right.
    hrefs = {link.get("href") for link in page.xpath("//a[contains(@href, 'corrections/new')]")}
    origin = f"from={reply.message_id}"
    assert {
        f"/review/corrections/new?kind={kind}&{origin}" for kind in ("answer", "synonym")
    } < hrefs
    passage = reply.answer.citations[0].passage_id
    assert any(f"kind=hidden&{origin}&passage={passage}" in href for href in hrefs)
    assert any(f"kind=note&{origin}&passage={passage}" in href for href in hrefs)


@pytest.mark.parametrize(
    ("asked", "hidden"),
    [
        ("田中さんの家にも光ファイバは来ますか", ["田中"]),
        ("隣の佐藤健一が光ファイバの整備を聞いていました", ["佐藤", "健一"]),
        ("市役所に電話したいので0297-72-1234へ", ["0297", "1234"]),
    ],
)
def test_what_is_masked_in_the_question_is_masked_in_its_words(
    parts: Parts, signed_in: SignIn, asked: str, hidden: list[str]
) -> None:
    page = page_of(signed_in(Role.REVIEWER).get(f"/review/answers/{told(parts, asked).message_id}"))
    shown = text_of(page.xpath("//section[@aria-labelledby='seen-title']")[0])
    assert MASK in shown
    assert not [word for word in hidden if word in shown]
    kept = "電話" if "電話" in asked else "ファイバー"
    assert kept in text_of(page.xpath("//dt[.='質問の中心になる言葉']/following-sibling::dd")[0])


def test_judged_saved_and_on_to_the_next(parts: Parts, signed_in: SignIn) -> None:
    # Refused questions always come into the queue.
    older, reply = told(parts, REFUSED), told(parts, UNTOLD)
    reviewer = signed_in(Role.REVIEWER)
    path = f"/review/answers/{reply.message_id}"
    page = page_of(reviewer.get(path))
    assert checked(page)["verdict"] == ""
    response = reviewer.post(
        f"{path}/judgement", verdict="right", note="確かに書かれていない", then="next"
    )
    assert response.status_code == 303
    following = f"/review/answers/{older.message_id}?saved={reply.message_id}"
    assert response.headers["location"] == following
    onward = page_of(reviewer.get(following))
    assert onward.xpath(f"//a[@href='{path}']")
    assert "お断りした質問の言葉は保存していません" in text_of(onward)
    again = page_of(reviewer.get(path))
    assert checked(again)["verdict"] == "right"
    assert again.get_element_by_id("field-note").text == "確かに書かれていない"
    assert "計画にないと伝える" in text_of(again)
    case = parts.cases.find(reply.message_id)
    assert case is not None
    assert case.place is not None
    assert case.place.state is ItemState.DONE
    last = reviewer.post(f"/review/answers/{older.message_id}/judgement", verdict="right")
    assert last.headers["location"].endswith("&next=last")
    assert "判定が必要な回答は、ほかにありません" in text_of(
        page_of(reviewer.get(last.headers["location"]))
    )


def test_the_filter_one_came_with_leads_on(parts: Parts, signed_in: SignIn) -> None:
    reviewer, back = signed_in(Role.REVIEWER), "back=why%3Drefused"
    older, _, reply = told(parts, REFUSED), told(parts, UNTOLD), told(parts, REFUSED)
    queue = page_of(reviewer.get("/review?why=refused"))
    first, second = queue.xpath("//a[@data-open]/@href")
    assert [first, second] == [f"/review/answers/{one.message_id}?{back}" for one in (reply, older)]
    form = page_of(reviewer.get(first)).get_element_by_id("judgement")
    fields = {one.name: one.value for one in form.xpath(".//input[@type='hidden']")}
    assert fields["back"] == "why=refused"
    page = page_of(reviewer.post(f"{first}/judgement".replace(f"?{back}", ""), **fields), 422)
    assert page.xpath("//form[@id='judgement']//input[@name='back']/@value") == ["why=refused"]
    sent = reviewer.post(form.get("action"), **fields, verdict="right", then="next")
    assert sent.headers["location"] == f"{second.partition('?')[0]}?saved={reply.message_id}&{back}"
    stayed = reviewer.post(
        form.get("action"), **fields | {"version": "1"}, verdict="right", then="stay"
    )
    assert stayed.headers["location"].endswith(f"&{back}")
    last = reviewer.post(f"{second.partition('?')[0]}/judgement", **fields, verdict="right")
    page = page_of(reviewer.get(last.headers["location"]))
    assert "この条件で判定が必要な回答は、ほかにありません" in text_of(page)
    assert page.xpath("//main//a[@href='/review?why=refused']")


def test_an_empty_judgement_is_refused_with_words(parts: Parts, signed_in: SignIn) -> None:
    reply = told(parts, UNTOLD)
    path = f"/review/answers/{reply.message_id}"
    response = signed_in(Role.REVIEWER).post(f"{path}/judgement", note="あとで")
    page = page_of(response, 422)
    assert page.findtext(".//title").startswith("エラー")
    assert "判定がありません" in text_of(page.xpath("//*[@role='alert']")[0])
    assert page.get_element_by_id("field-note").text == "あとで"
    case = parts.cases.find(reply.message_id)
    assert case is not None
    assert case.judgements == ()


def test_personal_data_in_a_note_is_told_at_the_field(parts: Parts, signed_in: SignIn) -> None:
    path = f"/review/answers/{told(parts).message_id}"
    fields = {"sentence-1": "wrong", "remark-1": "090-1234-5678に聞いた", "note": "覚え"}
    page = page_of(signed_in(Role.REVIEWER).post(f"{path}/judgement", **fields), 422)
    box = page.get_element_by_id("field-remark-1")
    assert box.get("aria-invalid") == "true"
    assert "エラー" in text_of(page.get_element_by_id("field-remark-1-error"))
    assert page.xpath("//details[@open]//*[@id='field-remark-1']")
    assert checked(page)["sentence-1"] == "wrong"


@pytest.mark.parametrize("name", ["remark-1", "source_fault"])
def test_words_of_what_is_not_judged_are_not_lost(
    parts: Parts, signed_in: SignIn, name: str
) -> None:
    path = f"/review/answers/{told(parts).message_id}"
    fields = {"verdict": "to_improve", name: "平成の表記です"}
    reviewer = signed_in(Role.REVIEWER)
    page = page_of(reviewer.post(f"{path}/judgement", **fields), 422)
    box = page.get_element_by_id(f"field-{name}")
    assert (box.text, box.get("aria-invalid")) == ("平成の表記です", "true")
    assert "判定のない欄" in text_of(page.get_element_by_id(f"field-{name}-error"))
    fields |= {"sentence-1": "right", "source": "yes"}
    assert reviewer.post(f"{path}/judgement", **fields, then="stay").status_code == 303
    assert page_of(reviewer.get(path)).get_element_by_id(f"field-{name}").text == "平成の表記です"


def test_a_better_passage_is_searched_without_losing_what_was_typed(
    parts: Parts, signed_in: SignIn
) -> None:
    reviewer, reply = signed_in(Role.REVIEWER), told(parts)
    path = f"/review/answers/{reply.message_id}"
    typed = {"sentence-1": "wrong", "fault-1": "other_matter", "citation-1": "better_one"}
    page = page_of(
        reviewer.post(
            f"{path}/judgement",
            **typed,
            note="書きかけ",
            search="better",
            better_query="公民館の予約",
        )
    )
    assert page.get_element_by_id("field-note").text == "書きかけ"
    assert checked(page)["sentence-1"] == "wrong"
    found = [one.get("value") for one in page.xpath("//ul[@class='picker__list']//input")]
    assert found
    assert page.find_class("picker__source")
    unnamed = page_of(reviewer.post(f"{path}/judgement", **typed), 422)
    assert "1つ選んでください" in text_of(unnamed.get_element_by_id("field-better-error"))
    kept = reviewer.post(f"{path}/judgement", **typed, better=found[0], then="stay")
    assert kept.headers["location"] == f"{path}?saved={reply.message_id}"
    assert checked(page_of(reviewer.get(path)))["better"] == found[0]


def test_others_are_seen_only_after_an_own_judgement(parts: Parts, signed_in: SignIn) -> None:
    first, second = signed_in(Role.REVIEWER), signed_in(Role.APPROVER)
    path = f"/review/answers/{told(parts).message_id}"
    first.post(f"{path}/judgement", verdict="wrong", note="ほかの人の覚え")
    before = text_of(page_of(second.get(path)))
    assert "ほかの人の覚え" not in before
    assert first.staff.name not in before
    assert "あなたが判定した後に表示します" in before
    second.post(f"{path}/judgement", verdict="right")
    after = text_of(page_of(second.get(path)))
    assert "ほかの人の覚え" in after
    assert first.staff.name in after
    taken = second.post(f"{path}/judgement/withdraw", version="1")
    assert taken.headers["location"] == path
    assert "ほかの人の覚え" not in text_of(page_of(second.get(path)))


def test_a_judgement_changed_in_another_window_is_not_overwritten(
    parts: Parts, signed_in: SignIn
) -> None:
    reviewer = signed_in(Role.REVIEWER)
    path = f"/review/answers/{told(parts).message_id}"
    reviewer.post(f"{path}/judgement", verdict="right")
    page = page_of(reviewer.post(f"{path}/judgement", verdict="wrong", note="残る言葉"), 409)
    assert "ほかの画面で変更されています" in text_of(page)
    assert page.get_element_by_id("field-note").text == "残る言葉"
    stale = reviewer.post(f"{path}/judgement/withdraw", version="9")
    assert stale.status_code == 409
