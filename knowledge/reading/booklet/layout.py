"""What differs between plans of which the first leaves are held."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.reading.headings import HeadingMark


@dataclass(frozen=True, slots=True)
class BookletLayout:
    """The `[plans.layout]` table of the style `contents`.

    entries    heading numbers in the table of contents by level, outermost first, each by its
               example
    greetings  headings under which the mayor writes, white space aside
    contents   heading of the table of contents, white space aside
    """

    entries: tuple[HeadingMark, ...] = (
        HeadingMark.CHAPTER,
        HeadingMark.PLAIN,
        HeadingMark.BRACKETED,
        HeadingMark.CIRCLED,
    )
    greetings: tuple[str, ...] = ("ごあいさつ", "ご挨拶", "あいさつ", "挨拶", "はじめに", "巻頭言")
    contents: str = "目次"
