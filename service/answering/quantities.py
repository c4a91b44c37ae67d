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
    ("人", "名", "にん"),
    ("件", "けん", "契約数", "登録数", "件数"),
    ("台", "だい"),
    ("回", "かい"),
    ("冊", "さつ"),
    ("校", "こう"),
    ("社", "しゃ"),
    ("団体",),
    ("世帯",),
    ("ページ", "頁", "ぺーじ"),
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
    ("円", "えん"),
)


def _held(row: tuple[str, ...]) -> re.Pattern[str]:
    """A number with one of the counters: 815件, 約1億2千万を超える契約数; pages as p.50 too."""
    counters = "|".join(map(re.escape, row))
    after = f"{_NUMBER}(?:万|億|千)*(?:を(?:超える|超す|上回る))?(?:{counters})"
    return re.compile(f"{after}|p\\.?{_NUMBER}" if "ページ" in row else after)


_ASKED = tuple(
    (
        re.compile("(?:何|なん)(?:万|億)?(?:" + "|".join(map(re.escape, row)) + ")(?![0-9])"),
        _held(row),
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
    """Whether the question asks 何＋counter and `told` has a number with none such counter."""
    asked = plain(question)
    wanted = [held for q, held in _ASKED if q.search(asked)]
    return bool(wanted) and not any(held.search(plain(told)) for held in wanted)


def named_numbers(text: str) -> frozenset[str]:
    """The telling numbers of a text, ordinals without 第 (第4次 and 4次 are one)."""
    return frozenset(_ORDINAL.sub(r"\1\2", found.group()) for found in _NAMED.finditer(plain(text)))


def number_agreement(question: str, told: str, editions: frozenset[int] = frozenset()) -> float:
    """1 where every number the question names stands in `told`, -1 where one does not, else 0.

    editions  of the plans that the question names: they say where to look and need not stand in
              `told`, but where it speaks of other editions alone it is about another plan
    """
    own = {f"{edition}次" for edition in editions}
    asked = named_numbers(question) - own
    if not own and not asked:
        return 0.0  # most questions name no number: nothing need be read of what is told
    named = named_numbers(told)
    others = {number for number in named if number.endswith("次")} - own
    if own and others and not own & named:
        return -1.0
    if not asked:
        return 0.0
    return 1.0 if asked <= named else -1.0
