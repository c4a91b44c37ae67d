"""Lists inside a sentence: quoted items in a row that the sentence itself names.

`基本理念である「Ａ」、「Ｂ」を` and `“Ａ”、“Ｂ”という観点から` are complete lists; a row that goes
on with など or 等 is not, and a row that nothing names has no title to be asked by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.mending import mend
from knowledge.records import EnumerationItem, Span

_ITEM = r"(?:「[^「」]+」|『[^『』]+』|“[^“”]+”)"
_ROW = re.compile(rf"{_ITEM}(?:(?:、|，|や|と|・|及び|および|並びに){_ITEM})+")
_NOUN = r"[一-龠々ァ-ヶーA-Za-z0-9]{1,20}"
_NAMED_BEFORE = re.compile(rf"({_NOUN})である$")
_NAMED_AFTER = re.compile(rf"という({_NOUN})")
_GOES_ON = re.compile(r"など|等|ほか|をはじめ")


@dataclass(frozen=True, slots=True)
class InlineList:
    """A named row of quoted items; `span` runs from its name to its last item or the reverse."""

    title: str
    items: tuple[EnumerationItem, ...]
    span: Span


def inline_lists(text: str, within: Span) -> Iterator[InlineList]:
    """Every complete, named row of quoted items between the offsets of `within`."""
    for row in _ROW.finditer(text, within.start, within.end):
        if _GOES_ON.match(text, row.end(), within.end):
            continue
        before = _NAMED_BEFORE.search(text[within.start : row.start()])
        after = _NAMED_AFTER.match(text, row.end(), within.end)
        if before:
            span = Span(within.start + before.start(1), row.end())
        elif after:
            span = Span(row.start(), after.end())
        else:
            continue
        name = before or after
        assert name is not None
        yield InlineList(mend([name.group(1)]), tuple(_items(text, row)), span)


def _items(text: str, row: re.Match[str]) -> Iterator[EnumerationItem]:
    for item in re.finditer(_ITEM, row.group()):
        start, end = row.start() + item.start() + 1, row.start() + item.end() - 1
        yield EnumerationItem("", mend([text[start:end]]), Span(start, end))
