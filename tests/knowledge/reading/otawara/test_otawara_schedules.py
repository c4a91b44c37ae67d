"""Half-year schedules: what is certain, what is read from line breaks, what nobody can know."""

from __future__ import annotations

import pytest

from knowledge.errors import SourceError
from knowledge.reading.otawara.cell_widths import place_rows, possible_widths
from knowledge.reading.otawara.items import Item
from knowledge.records import Certainty, Half, Measure, ScheduleCell, ScheduleRow, Term

HALVES = [Term(year, half) for year in range(2013, 2017) for half in Half]
UNKNOWN = "?"


def row_of(otawara, local: str) -> ScheduleRow:
    return next(r for r in otawara.all(ScheduleRow) if r.id == f"otawara-1/schedule/{local}")


def told(cell: ScheduleCell) -> tuple[str, str]:
    """`13上-14下` and the words."""
    if cell.start is None or cell.end is None:
        return UNKNOWN, "/".join(cell.words)
    first, last = (
        f"{term.fiscal_year - 2000}{term.half.value[0]}" for term in (cell.start, cell.end)
    )
    return (first if first == last else f"{first}-{last}"), "/".join(cell.words)


def test_every_measure_has_a_row(otawara) -> None:
    rows = otawara.all(ScheduleRow)
    measures = [measure.id for measure in otawara.all(Measure)]
    assert list(dict.fromkeys(row.measure_id for row in rows)) == measures
    second = [row.id.split("/")[2] for row in rows if row.id.endswith("-2")]
    assert second == [
        "3(1)③i-2", "3(1)③ii-2", "3(2)③ii-2", "3(2)④i-2", "3(2)④ii-2", "3(2)⑥i-2",
    ]  # fmt: skip


def test_eight_items_fill_eight_cells(otawara) -> None:
    row = row_of(otawara, "3(2)①i")
    assert [cell.start for cell in row.cells] == [cell.end for cell in row.cells] == HALVES
    assert {cell.certainty for cell in row.cells} == {Certainty.CERTAIN}
    assert [cell.words for cell in row.cells] == [
        (), ("テーマ決定",), ("研修実施",), ("テーマ決定",), ("研修実施",), ("テーマ決定",),
        ("研修実施",), ("テーマ決定",),
    ]  # fmt: skip
    assert row.departments == ()


def test_only_rows_of_eight_items_are_certain(otawara) -> None:
    certain = [
        row.id.split("/")[2]
        for row in otawara.all(ScheduleRow)
        if any(cell.certainty is Certainty.CERTAIN for cell in row.cells)
    ]
    assert certain == ["3(2)①i", "3(2)④ii-2", "3(2)⑤ii"]


READ = {
    "3(1)③iv": [
        ("13上", ""), ("13下", ""), ("14上-14下", "統計情報の整理・追加・充実"),
        ("15上-15下", "統計情報の整理・追加・充実"), ("16上-16下", "統計情報の整理・追加・充実"),
    ],
    "3(1)④ii": [
        ("13上-13下", "システムの導入に向けた調査"), ("14上", "システムの調達"),
        ("14下", "システムの導入"), ("15上-16下", "システムの運用"),
    ],
    "3(1)⑤i": [
        ("13上", ""), ("13下", ""), ("14上-15下", "コンビニ交付システムの研究"),
        ("16上", "システムの調達"), ("16下", "システムの導入"),
    ],
    "3(2)②iii": [
        ("13上", ""), ("13下", ""), ("14上", "バックアップ状況の調査"),
        ("14下", "バックアップルールの策定"), ("15上-16下", "バックアップルールの運用"),
    ],
    "3(2)③v": [
        ("13上", "新CMSの調達・導入"), ("13下", "CMSの運用・改善"),
        ("14上-14下", "CMSの運用・改善"),
        ("15上-15下", "CMSの運用・改善"), ("16上-16下", "CMSの運用・改善"),
    ],
    "3(2)④ii": [
        ("13上", "利活用状況整理"), ("13下", "情報セキュリティ実施手順の策定"),
        ("14上-16下", "実施手順に基づく運用"),
    ],
    "3(2)⑥i-2": [
        ("13上", ""), ("13下", ""), ("14上", "EUCツールの調査"),
        ("14下", "メンテナンスルールの策定"), ("15上-16下", "ルールの運用"),
    ],
    # The only item of a table without －: nothing else is printed for any half-year.
    "3(2)③iv": [("13上-16下", "文書管理システム導入に向けた調査")],
}  # fmt: skip


@pytest.mark.parametrize("local", READ)
def test_places_read_from_line_breaks(otawara, local: str) -> None:
    row = row_of(otawara, local)
    assert [told(cell) for cell in row.cells] == READ[local]
    assert {cell.certainty for cell in row.cells} == {Certainty.READ}


ORDER_ONLY = {
    "3(1)④iv": ["システムの導入に向けた調査", "システムの導入", "システムの運用"],
    "3(1)⑤ii": ["設置場所の調査", "", "導入（図書館）", "順次導入（公共施設・観光施設）"],
    # A single activity in a second row: merged cells may stand before it.
    "3(2)③ii-2": ["他自治体の事例調査"],
}


