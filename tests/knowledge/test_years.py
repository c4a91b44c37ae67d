"""Years in running text: how people and plans write them, and what only looks like one."""

from __future__ import annotations

import pytest

from knowledge.eras import Era
from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import Half
from knowledge.years import find_years, western_years, year_equivalents

FISCAL, CALENDAR = True, False


@pytest.mark.parametrize(
    ("text", "year", "is_fiscal"),
    [
        ("平成30年度", 2018, FISCAL),
        ("平成３０年", 2018, CALENDAR),
        ("平成 15 年度", 2003, FISCAL),
        ("平成三十年度", 2018, FISCAL),
        ("平成元年", 1989, CALENDAR),
        ("H30", 2018, CALENDAR),
        ("Ｈ３０年度", 2018, FISCAL),
        ("R4年度", 2022, FISCAL),
        ("Ｒ４", 2022, CALENDAR),
        ("R元年度", 2019, FISCAL),
        ("㋿5年度", 2023, FISCAL),
        ("令和元年", 2019, CALENDAR),
        ("令和12年", 2030, CALENDAR),
        ("令和五年度", 2023, FISCAL),
        ("昭和63年", 1988, CALENDAR),
        ("S63年", 1988, CALENDAR),
        ("2019年度", 2019, FISCAL),
        ("２０１９年", 2019, CALENDAR),
        ("FY2020", 2020, FISCAL),
        ("令和4（2022）年度", 2022, FISCAL),
        ("令和3(2021)年度", 2021, FISCAL),
        ("2019（平成31）年度", 2019, FISCAL),
        ("2022年（令和4年）", 2022, CALENDAR),
        ("平成34年度（令和4年度・2022年度）", 2022, FISCAL),
        ("平成31年度（令和元年度・2019年度）", 2019, FISCAL),
        ("2023", 2023, CALENDAR),
    ],
)
def test_a_single_year(text: str, year: int, is_fiscal: bool) -> None:
    (found,) = find_years(f"（{text}）とは")
    assert (found.first_year, found.last_year, found.is_fiscal) == (year, year, is_fiscal)
    assert f"（{text}）とは"[found.start : found.end] == text


@pytest.mark.parametrize(
    ("text", "first", "last", "is_fiscal"),
    [
        ("平成30～34年度", 2018, 2022, FISCAL),
        ("平成３０年度～平成３４年度", 2018, 2022, FISCAL),
        ("平成25年度から平成29年度", 2013, 2017, FISCAL),
        ("平成 30 年度から令和４年度", 2018, 2022, FISCAL),
        ("平成25年度から28年度", 2013, 2016, FISCAL),
        ("令和3(2021)年度から令和7(2025)年度", 2021, 2025, FISCAL),
        ("2019年度～2023年度", 2019, 2023, FISCAL),
        ("2018～22年度", 2018, 2022, FISCAL),
        ("2018-2022", 2018, 2022, CALENDAR),
        ("R1〜R4", 2019, 2022, CALENDAR),
        ("令和3年度から5年間", 2021, 2025, FISCAL),
        ("平成30～34年度（2018～2022年度）", 2018, 2022, FISCAL),
        ("平成３０年度から５か年", 2018, 2022, FISCAL),
    ],
)
def test_a_range(text: str, first: int, last: int, is_fiscal: bool) -> None:
    (found,) = find_years(f"計画は {text} です")
    assert (found.first_year, found.last_year, found.is_fiscal) == (first, last, is_fiscal)
    assert f"計画は {text} です"[found.start : found.end] == text


@pytest.mark.parametrize(
    "text",
    [
        "とりで未来創造プラン２０２０",
        "人口2000人",
        "about 2000 人",
        "2000 世帯",
        "30年度",
        "5年間",
        "５年サイクル",
        "5年前",
        "平成99年",
        "令和の時代",
        "Amazon S3",
        "H.264",
        "AR2台",
        "0297-74-2141",
        "20代 (N=57)",
        "12020年",
        "2,019年",
        "3.2019",
        "平成",
        "",
    ],
)
def test_what_only_looks_like_a_year(text: str) -> None:
    assert find_years(text) == ()


