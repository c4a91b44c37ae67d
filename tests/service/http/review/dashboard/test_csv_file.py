"""CSV that spreadsheets open rightly and run nothing of."""

from __future__ import annotations

import csv
import io

import pytest

from service.http.review.dashboard.csv_file import csv_lines, disposition, inert
from service.http.review.dashboard.data_table import Cell, DataTable


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+81",
        "-cmd",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝１＋１",
        "＋1",
        "－1",
        "＠SUM",
        " =1",
        "　=1",
        '=HYPERLINK("https://evil.example")',
        "=cmd|' /C calc'!A0",
    ],
)
def test_no_cell_begins_a_formula(cell: str) -> None:
    assert inert(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "cell", ["答えた", "1=1", "市の=記号", "", "'quoted", "2025年", 0, -3, -1.5]
)
def test_other_cells_stay_as_they_are(cell: Cell) -> None:
    assert inert(cell) == cell
    assert type(inert(cell)) is type(cell)


def test_what_has_no_value_is_empty() -> None:
    assert inert(None) == ""


def test_a_file_is_read_back_as_it_was_written() -> None:
    rows: tuple[tuple[Cell, ...], ...] = (
        ("6月2日", 1200, 73.1, None),
        ('"引用"、改行\nと,コンマ', -3, 0.0, 1),
        ("=1", 1, 1.5, 2),
    )
    table = DataTable("x", "x", ("日", "質問", "％", "値"), rows)
    written = b"".join(csv_lines(table))
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.endswith(b"\r\n")
    text = written.decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text, newline=""))) == [
        ["日", "質問", "％", "値"],
        ["6月2日", "1200", "73.1", ""],
        ['"引用"、改行\nと,コンマ', "-3", "0.0", "1"],
        ["'=1", "1", "1.5", "2"],
    ]


def test_a_name_travels_in_japanese_and_in_ascii() -> None:
    header = disposition("集計_6月.csv", "statuses.csv")
    assert header == (
        "attachment; filename=\"statuses.csv\"; filename*=UTF-8''%E9%9B%86%E8%A8%88_6%E6%9C%88.csv"
    )
    assert header.isascii()
