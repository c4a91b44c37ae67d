"""Notices of an operator: read from a file, first on every page, gone when they end."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml.html import HtmlElement, document_fromstring
from markupsafe import escape

from knowledge.errors import NoticesError
from service.counter import Counter
from service.http import create_app
from service.http.errors import UnknownError
from service.http.pages.error_page import ErrorPage
from service.http.pages.frame import Frame, Surface
from service.http.pages.notice_board import NoticeBoard
from service.http.pages.notices import load_notices
from service.http.pages.preferences import Language, Preferences
from service.http.pages.renderer import PageRenderer
from service.settings import Settings

CITIES = {"toride", "joso"}
TYPHOON = """
[[notice]]
title = "台風に備えてください"
text = "避難所を開いています。"
url = "https://www.example.jp/typhoon"
issued = 2020-09-01T14:30:00
until = 2120-09-02T00:00:00+09:00
[notice.en]
title = "Prepare for the typhoon"
text = "Shelters are open."
"""
COUNTER_CLOSED = """
[[notice]]
title = "窓口がお休みです"
text = "取手市の窓口はお休みです。"
issued = 2021-01-01T00:00:00+09:00
until = 2120-01-01T00:00:00+09:00
cities = ["toride"]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "notices.toml"
    path.write_text(TYPHOON + COUNTER_CLOSED, encoding="utf-8")
    return path


def _rendered(settings: Settings, file: Path, surface: Surface, lang: Language) -> HtmlElement:
    pages = PageRenderer(settings.model_copy(update={"notices_file": file}), escape)
    frame = Frame(surface, Preferences(lang), None, surface.prefix or "/")
    return document_fromstring(pages.render("error.html", frame, ErrorPage(UnknownError())))


@pytest.mark.meets("U-29")
def test_a_notice_stands_before_everything_else(
    settings: Settings, counter: Counter, file: Path
) -> None:
    with_file = settings.model_copy(update={"notices_file": file})
    with TestClient(create_app(with_file, counter)) as client:
        for path in ("/", "/toride", "/sources", "/privacy"):
            page = document_fromstring(client.get(path).text)
            first = page.xpath("(//article | //header | //main)[1]")[0]
            assert first.tag == "article"
            assert first.xpath("./h2")
            assert first.xpath(".//time/@datetime")
        page = document_fromstring(client.get("/joso").text)
        assert page.xpath("//article/h2/text()") == ["台風に備えてください"]
        page = document_fromstring(client.get("/toride").text)
        assert page.xpath("//article/h2/text()") == ["窓口がお休みです", "台風に備えてください"]
        assert page.xpath("//time/@datetime")[1] == "2020-09-01T14:30+09:00"
        assert page.xpath("//time/text()")[1] == "2020年9月1日午後2時30分"


@pytest.mark.meets("U-29", "K-06")
def test_its_link_stays_within_the_rules_of_the_surface(settings: Settings, file: Path) -> None:
    links = {}
    for surface in Surface:
        page = _rendered(settings, file, surface, Language.JAPANESE)
        assert "https://www.example.jp/typhoon" in page.text_content() or surface != "kiosk"
        links[surface] = page.xpath("//article//a")
    assert links[Surface.KIOSK] == []
    assert links[Surface.WEB][0].get("target") is None
    assert links[Surface.EMBED][0].get("target") == "_blank"
    assert "新しいタブ" in links[Surface.EMBED][0].text_content()


@pytest.mark.meets("U-18")
def test_it_speaks_the_language_of_the_page_where_it_can(settings: Settings, file: Path) -> None:
    page = _rendered(settings, file, Surface.WEB, Language.ENGLISH)
    japanese, english = page.xpath("//article")
    assert japanese.get("lang") == "ja"
    assert english.get("lang") is None
    assert english.xpath("./h2/text()") == ["Prepare for the typhoon"]


def test_it_holds_from_when_it_is_issued_until_its_end(file: Path) -> None:
    moments = iter(
        [datetime(2020, 9, 1, 5, 29, tzinfo=UTC), datetime(2020, 9, 1, 5, 30, tzinfo=UTC)]
    )
    board = NoticeBoard(file, CITIES, clock=lambda: next(moments))
    assert not board.current(None)  # 14:29 in Japan
    assert len(board.current(None)) == 1
    ended = NoticeBoard(file, CITIES, clock=lambda: datetime(2120, 9, 2, tzinfo=UTC))
    assert not ended.current(None)


def test_the_file_is_read_again_when_it_changes(
    file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    board = NoticeBoard(file, CITIES)
    assert len(board.current(None)) == 2
    file.write_text(TYPHOON, encoding="utf-8")
    assert len(board.current(None)) == 1
    file.write_text(TYPHOON.replace("2120-09-02", "1920-09-02"), encoding="utf-8")
    assert len(board.current(None)) == 1  # as before
    assert "1920-09-02" in caplog.text
    file.write_text("", encoding="utf-8")
    os.utime(file, ns=(1, 1))
    assert not board.current(None)
    file.unlink()
    assert not board.current(None)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda text: text.replace("until", "til"), ("notice.0.until", "Field required")),
        (lambda text: text.replace("2120-09-02", "2019-09-02"), (":2", "not after")),
        (lambda text: text.replace("https:", "javascript:"), (":5", "notice.0.url", "javascript")),
        (
            lambda text: text.replace("[notice.en]", 'cities = ["edo"]\n[notice.en]'),
            ("edo", "joso"),
        ),
        (lambda text: text + "cities = []", ("notice.0.en.cities",)),
        (lambda text: text.replace('"Shelters are open."', '""'), ("notice.0.en.text", "''")),
        (lambda text: text + "a = ", ("not valid TOML",)),
        (lambda text: text.replace("避難所", "避" * 401), ("400 characters",)),
    ],
)
def test_a_notice_that_does_not_hold_is_named(
    tmp_path: Path, change: Callable[[str], str], told: tuple[str, ...]
) -> None:
    path = tmp_path / "notices.toml"
    path.write_text(change(TYPHOON), encoding="utf-8")
    with pytest.raises(NoticesError) as raised:
        load_notices(path, CITIES)
    for part in ("notices.toml", *told):
        assert part in str(raised.value)


def test_a_missing_file_keeps_the_service_from_starting(settings: Settings, tmp_path: Path) -> None:
    missing = settings.model_copy(update={"notices_file": tmp_path / "none.toml"})
    with pytest.raises(NoticesError, match=r"none\.toml"):
        create_app(missing)
