"""The queue as a page: what is on it, what is taken off by a link, and what a form changes."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from fastapi import FastAPI
from httpx2 import Response
from lxml import html

from service.accounts import Role
from service.http.review.queue.choices import CHANNELS
from service.outcome import Reason
from service.reviewing.states import ItemState, Why
from service.store import Store
from tests.service.http.review.queue.asked import put
from tests.service.http.review.staff_client import SignedIn, parts_of_app

SignIn = Callable[..., SignedIn]
ONE, TWO, THREE = "1" * 32, "2" * 32, "3" * 32


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


def test_a_line_tells_all_that_is_known(store: Store, signed_in: SignIn) -> None:
    reviewer = signed_in(Role.REVIEWER, "toride")
    put(store, ONE, judged={reviewer.staff.id: "right"}, due_on=date(2025, 1, 2))
    (line,) = rows(reviewer.get("/review"))
    assert line[1:3] == ["図書館はどこですか", "取手市"]
    assert line[4:8] == ["回答：FAQで回答", "無作為の抜き出し", "0.90", "―"]
    assert line[8:] == ["担当なし", "2025年1月2日 期限切れ", "未着手", "1人"]
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
    assert "未完了の回答はありません" in viewer.get("/review?order=due").text
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
    other = {signed_in(Role.APPROVER).staff.id: "right"}
    put(store, ONE, "私の担当", **mine)
    put(store, TWO, "古い質問", hours_ago=24 * 9, why=Why.UNHELPFUL)
    put(store, THREE, "二人目を待つ質問", hours_ago=24 * 9, judged=other, state="done")
    views = links(reviewer.get("/review"), "よく使う表示")
    shown = {label.split()[0]: questions(reviewer.get(href)) for label, href in views.items()}
    assert shown == {
        "未完了": ["私の担当", "古い質問"],
        "今日の分（昨日から）": ["私の担当"],
        "自分の担当": ["私の担当"],
        "期限切れ": ["私の担当"],
        "役に立たなかった": ["古い質問"],
        "二人目の判定待ち": ["二人目を待つ質問"],
    }


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
        ("since=0001-01-01", "日付を"),
        ("until=9999-12-31", "日付を"),
        ("until=0001-01-05&words=計画", "日付を"),
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


def test_past_the_last_page_the_last_one_is_shown(
    store: Store, signed_in: SignIn, monkeypatch: pytest.MonkeyPatch, review_app: FastAPI
) -> None:
    monkeypatch.setattr(parts_of_app(review_app).queue, "_page_size", 1)
    put(store, ONE, "新しい質問", hours_ago=1)
    put(store, TWO, "古い質問", hours_ago=2)
    page = signed_in(Role.REVIEWER).get("/review?page=3")
    assert questions(page) == ["古い質問"]
    assert "page=1" in page.text


def test_a_number_of_changes_that_is_none_is_not_told(store: Store, signed_in: SignIn) -> None:
    reviewer = signed_in(Role.REVIEWER)
    assert "2件を変更しました" in reviewer.get("/review?changed=2").text
    for changed in ("x", "-1", "²", "9" * 5000):
        page = reviewer.get(f"/review?changed={changed}")
        assert page.status_code == 200
        assert "変更しました" not in page.text
