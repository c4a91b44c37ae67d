"""What the reader refuses, and that the message names file, line and value."""

import pytest

from knowledge.errors import SourceError


def change(fourth, old, new, count=1):
    assert old in fourth.source.text
    return fourth.source.text.replace(old, new, count)


def test_a_row_with_too_few_cells(fourth, read_text):
    text = change(fourth, "調査・研究 構築 運用 ⇒ ⇒\nスポーツ", "調査・研究 構築 運用 ⇒\nスポーツ")
    with pytest.raises(SourceError, match=r"plan\.txt:2014: 1-3-2: .* gives 4 cells for 5 years"):
        read_text(text)


def test_a_row_with_too_many_cells(fourth, read_text):
    text = change(fourth, "構築 運用 ⇒ ⇒ ⇒ 納税課", "構築 運用 ⇒ ⇒ ⇒ ⇒ 納税課")
    with pytest.raises(SourceError, match=r"plan\.txt:2091: 1-4-4: .* gives 6 cells for 5 years"):
        read_text(text)


def test_a_measure_without_schedule(fourth, read_text):
    start = fourth.source.text.index("■４－３－４\n")
    end = fourth.source.text.index(" 第４章")
    text = fourth.source.text[:start] + fourth.source.text[end:]
    with pytest.raises(SourceError, match=r"plan\.txt:3014: measure 4-3-4 has no schedule row"):
        read_text(text)


def test_a_number_that_stands_twice(fourth, read_text):
    text = change(fourth, "■１－１－２ モバイル", "■１－１－１ モバイル")
    with pytest.raises(SourceError, match=r"plan\.txt:1766: measure 1-1-1 stands twice"):
        read_text(text)


def test_a_schedule_row_twice(fourth, read_text):
    text = change(fourth, "■１－１－２\n", "■１－１－１\n")
    with pytest.raises(SourceError, match=r"plan\.txt:1834: a second schedule row .* 1-1-1"):
        read_text(text)


def test_a_row_for_no_measure(fourth, read_text):
    text = change(fourth, "■１－１－２\n", "■９－９－９\n")
    with pytest.raises(SourceError, match=r"plan\.txt:1834: .* unknown measure 9-9-9"):
        read_text(text)


def test_columns_of_other_years(fourth, read_text):
    text = change(fourth, "施策 30 年度 31 年度", "施策 29 年度 31 年度")
    with pytest.raises(SourceError, match=r"plan\.txt:1823: the columns \[29, 31, .* 2022\]"):
        read_text(text)


def test_a_department_cut_off(fourth, read_text):
    text = change(fourth, "中心市街地\n\n整備課\n", "中心市街地\n\n整備\n")
    with pytest.raises(SourceError, match=r"1-2-4: '中心市街地整備' is not a whole department"):
        read_text(text)


def test_an_arrow_in_the_first_year(fourth, read_text):
    text = change(fourth, "構築 ⇒ 運用 ⇒ ⇒ 情報管理課", "⇒ ⇒ 運用 ⇒ ⇒ 情報管理課")
    with pytest.raises(SourceError, match=r"4-2-1: ⇒ in the first year"):
        read_text(text)


def test_results_that_do_not_sum(fourth, read_text):
    text = change(fourth, "調整 3（7％）", "調整 4（7％）")
    with pytest.raises(SourceError, match=r"plan\.txt:1008: 総合評価: .* do not sum to 44"):
        read_text(text)


def test_an_article_of_law_that_cannot_be_read(fourth, read_text):
    text = change(fourth, "【法 11 条:オープンデータの推進】", "【法:オープンデータの推進】")
    with pytest.raises(SourceError, match=r"plan\.txt:1730: not an article of law: '【法:"):
        read_text(text)


def test_a_footnote_that_never_ends(fifth, read_text):
    cut = fifth.source.text.index("害を最小限に抑え")
    with pytest.raises(SourceError, match=r"plan\.txt:218: footnote 4 does not end"):
        read_text(fifth.source.text[:cut], edition=5, first_year=2023)


def test_a_footnote_without_anchor_is_unresolved(fifth, read_text):
    text = change(fifth, "BCP4への", "BCPへの")
    (found,) = read_text(text, edition=5, first_year=2023).unresolved
    assert found.what == "footnote 4 (BCP) is nowhere referred to"


def test_text_above_the_first_heading(read_text):
    with pytest.raises(SourceError, match=r"plan\.txt:1: text above the first heading: 'まえがき"):
        read_text("まえがきです。\n\n第１章 概要\n\n本文です。\n")
