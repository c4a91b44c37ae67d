"""What is done with the items of the queue, and how far reviewers agree, through the forms."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from lxml import html
from sqlalchemy import select

from service.accounts import Role
from service.store import ReviewItemRow, Store
from tests.service.http.review.queue.asked import put, vote_came
from tests.service.http.review.staff_client import SignedIn

SignIn = Callable[..., SignedIn]
ONE, TWO, THREE = "1" * 32, "2" * 32, "3" * 32


def item(store: Store, message_id: str) -> ReviewItemRow:
    with store.reading() as connection:
        this = ReviewItemRow.message_id == message_id
        return connection.execute(select(ReviewItemRow.__table__).where(this)).one()


def test_ticked_answers_are_changed_and_the_filter_stays(store: Store, signed_in: SignIn) -> None:
    reviewer = signed_in(Role.REVIEWER)
    picks = [put(store, ONE), put(store, TWO)]
    back = "why=sample&order=due"
    done = reviewer.post("/review", pick=picks, act="take", back=back, row="2")
    assert done.status_code == 303
    assert done.headers["location"] == "/review?why=sample&order=due&changed=2#question-2"
    assert "2件を変更しました。" in reviewer.get(done.headers["location"]).text
    assert item(store, ONE).assignee_id == reviewer.staff.id
    tomorrow = (date.today() + timedelta(days=1)).isoformat()
    for act, field in (("assign", {"to": reviewer.staff.id}), ("due", {"due": tomorrow})):
        held = item(store, ONE)
        sent = reviewer.post("/review", pick=f"{ONE}.{held.version}", act=act, **field)
        assert sent.headers["location"] == "/review?changed=1#queue"
    assert item(store, ONE).due_on.isoformat() == tomorrow
    reviewer.post("/review", pick=f"{ONE}.4", act="state", to_state="dismissed")
    assert item(store, ONE).state == "dismissed"
    reviewer.post("/review", pick=f"{TWO}.2", act="release")
    assert item(store, TWO).assignee_id is None


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"act": "take"}, "回答が選ばれていません"),
        ({"act": "take", "pick": "nonsense"}, "回答が選ばれていません"),
        ({"pick": f"{ONE}.1"}, "ボタンで選んでください"),
        ({"act": "assign", "pick": f"{ONE}.1", "to": "f" * 32}, "担当にする人を選んで"),
        ({"act": "due", "pick": f"{ONE}.1", "due": "soon"}, "日付を"),
        ({"act": "state", "pick": f"{ONE}.1", "to_state": "erased"}, "新しい状態を選んで"),
    ],
)
def test_a_form_that_does_not_hold_keeps_what_was_ticked(
    store: Store, signed_in: SignIn, fields: dict[str, str], told: str
) -> None:
    put(store, ONE)
    page = signed_in(Role.REVIEWER).post("/review", **fields)
    assert page.status_code == 422
    assert told in page.text
    assert "エラー：" in page.text
    assert item(store, ONE).version == 1
    assert ("checked" in page.text) == (f"{ONE}.1" in fields.get("pick", ""))


def test_nobody_is_given_what_is_not_of_their_city(store: Store, signed_in: SignIn) -> None:
    stranger = signed_in(Role.REVIEWER, "oyama").staff
    box = put(store, ONE, city="toride")
    all_cities = signed_in(Role.REVIEWER, "*")
    page = all_cities.post("/review", pick=box, act="assign", to=stranger.id)
    assert page.status_code == 422
    assert "市の確認者ではありません" in page.text


def test_an_unknown_answer_and_one_of_another_city_are_refused(
    store: Store, signed_in: SignIn
) -> None:
    own, other = put(store, ONE), put(store, TWO, city="oyama")
    reviewer = signed_in(Role.REVIEWER, "toride")
    assert reviewer.post("/review", pick=f"{THREE}.1", act="take").status_code == 404
    assert reviewer.post("/review", pick=[own, other], act="take").status_code == 403
    assert item(store, ONE).version == 1


def test_who_comes_second_sees_who_was_first_and_may_go_on(store: Store, signed_in: SignIn) -> None:
    first, second = signed_in(Role.REVIEWER), signed_in(Role.APPROVER)
    box, moved, free = put(store, ONE), put(store, TWO), put(store, THREE)
    first.post("/review", pick=box, act="take")
    vote_came(store, TWO)
    fields = {"act": "state", "to_state": "done", "back": "order=due"}
    told = second.post("/review", pick=[box, moved, free], **fields)
    assert told.status_code == 409
    assert "エラー：" in told.text
    assert first.staff.name in told.text
    assert "住民の評価か消去" in told.text
    assert "ほかの1件は変更しました" in told.text
    assert "状態を変える：完了" in told.text
    assert item(store, THREE).state == "done"
    form = html.fromstring(told.text).xpath("//main//form[@method='post']")[0]
    again = {one.get("name"): one.get("value") for one in form.xpath(".//input")}
    again["pick"] = form.xpath(".//input[@name='pick']/@value")
    (button,) = form.xpath(".//button")
    sent = second.post("/review", **again | {"act": button.get("value")})
    assert sent.headers["location"] == "/review?order=due&changed=2#queue"
    assert item(store, ONE).state == "done"


def test_agreement_is_told_from_enough_answers_on(store: Store, signed_in: SignIn) -> None:
    reviewer, approver = signed_in(Role.REVIEWER), signed_in(Role.APPROVER)
    assert "まだありません" in reviewer.get("/review/agreement").text
    for number in range(30):
        verdict = "right" if number % 3 else "wrong"
        other = "right" if number % 2 else verdict
        judged = {reviewer.staff.id: verdict, approver.staff.id: other}
        put(store, f"{number:032x}", judged=judged)
        if number == 28:
            few = reviewer.get("/review/agreement")
            assert "30件になるまで" in few.text
    page = reviewer.get("/review/agreement")
    assert re.search(r"<dd>\s*0\.\d\d（95%の範囲は-?0\.\d\dから\d\.\d\d）", page.text)
    table = html.fromstring(page.text).xpath("//table[caption/@id='table-verdicts']/tbody/tr")
    assert [cell.text_content() for cell in table[0]] == ["正しい", "20", "0", "0"]
    assert f"{reviewer.staff.name}さん" in page.text
    assert re.search(r"カッパ係数：\s*0\.\d\d（", reviewer.get("/review").text)
    earlier = reviewer.get("/review/agreement?until=2025-01-01")
    assert "まだありません" in earlier.text
    assert reviewer.get("/review/agreement?since=x").status_code == 422
