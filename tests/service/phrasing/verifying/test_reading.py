"""How a text is taken apart before it is compared."""

from __future__ import annotations

import pytest

from knowledge.years import Era
from service.phrasing.reply import Cited, cited_sentences
from service.phrasing.verifying.bodies import bodies
from service.phrasing.verifying.claim_words import claim_words
from service.phrasing.verifying.cutting import clauses, sentences
from service.phrasing.verifying.figures import Figure, marked
from service.phrasing.verifying.kanji_numbers import with_digits


def test_quotations_stay_whole() -> None:
    assert list(sentences("「はい。」と言います。次です。\n終わり")) == [
        "「はい。」と言います。",
        "次です。",
        "終わり",
    ]
    assert list(clauses("「一、二」と、三です。")) == ["「一、二」と、", "三です。"]


def test_a_missing_bracket_hides_nothing_of_the_next_line() -> None:
    assert list(sentences("「一。\n二。三。")) == ["「一。", "二。", "三。"]


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("三つ", "3つ"),
        ("二十五人", "25人"),
        ("二〇件", "20件"),
        ("三万五千人", "35000人"),
        ("百二十施策", "120施策"),
        ("第四次", "第4次"),
        ("５％", "5%"),
        ("三重県の四日市", "三重県の4日市"),
        ("一般", "一般"),
    ],
)
def test_numbers_in_kanji(written: str, digits: str) -> None:
    assert with_digits(written) == digits


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("平成30、31年度に2,000人が", ["2018年度", "2019年度", "2000"]),
        ("平成30年度から34年度まで", ["2018-2022年度"]),
        ("令和3年3月5日に5.5%", ["2021年3月5日", "5.5"]),
        ("平成25年度上期", ["2013年度上期"]),
        ("1-4-4の3施策", ["1-4-4", "3"]),
    ],
)
def test_figures(text: str, values: list[str]) -> None:
    assert [figure.value for figure in marked(text, Era.HEISEI).figures.values()] == values


def test_a_number_is_one_with_its_unit() -> None:
    assert list(marked("5施策", Era.HEISEI).figures.values()) == [Figure("number 施策", "5")]


def test_bodies_are_whole_runs() -> None:
    assert list(bodies("委員長は副市長、担当課は広報情報課です。")) == [
        "委員長",
        "副市長",
        "広報情報課",
    ]


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("実施していません", {"実施"}),
        ("実施しなければならない", set()),
        ("未実施です", {"実施"}),
        ("費用はかからず無料です", {"掛かる"}),
        ("変更はなし", {"変更"}),
        ("利用できます", set()),
    ],
)
def test_negation_belongs_to_the_word_before_it(text: str, negated: set[str]) -> None:
    assert {word.base for word in claim_words(text) if word.negated} == negated


@pytest.mark.parametrize(
    "reply",
    ["一です[1]。二です[2][3]。", "一です。[1]二です。[2, 3]", "一です［1］。\n二です[2][3][2]。"],
)
def test_marks_are_read_and_taken_out(reply: str) -> None:
    assert cited_sentences(reply) == (Cited("一です。", (1,)), Cited("二です。", (2, 3)))