def test_halves() -> None:
    found = find_years("平成25年度上期から平成26年度の下半期、平成２８年下期まで")
    assert [(m.first_year, m.half, m.is_fiscal) for m in found] == [
        (2013, Half.FIRST, True),
        (2014, Half.SECOND, True),
        (2016, Half.SECOND, True),
    ]


def test_months_and_the_fiscal_year_they_lie_in() -> None:
    found = find_years("Ｒ３年３月～Ｒ８年２月、平成31年4月、2019年（平成31年）3月")
    assert [(m.first_year, m.month, m.fiscal_range) for m in found] == [
        (2021, 3, (2020, 2020)),
        (2026, 2, (2025, 2025)),
        (2019, 4, (2019, 2019)),
        (2019, 3, (2018, 2018)),
    ]
    (year,) = find_years("2022年")
    assert year.fiscal_range == (2021, 2022)
    (fiscal,) = find_years("2022年度")
    assert fiscal.fiscal_range == (2022, 2022)


def test_lists_share_era_and_unit() -> None:
    found = find_years("平成25・26年度と令和元年度、2年度")
    assert [(m.first_year, m.is_fiscal, m.era) for m in found] == [
        (2013, True, Era.HEISEI),
        (2014, True, Era.HEISEI),
        (2019, True, Era.REIWA),
        (2020, True, Era.REIWA),
    ]


def test_numbers_after_a_year_are_no_years() -> None:
    assert len(find_years("平成30年度、5つの施策と3年の検討")) == 1
    assert western_years(find_years("令和3年から5年で終える")) == {2021}
    assert western_years(find_years("令和3年から5年までの間")) == {2021, 2022, 2023}


def test_brackets_that_say_another_year_are_years_of_their_own() -> None:
    found = find_years("平成30年度（前回は平成25年度）")
    assert [m.first_year for m in found] == [2018, 2013]


def test_bare_years_take_the_given_era() -> None:
    assert find_years("30年度に構築") == ()
    (found,) = find_years("30年度に構築", Era.HEISEI)
    assert (found.first_year, found.is_fiscal) == (2018, True)
    (found,) = find_years("30年度から34年度", Era.HEISEI)
    assert (found.first_year, found.last_year) == (2018, 2022)


def test_western_years_fill_ranges() -> None:
    assert western_years(find_years("平成30～令和2年度、2025年")) == {2018, 2019, 2020, 2025}
    (found,) = find_years("2018～2020年度")
    assert [found.covers(year) for year in (2017, 2018, 2020, 2021)] == [False, True, True, False]


def test_equivalents() -> None:
    forms = year_equivalents("平成３４年度")
    assert {"平成34年度", "令和4年度", "2022年度", "H34", "R4", "R4年度"} <= forms
    assert not any(form.endswith("年") for form in forms)
    assert year_equivalents("令和元年度") == year_equivalents("平成31年度")
    assert {"令和元年度", "令和1年度"} <= year_equivalents("2019年度")
    assert {"昭和64年", "平成元年", "1989年"} <= year_equivalents("1989年")
    assert all(find_years(form)[0].first_year == 2022 for form in forms)


@pytest.mark.parametrize("text", ["平成30～34年度", "いつか", "2018年と2019年"])
def test_equivalents_are_of_one_year(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        year_equivalents(text)


def test_no_year_of_the_plans_is_missed(plans: KnowledgeBase) -> None:
    """An era with a number in mended text is a year: nothing in the plans says otherwise."""
    seen = 0
    for record in plans.records():
        text = getattr(record, "text", "")
        covered = {i for m in find_years(text) for i in range(m.start, m.end)}
        for era in Era:
            at = text.find(era.value)
            while at >= 0:
                if text[at + 2 : at + 3].isdigit() or text[at + 2 : at + 3] == "元":
                    seen += 1
                    assert at in covered, (record.id, text[at : at + 12])
                at = text.find(era.value, at + 1)
    assert seen > 50
