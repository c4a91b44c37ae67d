"""The queue as a page: what is on it, what is taken off by a link, and what a form changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from fastapi import FastAPI
from httpx2 import Response
from lxml import html
from sqlalchemy import delete, select

from service.accounts import Role
from service.http.review.queue.choices import CHANNELS
from service.http.review.queue.query import view_addresses
from service.outcome import Reason
from service.reviewing.states import ItemState, Why
from service.store import ConversationRow, OutcomeRow, ReviewItemRow, Store
from tests.service.http.review.queue.asked import put, vote_came
from tests.service.http.review.staff_client import SignedIn, parts_of_app

SignIn = Callable[..., SignedIn]
ONE, TWO, THREE = "1" * 32, "2" * 32, "3" * 32


@pytest.fixture
def store(review_app: FastAPI) -> Iterator[Store]:
    """The app's own, which has an empty queue again afterwards."""
    held = parts_of_app(review_app).store
    yield held
    with held.writing() as connection:
        connection.execute(delete(OutcomeRow))
        connection.execute(delete(ConversationRow))


def rows(response: Response) -> list[list[str]]:
    assert response.status_code == 200, response.text[:500]
    table = html.fromstring(response.text).xpath("//table[caption/@id='table-queue']/tbody/tr")
    return [[" ".join(cell.text_content().split()) for cell in row] for row in table]


def questions(response: Response) -> list[str]:
    links = html.fromstring(response.text).xpath("//a[@data-open]")
    return [link.text_content() for link in links]


def links(response: Response, label: str) -> dict[str, str]:
    """Ways by their words, of the navigation that is named so."""
    ways = html.fromstring(response.text).xpath(f"//nav[h2='{label}']//a")
    return {" ".join(way.text_content().split()): way.get("href") for way in ways}


def item(store: Store, message_id: str) -> ReviewItemRow:
    with store.reading() as connection:
        this = ReviewItemRow.message_id == message_id
        return connection.execute(select(ReviewItemRow.__table__).where(this)).one()


def test_a_line_tells_all_that_is_known(store: Store, signed_in: SignIn) -> None:
    reviewer = signed_in(Role.REVIEWER, "toride")
    put(store, ONE, judged={reviewer.staff.id: "right"}, due_on=date(2025, 1, 2))
    (line,) = rows(reviewer.get("/review"))
    assert line[1:3] == ["図書館はどこですか", "取手市"]
    assert line[4:8] == ["回答：想定問答で回答", "無作為の抜き出し", "0.90", "―"]
    assert line[8:] == ["担当なし", "2025-01-02 期限切れ", "未着手", "1人"]
    assert f'href="/review/answers/{ONE}"' in reviewer.get("/review").text


def test_words_are_masked_told_erased_or_never_kept(store: Store, signed_in: SignIn) -> None:
    put(store, ONE, "山田太郎です。図書館はどこ", hours_ago=1)
    put(store, TWO, "", reason=Reason.REFUSED_ABUSE, why=Why.REFUSED, hours_ago=2)
    put(store, THREE, None, hours_ago=3)
    page = signed_in(Role.VIEWER).get("/review")
    first, *others = questions(page)
    assert "山田" not in page.text
    assert "図書館" in first
    assert others == ["（ことばは保存していません）", "（消去済み）"]


def test_a_viewer_changes_nothing_and_others_see_their_city(
    store: Store, signed_in: SignIn
) -> None:
    put(store, ONE, city="toride")
    put(store, TWO, city="oyama", question="小山の質問")
    put(store, THREE, city=None, question="市のない質問")
    viewer = signed_in(Role.VIEWER, "toride").get("/review")
    assert questions(viewer) == ["図書館はどこですか"]
    assert 'name="pick"' not in viewer.text
    assert "小山" not in viewer.text
    everywhere = signed_in(Role.REVIEWER, "*").get("/review")
    assert len(questions(everywhere)) == 3
    assert "市の区別なし" in everywhere.text


def test_an_empty_queue_says_what_to_do(store: Store, signed_in: SignIn) -> None:
    viewer = signed_in(Role.VIEWER)
    assert "未完了の回答はありません" in viewer.get("/review").text
    assert "条件を減らす" in viewer.get("/review?why=sample").text


def test_each_filter_is_a_chip_that_is_taken_off(store: Store, signed_in: SignIn) -> None:
    put(store, ONE, reason=Reason.NOT_FOUND_LIVE, why=Why.NOT_FOUND)
    put(store, TWO, question="住民票は？")
    reviewer = signed_in(Role.REVIEWER)
    address = "/review?words=図書館&reason=not_found.live&channel=web&order=due"
    found = reviewer.get(address)
    assert questions(found) == ["図書館はどこですか"]
    chips = links(found, "いまの条件（選ぶと外れます）")
    assert [chip.removesuffix("×を外す") for chip in chips] == [
        "結果の理由：当日の情報が必要",
        "質問した場所：ウェブ",
        "ことば（質問か回答に含む）：図書館",
        "条件をすべて外す",
    ]
    for href in chips.values():
        assert reviewer.get(href).status_code == 200
    wider = reviewer.get(chips["結果の理由：当日の情報が必要×を外す"])
    assert "reason" not in wider.url.query.decode()
    assert wider.url.params["order"] == "due"