@pytest.mark.parametrize("local", ORDER_ONLY)
def test_where_merged_cells_lost_their_place_only_the_order_is_told(otawara, local: str) -> None:
    cells = row_of(otawara, local).cells
    assert [told(cell) for cell in cells] == [(UNKNOWN, words) for words in ORDER_ONLY[local]]
    assert {cell.certainty for cell in cells} == {Certainty.UNKNOWN}


def test_rows_that_cannot_be_told_apart_stay_one(otawara) -> None:
    cells = row_of(otawara, "3(1)①i").cells
    assert told(cells[0]) == ("13上-13下", "運用ガイドラインの策定")
    assert [told(cell) for cell in cells[1:]] == [
        (UNKNOWN, "試行"),
        (UNKNOWN, "SNS等による情報発信"),
        *[(UNKNOWN, "各媒体で発信するコンテンツの検討、見直し")] * 3,
    ]


def test_two_words_in_a_half_year_cell_are_placed_together(otawara) -> None:
    cells = row_of(otawara, "3(2)⑤i").cells
    assert told(cells[0]) == ("13上-13下", "テーマ決定/研修実施/テーマ決定")
    assert [cell.start for cell in cells[1:]] == HALVES[2:]
    assert Certainty.CERTAIN not in {cell.certainty for cell in cells}


def test_known_places_follow_one_another(otawara) -> None:
    for row in otawara.all(ScheduleRow):
        at = 0
        for cell in row.cells:
            if cell.start is None or cell.end is None:
                at = len(HALVES)
                assert cell.certainty is Certainty.UNKNOWN
                continue
            assert HALVES.index(cell.start) == at, row.id
            at = HALVES.index(cell.end) + 1
        assert at == len(HALVES), row.id


def test_all_words_of_a_row_stand_in_its_quote(otawara) -> None:
    for row in otawara.all(ScheduleRow):
        (span,) = row.spans
        quote = otawara.source.text[span.start : span.end]
        for cell in row.cells:
            for words in cell.words:
                printed = "".join(quote.split())
                wide = str.maketrans("ABCEIMNPSTU-", "ＡＢＣＥＩＭＮＰＳＴＵ－")
                assert words.translate(wide) in printed, (row.id, words)


def test_what_is_not_known_is_reported(otawara) -> None:
    reported = [u.what for u in otawara.reading.unresolved]
    unknown = {
        row.measure_id.split("/")[2]
        for row in otawara.all(ScheduleRow)
        if any(cell.certainty is Certainty.UNKNOWN for cell in row.cells)
    }
    assert len(reported) == len(unknown) == 7
    assert all(any(f"schedule of {number}:" in what for what in reported) for number in unknown)


def item(*pieces: str, line: int = 0) -> Item:
    return Item(list(pieces), line, line + len(pieces) - 1, True, nothing=pieces == ("－",))


def test_widths_follow_from_the_breaks() -> None:
    assert tuple(possible_widths(item("－"), 8, 5)) == (1,)
    assert tuple(possible_widths(item("システム", "の調達"), 8, 5)) == (1,)
    # A break inside a katakana word: the line was full.
    assert tuple(possible_widths(item("イベントカレ", "ンダーの作成"), 8, 5)) == (1,)
    assert tuple(possible_widths(item("マニュアルの", "運用・訓練"), 8, 5)) == (1, 2)
    assert tuple(possible_widths(item("運用ガイドラインの", "策定"), 8, 5)) == (2,)
    assert tuple(possible_widths(item("システムの運用"), 8, 5)) == tuple(range(2, 9))


def test_two_free_widths_are_not_guessed() -> None:
    items = [item("－", line=0), item("導入", line=1), item("運用", line=2)]
    (row,) = place_rows(items, 8, 5)
    assert row.places == ((0, 1), None, None)


def test_one_free_width_takes_what_is_left() -> None:
    items = [item("－", line=0), item("システム", "の導入", line=1), item("運用", line=3)]
    (row,) = place_rows(items, 8, 5)
    assert row.places == ((0, 1), (1, 1), (2, 6))


def test_too_much_for_any_row_is_not_placed() -> None:
    items = [item("運用ガイドラインの", "策定") for _ in range(5)]  # one printed line, ten halves
    (row,) = place_rows(items, 8, 5)
    assert row.places == (None,) * 5


def test_other_years_than_the_plans_are_an_error(changed) -> None:
    with pytest.raises(SourceError, match=r"changed\.txt:1916: .*平成２４年度.*2013"):
        changed("平成２５年度 平成２６年度", "平成２４年度 平成２６年度", after=1910)


def test_a_schedule_without_cells_is_an_error(changed) -> None:
    with pytest.raises(SourceError, match=r"changed\.txt:2293: a schedule without cells"):
        changed("収納方法の調査、研究\n", "\n", after=2300)


def test_an_activity_that_is_cut_off_is_reported(changed) -> None:
    plan = changed("システムの運用\n", "システムの\n", after=2281)
    assert any("cut off" in unresolved.what for unresolved in plan.reading.unresolved)
