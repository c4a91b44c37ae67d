"""What counts as a fact of an answer, and what supports it."""

from __future__ import annotations

import pytest

from knowledge.reviewing.counting import verified_counts
from knowledge.reviewing.facts import FactKind, Support, facts_of
from knowledge.reviewing.wording import comparable, form_key
from knowledge.years import Era


def facts(answer: str) -> set[tuple[str, str]]:
    return {(fact.kind.name, fact.text + fact.unit) for fact in facts_of(answer, Era.HEISEI)}


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("31年度に構築します。", {("YEAR", "2019")}),
        (
            "平成25〜28年度（2013〜2016年度）です。",
            {("YEAR", "2013"), ("YEAR", "2016")},
        ),
        ("平成29年（2017年）3月です。", {("YEAR", "2017"), ("NUMBER", "3月")}),
        ("計画期間は5年間です。", {("NUMBER", "5年間")}),
        ("2，000名が対象です。", {("NUMBER", "2000名")}),
        ("6時30分から23時までです。", {("NUMBER", "6:30"), ("NUMBER", "23:00")}),
        ("eLTAXの利用です。", {("LATIN", "eltax")}),
        ("担当課は、健康づくり推進課です。", {("BODY", "推進課")}),
        ("「ほんくる」を運用します。", {("QUOTED", "ほんくる")}),
        ("JIS X 8341-3です。", {("LATIN", "jisx"), ("NUMBER", "8341-3")}),
    ],
)
def test_facts(answer: str, found: set[tuple[str, str]]) -> None:
    assert facts(answer) == found


@pytest.mark.parametrize(
    ("text", "answer", "holds"),
    [
        ("２２施策（50％）", "22施策です。", True),
        ("２２施策（50％）", "2施策です。", False),  # never part of a number
        ("0.9ポイント", "9ポイントです。", False),
        ("５．１％", "5.1%です。", True),
        ("９，６１０万人", "9,610万人です。", True),
        ("平成３４年度", "令和4年度です。", True),
        ("自治体DX2推進計画", "「自治体DX推進計画」です。", False),
        ("「ＳａａＳ※型」", "「SaaS型」です。", True),
        ("AI<sup>(\\*)</sup>技術", "「AI技術」です。", True),
    ],
)
def test_support(text: str, answer: str, holds: bool) -> None:
    support = Support.of([text], Era.HEISEI)
    kinds = {FactKind.NUMBER, FactKind.YEAR, FactKind.QUOTED}
    found = [fact for fact in facts_of(answer, Era.HEISEI) if fact.kind in kinds]
    assert found
    assert all(support.holds(fact) for fact in found) is holds


def test_counts_come_from_the_list_the_answer_gives() -> None:
    assert 3 in verified_counts("取組みは、甲、乙、丙の3つです。", (), ())
    assert 4 not in verified_counts("取組みは、甲、乙、丙の4つです。", (), ())
    assert 2 in verified_counts("柱は「甲（一、二）」と「乙」の2つです。", (), ())


def test_counts_come_from_repeated_print() -> None:
    answer = "「研修実施」が3回示されています。"
    assert 3 in verified_counts(answer, ("研修実施－研修実施－研修実施",), ())


def test_comparable_sets_aside_only_what_makes_no_difference() -> None:
    assert comparable("ＩＣＴ※ （１０，０００人）") == "ict(10000人)"
    assert form_key("ＩＣＴ とは？") == form_key("ictとは")
    assert form_key("だれが担当？") != form_key("誰が担当？")
