import pytest

from knowledge.records import Certainty, Measure, ScheduleRow


def words(row):
    return ["⇒" if cell.carried else "/".join(cell.words) for cell in row.cells]


def test_one_row_for_each_measure_with_five_years(fourth):
    rows = {row.measure_id: row for row in fourth.of(ScheduleRow)}
    assert set(rows) == {measure.id for measure in fourth.of(Measure)}
    assert len(fourth.of(ScheduleRow)) == 52
    for row in rows.values():
        years = [(cell.start.fiscal_year, cell.end.fiscal_year) for cell in row.cells]
        assert years == [(year, year) for year in range(2018, 2023)]
        assert row.departments
        assert row.section == fourth.one(row.measure_id).section
        assert len(row.spans) == 1


@pytest.mark.parametrize(
    ("number", "cells"),
    [
        ("1-2-4", ["検討", "構築/運用", "⇒", "⇒", "⇒"]),
        ("1-5-1", ["構築/運用", "運用", "⇒", "⇒", "⇒"]),
        ("2-1-8", ["構築/運用", "⇒", "⇒", "⇒", "⇒"]),
        ("2-3-1", ["調査・研究/構築", "運用", "⇒", "⇒", "⇒"]),
        ("3-1-3", ["調査・研究", "検討", "構築/運用", "運用", "⇒"]),
        ("3-1-4", ["調査・研究", "構築/運用", "運用", "⇒", "⇒"]),
        ("3-1-6", ["構築/運用", "⇒", "⇒", "⇒", "⇒"]),
        ("3-2-3", ["調査・研究/検討", "検討", "⇒", "⇒", "⇒"]),
        ("4-3-4", ["調査・研究/検討", "構築", "運用", "⇒", "⇒"]),
    ],
)
def test_cells_with_two_words_are_read_from_line_breaks(fourth, number, cells):
    row = fourth.one(f"toride-4/schedule/{number}")
    assert words(row) == cells
    assert {cell.certainty for cell in row.cells} == {Certainty.READ}


@pytest.mark.parametrize(
    ("number", "cells"),
    [
        ("1-1-1", ["運用", "⇒", "⇒", "⇒", "⇒"]),
        ("1-3-2", ["調査・研究", "構築", "運用", "⇒", "⇒"]),
        ("2-1-1", ["構築", "運用", "⇒", "⇒", "⇒"]),
        ("3-1-2", ["調査・研究", "検討", "構築", "運用", "⇒"]),
        ("4-1-2", ["調査・研究", "構築", "⇒", "運用", "⇒"]),
        ("4-2-1", ["構築", "⇒", "運用", "⇒", "⇒"]),
    ],
)
def test_five_words_fill_five_cells_for_certain(fourth, number, cells):
    row = fourth.one(f"toride-4/schedule/{number}")
    assert words(row) == cells
    assert {cell.certainty for cell in row.cells} == {Certainty.CERTAIN}


def test_carried_cells_repeat_the_words_before(fourth):
    cells = fourth.one("toride-4/schedule/4-1-2").cells
    assert [cell.words for cell in cells] == [
        ("調査・研究",), ("構築",), ("構築",), ("運用",), ("運用",),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("number", "departments"),
    [
        ("1-1-1", ("魅力とりで発信課",)),
        ("1-2-4", ("中心市街地整備課",)),
        ("1-3-2", ("スポーツ生涯学習課",)),
        ("1-5-1", ("情報管理課", "子育て支援課", "保健センター")),
        ("2-1-3", ("健康づくり推進課",)),
        ("2-1-6", ("図書館",)),
        ("2-2-2", ("スポーツ生涯学習課",)),
        ("3-1-2", ("議会事務局",)),
        ("3-1-6", ("人事課", "学務給食課")),
    ],
)
def test_departments_over_broken_lines(fourth, number, departments):
    assert fourth.one(f"toride-4/schedule/{number}").departments == departments


@pytest.mark.parametrize(
    ("number", "title"),
    [
        ("2-1-1", "被災者生活再建支援システム共同整備事業の構築"),
        ("2-1-7", "NPO・ボランティア活動情報の発信・提供の強化"),
        ("3-2-3", "自治体クラウド構築の検討"),
        ("4-1-3", "各課メールアドレスのLG.JPドメインへの移行可能性の検討"),
    ],
)
def test_titles_as_the_table_prints_them(fourth, number, title):
    assert fourth.one(f"toride-4/schedule/{number}").title == title


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        ("1-4-4", "地方税共通納税システムの構築構築運用⇒⇒⇒納税課"),
        ("2-1-8", "いじめ防止アプリケーションの導入構築運用⇒⇒⇒⇒指導課"),
        ("4-3-4", "ＩＣＴ部門の業務継続計画の策定調査・研究検討構築運用⇒⇒情報管理課"),
    ],
)
def test_a_row_is_quoted_whole(fourth, number, printed):
    assert fourth.quote(fourth.one(f"toride-4/schedule/{number}")).endswith(printed)
