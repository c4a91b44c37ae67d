"""The dashboard and the report, read as staff read them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from lxml import etree, html

from service.accounts import Role
from service.http.parts import Parts
from service.store import Store
from tests.service.http.review.dashboard.asked import UNANSWERED, table
from tests.service.http.review.staff_client import SignedIn
from tests.service.reporting.conftest import Desk

SignIn = Callable[..., SignedIn]


def test_todays_questions_are_counted(viewer: SignedIn) -> None:
    page = viewer.get("/review/dashboard?span=today")
    assert page.status_code == 200
    head, row = table(html.fromstring(page.text), "statuses")
    assert head == ["日", "質問", "回答", "聞き返し", "見つからず", "お断り"]
    assert row[1:] == ["3", "1", "0", "1", "1"]
    assert "質問は全部で3件です。" in page.text
    assert "50.0％（2件中、" in page.text


def test_staff_of_a_city_see_its_figures_alone(parts: Parts, signed_in: SignIn) -> None:
    every = signed_in(Role.VIEWER, "*").get("/review/dashboard?span=today")
    assert "質問は全部で4件です。" in every.text
    other = signed_in(Role.VIEWER, "otawara").get("/review/dashboard?span=today")
    assert "質問は全部で1件です。" in other.text
    assert "取手市" not in other.text
    assert signed_in(Role.VIEWER, "otawara").get("/review/dashboard?city=toride").status_code == 403


def test_things_are_called_as_in_the_queue(viewer: SignedIn) -> None:
    queue = html.fromstring(viewer.get("/review").text)
    document = html.fromstring(viewer.get("/review/dashboard?span=today").text)
    for name, choices in (("statuses", "status"), ("channels", "channel")):
        heads, *_ = table(document, name)
        _, *chosen_from = queue.xpath(f"//select[@name='{choices}']/option/text()")
        assert heads[2:] == chosen_from


def test_unanswered_questions_stand_in_groups(viewer: SignedIn) -> None:
    page = viewer.get("/review/dashboard?span=today").text
    _, row = table(html.fromstring(page), "groups")
    assert row[:3] == [UNANSWERED, "取手市", "1"]
    assert "の時点のまとまりです" in page


@pytest.mark.parametrize(
    "address", ["/review/dashboard?span=90", "/review/dashboard", "/review/reports/{month}"]
)
def test_pictures_are_valid_and_told_in_words(address: str, parts: Parts, viewer: SignedIn) -> None:
    page = viewer.get(address.format(month=f"{parts.reports.today():%Y-%m}"))
    document = html.fromstring(page.text)
    ids = document.xpath("//@id")
    assert len(ids) == len(set(ids))
    pictures = document.xpath("//*[@role='img']")
    assert len(pictures) >= 4
    for picture in pictures:
        for reference in (picture.get("aria-labelledby"), picture.get("aria-describedby")):
            (told,) = document.xpath(f"//*[@id='{reference}']")
            assert told.text_content().strip()
        (title,) = picture.xpath("title")
        assert title.text
    written = re.findall(
        r"<svg class=\"plot__picture\".*?</svg>\n<p class=\"plot__xs", page.text, re.S
    )
    assert len(written) == len(pictures)
    for drawn in written:
        root = etree.fromstring(drawn.rpartition("<p")[0])
        assert not root.xpath("//@style")
        for reference in root.xpath("//@fill"):
            assert reference.removeprefix("url(#").removesuffix(")") in ids
        for number in root.xpath("//rect[@width and contains(@width, '%')]/@*"):
            if str(number).endswith("%"):
                assert -0.01 <= float(str(number).removesuffix("%")) <= 100.01
    assert "style=" not in page.text


def test_a_day_without_questions_says_so(viewer: SignedIn) -> None:
    page = viewer.get("/review/dashboard?span=own&from=2020-01-01&to=2020-01-31")
    assert page.status_code == 200
    assert "この期間に質問はありません。" in page.text
    assert "まだ数えるものがありません" in page.text
    for told in ("答えるべき質問はありません。", "評価の付いた回答はありません。"):
        assert told in page.text
    assert "職員が確認した回答はありません。" in page.text
    assert "ありませんです" not in page.text
    assert "ありません、" not in page.text
    assert "表示するものがありません" in page.text


@pytest.mark.parametrize(
    ("query", "field", "told"),
    [
        ("from=2025-06-02&to=2025-06-01", "to", "終わりの日は"),
        ("from=2020-01-01&to=2025-06-01", "to", "366日まで"),
        ("from=kyou&to=2025-06-01", "from", "年月日"),
        ("from=2025-06-01", "to", "年月日"),
    ],
)
def test_a_period_that_is_none_is_told_and_kept(
    query: str, field: str, told: str, viewer: SignedIn
) -> None:
    page = viewer.get(f"/review/dashboard?span=own&{query}")
    assert page.status_code == 422
    document = html.fromstring(page.text)
    (wrong,) = document.xpath("//*[@aria-invalid='true']")
    assert wrong.get("name") == field
    (error,) = document.xpath(f"//*[@id='field-{field}-error']")
    assert error.text_content().startswith("エラー：")
    assert told in error.text_content()
    assert document.xpath("//title")[0].text.startswith("エラー")


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_are_days_without_questions(day: str, viewer: SignedIn) -> None:
    page = viewer.get(f"/review/dashboard?span=own&from={day}&to={day}")
    assert page.status_code == 200
    assert "この期間に質問はありません。" in page.text


@pytest.mark.parametrize("span", ["2025-13", "2025-6", "soon", "0000-01", "9999-12", "２０２５-06"])
def test_an_unknown_month_is_not_found(span: str, viewer: SignedIn) -> None:
    assert viewer.get(f"/review/dashboard?span={span}").status_code == 404
    assert viewer.get(f"/review/reports/{span}").status_code == 404


@pytest.mark.parametrize("address", ["dashboard", "dashboard/kinds.csv", "reports"])
def test_a_city_that_is_none_is_not_found(address: str, signed_in: SignIn) -> None:
    every = signed_in(Role.VIEWER, "*")
    assert every.get(f"/review/{address}?city=toride").status_code == 200
    assert every.get(f"/review/{address}?city=atlantis").status_code == 404


def test_a_report_speaks_of_the_month_and_the_one_before(parts: Parts, viewer: SignedIn) -> None:
    before = parts.reports.today().replace(day=1) - timedelta(days=1)
    desk = Desk(Store(str(parts.settings.database_url)))
    for _ in range(2):
        desk.ask(before)
    page = viewer.get(f"/review/reports/{parts.reports.today():%Y-%m}").text
    assert "まどぐちが受けた質問は3件でした。" in page
    assert "前の月の2件より1件（50.0％）多くなりました。" in page
    assert "はっきりした差はありません。" in page
    assert "住民の評価が付いた回答はありませんでした。" in page
    assert "職員が確認した回答はありませんでした。" in page
    assert "まだ数えるものがありませんでした" not in page
    assert "この月はまだ終わっていません。" in page
    assert "この月に承認された訂正はありません。" in page
    assert f"「{UNANSWERED}」などの1件です。" in page
    rows = table(html.fromstring(page), "compared")
    assert rows[1] == ["質問", "3", "2"]
    past = viewer.get(f"/review/reports/{before:%Y-%m}").text
    assert "前の月には質問がなく、比べられません。" in past
    assert "この月はまだ終わっていません。" not in past
    months = html.fromstring(viewer.get("/review/reports").text)
    assert len(months.xpath("//ul[@class='report__months']/li")) == 2
    desk.store.close()


def test_a_month_without_questions_says_so(viewer: SignedIn) -> None:
    page = viewer.get("/review/reports/2020-01")
    assert page.status_code == 200
    assert "この月に質問はありませんでした。" in page.text
    assert "plot__picture" not in page.text