def test_words_are_looked_for_in_the_last_month_unless_a_day_is_given(
    store: Store, signed_in: SignIn
) -> None:
    put(store, ONE, "新しい図書館", hours_ago=24 * 29)
    put(store, TWO, "古い図書館", hours_ago=24 * 40)
    viewer = signed_in(Role.VIEWER)
    assert questions(viewer.get("/review?words=図書館")) == ["新しい図書館"]
    since = (date.today() - timedelta(days=60)).isoformat()
    wide = viewer.get(f"/review?words=図書館&since={since}")
    assert questions(wide) == ["新しい図書館", "古い図書館"]


def test_ways_count_what_they_lead_to(store: Store, signed_in: SignIn) -> None:
    put(store, ONE, why=Why.UNHELPFUL)
    put(store, TWO, state=ItemState.DONE.value)
    put(store, THREE)
    page = signed_in(Role.VIEWER).get("/review")
    states, whys = links(page, "状態ごとの件数"), links(page, "きっかけごとの件数")
    assert list(states)[:5] == [
        "未完了 2件",
        "未着手 2件",
        "対応中 0件",
        "完了 1件",
        "対応不要 0件",
    ]
    assert list(whys)[:2] == ["すべて 2件", "役に立たなかった 1件"]
    for label, href in (states | whys).items():
        count = int(re.findall(r"(\d+)件", label)[0])
        assert len(questions(signed_in(Role.VIEWER).get(href))) == count


def test_views_lead_where_they_say(store: Store, signed_in: SignIn) -> None:
    reviewer = signed_in(Role.REVIEWER)
    mine = {"assignee_id": reviewer.staff.id, "due_on": date(2025, 1, 1)}
    put(store, ONE, "私の担当", **mine)
    put(store, TWO, "古い質問", hours_ago=24 * 9, why=Why.UNHELPFUL)
    views = links(reviewer.get("/review"), "よく使う表示")
    shown = {
        label.split()[0]: questions(reviewer.get(href))
        for label, href in views.items()
        if "二人目" not in label
    }
    assert shown == {
        "未完了": ["私の担当", "古い質問"],
        "今日の分（昨日から）": ["私の担当"],
        "自分の担当": ["私の担当"],
        "期限切れ": ["私の担当"],
        "役に立たなかった": ["古い質問"],
    }
    assert set(view_addresses(date(2025, 6, 2))) >= {"view_second"}


def test_every_value_of_every_filter_is_worded(store: Store, signed_in: SignIn) -> None:
    put(store, ONE)
    page = html.fromstring(signed_in(Role.VIEWER).get("/review").text)
    reasons = page.xpath("//select[@name='reason']/option/@value")
    assert reasons == ["", *(reason.value for reason in Reason)]
    assert page.xpath("//select[@name='channel']/option/@value") == ["", *CHANNELS]
    assert page.xpath("//select[@name='city']/option/@value") == ["", "toride"]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("since=tomorrow", "日付を"),
        ("since=2025-06-02&until=2025-06-01", "終わりの日は"),
        ("why=because", "一覧から選び直して"),
        ("state=gone", "一覧から選び直して"),
        ("city=oyama", "一覧から選び直して"),
        ("words=" + "あ" * 101, "100文字まで"),
    ],
)
def test_a_filter_that_does_not_hold_is_told(
    store: Store, signed_in: SignIn, query: str, told: str
) -> None:
    page = signed_in(Role.VIEWER, "toride").get(f"/review?{query}")
    assert page.status_code == 422
    assert told in page.text
    assert "エラー：" in page.text
    assert "<title>エラー" in page.text


@pytest.mark.parametrize("page", ["0", "-1", "x", "99999999", "²"])
def test_a_page_that_is_none_is_the_first(store: Store, signed_in: SignIn, page: str) -> None:
    put(store, ONE)
    assert questions(signed_in(Role.VIEWER).get(f"/review?page={page}"))


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
    assert re.search(r"<dd>\s*0\.\d\d（-?0\.\d\dから\d\.\d\d）", page.text)
    table = html.fromstring(page.text).xpath("//table[caption/@id='table-verdicts']/tbody/tr")
    assert [cell.text_content() for cell in table[0]] == ["正しい", "20", "0", "0"]
    assert f"{reviewer.staff.name}さん" in page.text
    assert re.search(r"カッパ係数：\s*0\.\d\d（", reviewer.get("/review").text)
    earlier = reviewer.get("/review/agreement?until=2025-01-01")
    assert "まだありません" in earlier.text
    assert reviewer.get("/review/agreement?since=x").status_code == 422
