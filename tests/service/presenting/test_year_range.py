"""年度 from one to another by all their names."""

from __future__ import annotations

import pytest

from knowledge.eras import WESTERN, Era
from knowledge.records import Half, Term
from service.presenting.year_range import year_range

_FIRST, _SECOND = Half.FIRST, Half.SECOND


@pytest.mark.parametrize(
    ("first", "last", "style", "printed", "also"),
    [
        (Term(2022), Term(2022), Era.HEISEI, "平成34年度", "令和4年度・2022年度"),
        (Term(2020), Term(2022), Era.HEISEI, "平成32〜34年度", "令和2〜4年度・2020〜2022年度"),
        (Term(2018), Term(2022), Era.HEISEI, "平成30〜34年度",
         "平成30年度〜令和4年度・2018〜2022年度"),
        (Term(2023), Term(2027), Era.REIWA, "令和5〜9年度", "2023〜2027年度"),
        (Term(2019), Term(2023), WESTERN, "2019〜2023年度", "令和元〜5年度"),
        (Term(2013, _FIRST), Term(2013, _FIRST), Era.HEISEI, "平成25年度上期", "2013年度"),
        (Term(2013, _FIRST), Term(2014, _SECOND), Era.HEISEI, "平成25〜26年度", "2013〜2014年度"),
        (Term(2013, _SECOND), Term(2014, _FIRST), Era.HEISEI,
         "平成25年度下期〜平成26年度上期", "2013〜2014年度"),
    ],
)  # fmt: skip
def test_names(first: Term, last: Term, style: Era | str, printed: str, also: str) -> None:
    named = year_range(first, last, style)
    assert (named.printed, named.also) == (printed, also)
    assert (named.first, named.last) == (first.fiscal_year, last.fiscal_year)


def test_halves_are_told_only_where_a_year_is_not_whole() -> None:
    whole = year_range(Term(2013, _FIRST), Term(2013, _SECOND), Era.HEISEI)
    assert (whole.first_half, whole.last_half) == (None, None)
    part = year_range(Term(2013, _SECOND), Term(2014, _SECOND), Era.HEISEI)
    assert (part.first_half, part.last_half) == (_SECOND, _SECOND)
