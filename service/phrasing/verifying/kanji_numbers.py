"""Numbers written in kanji, as digits: 三つ, 二十人, 第四次, 三万件."""

from __future__ import annotations

import re

from service.phrasing.verifying.width import half_width

_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10_000, "億": 100_000_000}
_COUNTED = (
    "つ|人|名|件|回|個|台|割|倍|点|本|校|世帯|団体|歳|円|次|章|節|条|項|号|階|日間?|週間?|時間|分|"
    "％|%|パーセント|種類|段階|位|年間|か年|カ年|ヶ年|か月|ヶ月|カ月|箇所|か所|カ所|ヶ所|施策|事業|"
    "項目|課|職|市|町|村|県|区|期|部|冊|枚|社|館|名称|目標|分野|世代|言語"
)
_NUMBER = re.compile(rf"[〇一二三四五六七八九十百千万億]+(?={_COUNTED})")


def with_digits(text: str) -> str:
    """The text in half width with digits for every number in kanji that counts something.

    Words that only look so (一部, 十分) change too: both sides of a comparison change alike.
    """
    return _NUMBER.sub(lambda found: _digits(found.group()), half_width(text))


def _digits(written: str) -> str:
    if all(sign in _DIGITS for sign in written):
        return "".join(str(_DIGITS[sign]) for sign in written)
    total = section = digit = 0
    for sign in written:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _TENS:
            section += max(digit, 1) * _TENS[sign]
            digit = 0
        else:
            total += max(section + digit, 1) * _MYRIADS[sign]
            section = digit = 0
    return str(total + section + digit)
