"""The figures as files to take along."""

from __future__ import annotations

import csv
import io
from urllib.parse import unquote

import pytest
from lxml import html
from sqlalchemy import select

from service.http.parts import Parts
from service.http.review.dashboard.tables import TABLE_NAMES
from service.store import AuditRow
from tests.service.http.review.dashboard.asked import table
from tests.service.http.review.staff_client import SignedIn


def test_every_table_of_the_page_has_a_file(viewer: SignedIn) -> None:
    page = html.fromstring(viewer.get("/review/dashboard").text)
    names = [each.removeprefix("table-") for each in page.xpath("//caption/@id")]
    assert len(names) >= 8
    assert names == [each for each in TABLE_NAMES if each in names]


@pytest.mark.parametrize("name", TABLE_NAMES)
def test_every_table_can_be_taken_along(name: str, parts: Parts, viewer: SignedIn) -> None:
    page = html.fromstring(viewer.get("/review/dashboard?span=today").text)
    file = viewer.get(f"/review/dashboard/{name}.csv?span=today")
    assert file.status_code == 200
    assert file.headers["content-type"] == "text/csv; charset=utf-8"
    assert "まどぐち_" in unquote(file.headers["content-disposition"])
    head, *rows = csv.reader(io.StringIO(file.content.decode("utf-8-sig"), newline=""))
    if page.xpath(f"//caption[@id='table-{name}']"):
        shown_head, *shown_rows = table(page, name)
        assert head == shown_head
        assert len(rows) == len(shown_rows)
    assert rows or name.startswith(("passages", "measures"))
    with parts.store.reading() as connection:
        last = connection.execute(select(AuditRow).order_by(AuditRow.id.desc())).first()
    assert last is not None
    assert (last.action, last.subject) == ("figures.exported", f"table:{name}")
    assert last.user_id == viewer.staff.id


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("from=2020-12-30&to=2021-01-02", "2020年12月30日"),
        ("from=2020-12-30&to=2021-10-01", "2020年12月28日の週"),
    ],
)
def test_days_in_a_file_have_their_year(query: str, first: str, viewer: SignedIn) -> None:
    """Excel takes a day without one for a day of the year in which the file is opened."""
    file = viewer.get(f"/review/dashboard/statuses.csv?span=own&{query}")
    _, row, *_ = csv.reader(io.StringIO(file.content.decode("utf-8-sig"), newline=""))
    assert row[0] == first


def test_no_file_is_made_of_what_is_no_table(viewer: SignedIn) -> None:
    assert viewer.get("/review/dashboard/outcomes.csv").status_code == 404
    assert viewer.get("/review/dashboard/kinds.csv?span=own").status_code == 422
