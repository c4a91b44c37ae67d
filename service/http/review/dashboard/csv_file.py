"""A table as a CSV file that spreadsheets open rightly, and run nothing of."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from service.http.review.dashboard.data_table import Cell, DataTable

# Excel takes a file without it for one of Windows' own Japanese encoding.
_BYTE_ORDER_MARK = "\ufeff"
# What begins a formula, also in full width: Excel with Japanese settings takes that for the same.
# White space before it is passed over by some.
_BEGINS_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def csv_lines(table: DataTable) -> Iterator[bytes]:
    """The file part by part, UTF-8, as RFC 4180 wants it."""
    yield _BYTE_ORDER_MARK.encode()
    for row in (table.columns, *table.rows):
        yield _line(row)


def disposition(file_name: str, plain_name: str) -> str:
    """The header that names a file, in Japanese where the browser knows how (RFC 6266, 8187).

    plain_name  ASCII letters, digits, `-`, `_` and `.`
    """
    return f"attachment; filename=\"{plain_name}\"; filename*=UTF-8''{quote(file_name, safe='')}"


def inert(cell: Cell) -> str | int | float:
    """A cell of which no spreadsheet makes a formula; numbers stay numbers, negative ones too."""
    if cell is None:
        return ""
    if isinstance(cell, str) and cell.lstrip(" \u3000\xa0").startswith(_BEGINS_FORMULA):
        return f"'{cell}"
    return cell


def _line(cells: Iterable[Cell]) -> bytes:
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerow([inert(cell) for cell in cells])
    return written.getvalue().encode()
