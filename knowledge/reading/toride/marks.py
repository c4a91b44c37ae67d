"""Heading marks by name: how each looks in a line of one width, and how its number counts."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from knowledge.records import Mark

# Each pattern has the groups `number` (may be absent) and `title`. They meet lines that
# `one_width` has passed, so digits and the signs . - are ASCII, brackets and ① are as printed.
_PATTERNS = {
    "第#章": r"(?P<number>第\d+章) +(?P<title>\S.*)",
    "#": r"(?P<number>\d+)(?: +|\.)(?P<title>[^\d\s].*)",
    "●": r"●(?P<title>.+)",
    "(#)": r"(?P<number>[(（]\d+[)）]|[⑴-⒇]) *(?P<title>\S.*)",
    "（目標#）": r"（(?P<number>目標\d+)） *(?P<title>\S.*)",
    "#-#": r"(?P<number>\d+-\d+) +(?P<title>\S.*)",
    "■#-#-#": r"■(?P<number>\d+-\d+-\d+) +(?P<title>\S.*)",
    "①": r"(?P<number>[①-⑳]) *(?P<title>\S.*)",
    "図表#": r"(?P<number>図表\d+) +(?P<title>\S.*)",
    # A date in brackets says when something was published; it heads nothing.
    "（）": r"（(?P<title>(?!.*(?:年|月|出典|抜粋))[^（）]+)）",
    "【】": r"【(?P<title>(?!法)[^【】]+)】",
    "〈〉": r"〈(?P<title>[^〈〉]+)〉",
    "#.": r"(?P<number>\d+\.) *(?P<title>[^\d\s].*)",
    "#)": r"(?P<number>\d+[)）]) *(?P<title>\S.*)",
    "○": r"[○〇](?P<title>.+)",
}

# Marks whose numbers run 1, 2, 3 under their parent: a number out of turn is no heading.
COUNTED = frozenset({"第#章", "#", "(#)", "①", "#.", "#)"})

_MEASURE_MARKS = re.compile(rf"(?: +(?:{'|'.join(Mark)}))+$")


@dataclass(frozen=True, slots=True)
class Marked:
    """A line that looks like a heading: the mark's name, its printed number ("" for none)."""

    mark: str
    number: str
    title: str

    @property
    def ordinal(self) -> int | None:
        """The number in its sequence; None where the mark does not count on."""
        return self.count if self.mark in COUNTED else None

    @property
    def count(self) -> int:
        """The digits of the number, 0 without any."""
        return int(re.sub(r"\D", "", unicodedata.normalize("NFKC", self.number)) or 0)


@cache
def heading_pattern(mark: str) -> re.Pattern[str]:
    """The pattern of a mark: its own, or one made from the mark, `#` being a number (`◆#-#`)."""
    if mark in _PATTERNS:
        return re.compile(_PATTERNS[mark])
    sign = mark[: mark.find("#")] if "#" in mark else mark
    digits = re.escape(mark[len(sign) :]).replace(r"\#", r"\d+")
    return re.compile(rf"{re.escape(sign)}(?P<number>{digits}) *(?P<title>\S.*)")


def read_mark(mark: str, text: str) -> Marked | None:
    """`text`, a line of one width, as a heading of this mark; None if it does not look so."""
    found = heading_pattern(mark).fullmatch(text)
    if found is None:
        return None
    number = found.groupdict().get("number") or ""
    if mark in ("(#)", "#)"):  # one look for （１）, ⑴ and １）
        number = unicodedata.normalize("NFKC", number)
    return Marked(mark, number, found["title"].strip())


def read_title(mark: str, text: str) -> str:
    """What stands behind the mark; the whole text where the mark is not there."""
    marked = read_mark(mark, text)
    return marked.title if marked else text


def measure_marks(title: str) -> frozenset[Mark]:
    """重点 and 新規 at the end of a measure's title."""
    found = _MEASURE_MARKS.search(title)
    return frozenset(Mark(word) for word in found[0].split()) if found else frozenset()


def strip_measure_marks(title: str) -> str:
    """A title without 重点 and 新規 at its end."""
    return _MEASURE_MARKS.sub("", title)


def columns(text: str) -> int:
    """Printed width: a kanji or full-width sign is two columns, an ambiguous sign too."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text)


def unclosed(text: str) -> bool:
    """Whether a bracket is still open: the line below then belongs to the same sentence.

    Round brackets of both widths close each other: the plans mix them (（システム改革，BPR)).
    """
    level = text.replace("(", "（").replace(")", "）")
    pairs = [("（", "）")]
    if not text.endswith("。"):
        pairs += [("「", "」"), ("『", "』"), ("【", "】")]
    return any(level.count(left) > level.count(right) for left, right in pairs)
