"""Numbered headings: which mark a line begins with, and the path of headings it stands under."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from knowledge.mending import one_width


class HeadingMark(StrEnum):
    """The kinds of heading numbers in use in Japanese plans, by an example of each."""

    CHAPTER = "第1章"
    DOTTED = "1."
    PLAIN = "1"
    BRACKETED = "(1)"
    CIRCLED = "①"


_DIGIT = "[0-9０-９]"
_PATTERNS = {
    HeadingMark.CHAPTER: rf"第\s?(?:{_DIGIT}+|[一二三四五六七八九十]+)\s?[章編部]",
    HeadingMark.DOTTED: rf"{_DIGIT}{{1,2}}[.．](?!{_DIGIT})",
    HeadingMark.PLAIN: rf"{_DIGIT}{{1,2}}(?=[ 　])",
    HeadingMark.BRACKETED: rf"[(（]{_DIGIT}{{1,2}}[)）]|[⑴-⒇]",
    HeadingMark.CIRCLED: "[①-⑳]",
}


@dataclass(frozen=True, slots=True)
class NumberedTitle:
    """A line that begins with a heading number: `第1章`, `計画の目的`, and the kind of number."""

    mark: HeadingMark
    number: str
    title: str


def numbered_title(text: str, marks: tuple[HeadingMark, ...]) -> NumberedTitle | None:
    """Take the number off a heading line; None where it begins with none of `marks`."""
    for mark in marks:
        if (found := re.match(_PATTERNS[mark], text)) and (title := text[found.end() :].strip()):
            return NumberedTitle(mark, one_width(found.group()), title)
    return None


@dataclass(frozen=True, slots=True)
class HeadingPath:
    """The headings above a place, outermost first, each with its level (1 = outermost)."""

    steps: tuple[tuple[int, str], ...] = ()

    def enter(self, level: int, heading: str) -> HeadingPath:
        """The path under a new heading: it closes every heading of its level or deeper."""
        kept = tuple(step for step in self.steps if step[0] < level)
        return HeadingPath((*kept, (level, heading)))

    @property
    def titles(self) -> tuple[str, ...]:
        """The headings as they go into `Record.section`."""
        return tuple(heading for _, heading in self.steps)
