"""What tells the two flattened layouts apart: how chapters and sections are numbered.

Both begin a chapter with `第１章` at the head of a page; 取手 numbers sections `１ 趣旨`, 大田原
`１． 趣旨`. Schedules are no sign: a plan of which one chapter is held has none.
"""

from __future__ import annotations

import re

from knowledge.source import SourceText

_DIGIT = "[0-9０-９]"
_CHAPTER = re.compile(rf"第{_DIGIT}+章[ 　]+\S")
_PLAIN_SECTION = re.compile(rf"{_DIGIT}[ 　]+[^\s0-9０-９]\S*$")
_FULL_STOP_SECTION = re.compile(rf"{_DIGIT}．[ 　]*\S")


def has_plain_sections(source: SourceText) -> bool:
    """Chapters at the head of a page, and most sections numbered `１ 題名`."""
    plain, full_stop = _section_counts(source)
    return _has_page_chapter(source) and plain > full_stop


def has_full_stop_sections(source: SourceText) -> bool:
    """Chapters at the head of a page, and most sections numbered `１． 題名`."""
    plain, full_stop = _section_counts(source)
    return _has_page_chapter(source) and full_stop > plain


def _has_page_chapter(source: SourceText) -> bool:
    return any(line.indented and _CHAPTER.match(line.text) for line in source.lines)


def _section_counts(source: SourceText) -> tuple[int, int]:
    plain = sum(1 for line in source.lines if _PLAIN_SECTION.match(line.text))
    return plain, sum(1 for line in source.lines if _FULL_STOP_SECTION.match(line.text))
