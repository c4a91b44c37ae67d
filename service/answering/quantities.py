"""Numbers of a question held against numbers of a text.

Japanese asks for a quantity with 何 and the counter of the thing (何件, 何か所): an answer must
hold a number with that counter. And a number the question names (第2次, 50代) must stand in the
text, or the text speaks of something else.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_KANJI = str.maketrans("〇一二三四五六七八九", "0123456789")
_NUMBER = r"[0-9][0-9,.]*"
# Counters that are written or meant alike stand in one row.
_COUNTERS: tuple[tuple[str, ...], ...] = (
    ("か所", "カ所", "ヶ所", "ヵ所", "箇所", "ケ所"),
    ("人", "名"),
    ("件",),
    ("台",),
    ("回",),
    ("冊",),
    ("校",),
    ("社",),
    ("団体",),
    ("世帯",),
    ("ページ", "頁"),
    ("時間",),
    ("週間",),
    ("日間",),
    ("か月", "カ月", "ヶ月"),
    ("年間", "か年", "カ年", "ヵ年"),
    ("%", "パーセント", "割"),
    ("ポイント",),
    ("mb", "gb", "メガ", "ギガ"),
    ("本",),
    ("枚",),
    ("機関",),
    ("階",),
    ("歳",),
    ("時",),
    ("円",),
)
_ASKED = tuple(
    (
        re.compile("何(?:万|億)?(?:" + "|".join(map(re.escape, row)) + ")(?![0-9])"),
        re.compile(_NUMBER + "(?:万|億)?(?:" + "|".join(map(re.escape, row)) + ")"),
    )
    for row in _COUNTERS
)
# A number counts as named with what makes it telling: an ordinal, an age group, a figure, a part.
_NAMED = re.compile(
    r"第[0-9]+(?:次|章|条|部|回|期)|[0-9]+次(?!元|世代)|[0-9]+代|図表[0-9]+(?:-[0-9]+)?|目標[0-9]+"
    r"|[0-9]+条|[0-9]+-[0-9]+-[0-9]+|[0-9]+大"
)
_ORDINAL = re.compile(r"第?([0-9]+)(次|条)")


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """NFKC, lower case, white space out, single kanji digits as digits: what numbers match in."""
    folded = "".join(unicodedata.normalize("NFKC", text).lower().split())
    return re.sub(
        r"(?<=第)[一二三四五六七八九](?=次|章|条|期)|[一二三四五六七八九](?=次(?:計画|の))",
        lambda m: m.group().translate(_KANJI),
        folded,
    )


def counters_missing(question: str, told: str) -> bool:
    """Whether the question asks 何＋counter and `told` has no number with that counter."""
    asked = plain(question)
    text = plain(told)
    return any(q.search(asked) and not held.search(text) for q, held in _ASKED)


def named_numbers(text: str) -> frozenset[str]:
    """The telling numbers of a text, ordinals without 第 (第4次 and 4次 are one)."""
    return frozenset(_ORDINAL.sub(r"\1\2", found.group()) for found in _NAMED.finditer(plain(text)))


def number_agreement(question: str, told: str, editions: frozenset[int] = frozenset()) -> float:
    """1 where every number the question names stands in `told`, -1 where one does not, else 0.

    editions  of the plans that the question names: not looked for
    """
    asked = named_numbers(question) - {f"{edition}次" for edition in editions}
    if not asked:
        return 0.0
    return 1.0 if asked <= named_numbers(told) else -1.0
