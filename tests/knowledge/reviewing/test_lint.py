"""Each rule catches its fault, on shipped entries with one thing broken."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import FaqEntry
from knowledge.reviewing import Finding, Rule, lint

Lint = Callable[[Iterable[FaqEntry]], tuple[Finding, ...]]


@pytest.fixture
def linted(plans: KnowledgeBase) -> Lint:
    return lambda entries: lint(entries, plans.plans, plans.sources, plans.readings)


@pytest.fixture
def entry(shipped: tuple[FaqEntry, ...]) -> Callable[[str], FaqEntry]:
    by_id = {one.id: one for one in shipped}
    return lambda key: by_id[key]


def answered(entry: FaqEntry, old: str, new: str) -> FaqEntry:
    assert old in entry.answer
    return replace(entry, answer=entry.answer.replace(old, new))


@pytest.mark.parametrize(
    ("key", "old", "new"),
    [
        ("toride-4/faq/0048", "83.5%", "85.3%"),  # a number
        ("toride-4/faq/0066", "44倍", "44%"),  # its unit
        ("toride-4/faq/0015", "5月30日", "5月31日"),  # a day
        ("toride-4/faq/0012", "3月（2016年3月）", "4月（2016年4月）"),  # a month
        ("toride-4/faq/0011", "Technology", "Technologies"),  # a latin name
        ("toride-4/faq/0468", "魅力とりで発信課", "情報管理課"),  # a department
        ("toride-4/faq/0474", "ほどよく絶妙とりで", "ちょうどよくとりで"),  # a quoted name
        ("toride-4/faq/0401", "多チャンネル", "「多メディア」"),
        ("otawara-1/faq/0140", "38.2%", "39.2%"),  # a value of a chart
        ("otawara-1/faq/0523", "20名", "21名"),
        ("joso-3/faq/0036", "8ページ", "9ページ"),
        ("toride-5/faq/0041", "2月", "3月"),
        ("oyama-3/faq/0034", "令和7年度（2025年度）", "令和8年度（2026年度）"),  # beyond the plan
    ],
)
def test_a_fact_that_nothing_supports_is_found(
    linted: Lint, entry: Callable[[str], FaqEntry], key: str, old: str, new: str
) -> None:
    rules = {finding.rule for finding in linted([answered(entry(key), old, new)])}
    assert rules == {Rule.FACT}


def test_the_year_tables_support_every_way_to_write_a_year(
    linted: Lint, entry: Callable[[str], FaqEntry]
) -> None:
    last = entry("toride-4/faq/0029")  # the source prints 平成３４年度 only
    for written in ("令和4年度", "2022年度", "平成34年度（令和4年度・2022年度）"):
        assert linted([answered(last, "平成34年度（2022年度）", written)]) == ()


@pytest.mark.parametrize(("right", "wrong"), [("4つ", "5つ"), ("4つ", "3つ")])
def test_a_count_is_verified_by_counting(
    linted: Lint, entry: Callable[[str], FaqEntry], right: str, wrong: str
) -> None:
    goals = entry("toride-4/faq/0393")
    assert linted([goals]) == ()
    assert {finding.rule for finding in linted([answered(goals, right, wrong)])} == {Rule.FACT}


@pytest.mark.parametrize(
    ("key", "old", "new"),
    [
        # 検討 in 2018, 構築 and 運用 from 2019
        ("toride-4/faq/0507", "（2018年度）に検討", "（2018年度）に構築"),
        # 大田原: the terms of merged cells are unknown
        (
            "otawara-1/faq/0396",
            "電子申請システムは導入に向けた調査、システムの導入",
            "電子申請システムは平成26年度に調査、システムの導入",
        ),
        ("otawara-1/faq/0426", "下期にテーマ決定、", "上期にテーマ決定、"),
    ],
)
def test_a_schedule_says_only_what_its_row_fixes(
    linted: Lint, entry: Callable[[str], FaqEntry], key: str, old: str, new: str
) -> None:
    assert Rule.SCHEDULE in {finding.rule for finding in linted([answered(entry(key), old, new)])}


@pytest.mark.parametrize(
    ("old", "new"), [("です。", "だ。"), ("です。", "です"), ("です。", "です，以上です。")]
)
def test_an_answer_is_polite_and_of_one_width(
    linted: Lint, entry: Callable[[str], FaqEntry], old: str, new: str
) -> None:
    findings = linted([answered(entry("toride-4/faq/0011"), old, new)])
    assert {finding.rule for finding in findings} == {Rule.ANSWER}


def test_a_form_of_two_entries_is_found_whatever_its_width(
    linted: Lint, entry: Callable[[str], FaqEntry]
) -> None:
    one, other = entry("toride-4/faq/0010"), entry("toride-4/faq/0011")
    one = replace(one, forms=("ICTとは何ですか。",))
    other = replace(other, forms=("ＩＣＴ とは何ですか",))
    assert [(found.rule, found.entry_id) for found in linted([one, other])] == [
        (Rule.FORM, other.id)
    ]


@pytest.mark.parametrize("form", ["090-1234-5678に電話して", "a.b@example.jpに返事を", "長" * 301])
def test_a_form_is_what_people_type(
    linted: Lint, entry: Callable[[str], FaqEntry], form: str
) -> None:
    findings = linted([replace(entry("toride-4/faq/0011"), forms=(form,))])
    assert {finding.rule for finding in findings} == {Rule.FORM}


def test_an_entry_needs_a_record_that_stands_where_its_evidence_stands(
    linted: Lint, entry: Callable[[str], FaqEntry]
) -> None:
    one = entry("toride-4/faq/0010")
    for ids in ((), ("toride-4/measure/9-9-9",), ("toride-4/glossary/BPR",)):
        findings = linted([replace(one, record_ids=ids)])
        assert Rule.RECORD in {finding.rule for finding in findings}, ids


def test_two_entries_on_one_thing_are_found(linted: Lint, entry: Callable[[str], FaqEntry]) -> None:
    one = entry("toride-4/faq/0591")
    again = replace(one, id="toride-4/faq/9999", forms=("図書館の連携はいつまで続く予定？",))
    again = answered(again, "まで運用する予定です", "まで運用の予定です")
    assert [(found.rule, found.entry_id) for found in linted([one, again])] == [
        (Rule.DUPLICATE, again.id)
    ]
