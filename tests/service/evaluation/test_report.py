"""The page of figures, plots and misses."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from knowledge.errors import EvaluationError
from service.evaluation import each_and_all
from service.evaluation.figures import Row
from service.evaluation.report import report_page, write_report


@pytest.fixture(scope="module")
def page(real_rows: list[Row]) -> html.HtmlElement:
    files = {Path("first.jsonl"): real_rows[:3], Path("unseen.jsonl"): real_rows[3:]}
    return html.document_fromstring(report_page(each_and_all(files, {})))


def test_every_table_has_a_caption_and_every_picture_a_title(page: html.HtmlElement) -> None:
    tables, pictures = page.xpath("//table"), page.xpath("//*[local-name()='svg']")
    assert len(tables) > len(pictures) > 0
    for table in tables:
        assert table.xpath("string(caption)")
        assert table.xpath(".//th[@scope='col']")
        assert table.xpath(".//th[@scope='row']")
    for picture in pictures:
        assert picture.xpath("string(*[local-name()='title'])")
        assert picture.xpath("following::table[1]")


def test_ids_stand_once_and_links_lead_to_them(page: html.HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = page.xpath("//nav//a/@href")
    assert links
    assert {link.removeprefix("#") for link in links} <= set(ids)


def test_nothing_is_fetched(page: html.HtmlElement) -> None:
    assert not page.xpath("//script | //link | //img | //iframe")
    assert all(link.startswith("#") for link in page.xpath("//@href | //@src"))


def test_each_file_stands_apart_and_all_together_last(page: html.HtmlElement) -> None:
    assert page.xpath("//section/h2/text()") == ["Figures", "first", "unseen", "all together"]
    asked = page.xpath("//section[h2='Figures']//tr[th='questions']/td/text()")
    assert asked == ["3", "3", "6"]
    (refused,) = page.xpath("//section[h2='Figures']//tr[th='refused']/td[2]")
    assert "of 3" in refused.text_content()


def test_a_miss_tells_all_that_explains_it(page: html.HtmlElement) -> None:
    (miss,) = page.xpath("//section[h2='first']//article[contains(., '何年度')]")
    text = miss.text_content()
    assert "wrong: neither evidence nor fact" in text
    assert "<b>どの計画にもない文字列</b>" in text  # as text, not as an element
    assert not miss.xpath(".//b | .//i")
    terms = miss.xpath(".//dt/text()")
    assert terms == ["Wanted", "Replied", "Cited", "Understood as", "Candidates"]
    (candidates,) = miss.xpath(".//dt[.='Candidates']/following-sibling::dd[1]")
    assert len(candidates.xpath(".//li")) == 3
    assert not page.xpath("//section[h2='all together']//article")


def test_a_page_that_cannot_be_written_is_named(tmp_path: Path, real_rows: list[Row]) -> None:
    sets = each_and_all({Path("a.jsonl"): real_rows[:1]}, {})
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(EvaluationError, match=r"file/report\.html"):
        write_report(tmp_path / "file" / "report.html", sets)
    path = tmp_path / "new" / "report.html"
    write_report(path, sets)
    assert path.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert list(path.parent.iterdir()) == [path]


def test_files_of_the_same_name_are_told_apart(real_rows: list[Row]) -> None:
    files = {Path("a/q.jsonl"): real_rows[:1], Path("b/q.jsonl"): real_rows[1:2]}
    names = [one.name for one in each_and_all(files, {})]
    assert names == ["a/q.jsonl", "b/q.jsonl", "all together"]
