"""Read a plan published as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.errors import SourceError
from knowledge.mending import mend
from knowledge.reading.headings import HeadingPath, numbered_title
from knowledge.reading.inline_lists import inline_lists
from knowledge.reading.markdown.layout import MarkdownLayout
from knowledge.records import (
    Enumeration,
    LeftOut,
    LeftOutClass,
    Paragraph,
    ParagraphRole,
    Plan,
    Reading,
    Record,
    Section,
    Span,
)
from knowledge.source import Line, SourceText

_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_BULLET = re.compile(r"(?:[-*+・○●]|[0-9]+[.)])\s+(?=\S)|[・○●](?=\S)")
_TABLE_ROW = re.compile(r"\|.*\|$")
_TABLE_RULE = re.compile(r"\|[\s:|-]+\|$")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|-])")


def detect(source: SourceText) -> bool:
    """A Markdown source has at least two headings that begin with `#`."""
    return sum(1 for line in source.lines if _HEADING.match(line.text)) >= 2


def read(source: SourceText, plan: Plan, layout: MarkdownLayout) -> Reading:
    """Sections, paragraphs and the lists inside them; pages are unknown in Markdown (None).

    Raises SourceError when the source has no heading at all.
    """
    reader = _Reader(source, plan, layout)
    for block in _blocks(source.lines, layout):
        reader.take(block)
    if reader.path == HeadingPath():
        raise SourceError("a Markdown plan needs a heading that begins with '#'", source.at(0))
    return Reading(tuple(reader.records), tuple(reader.left_out), ())


def _blocks(lines: Sequence[Line], layout: MarkdownLayout) -> Iterator[tuple[Line, ...]]:
    """Lines that belong together: a paragraph ends at a blank line and before any other block."""
    block: list[Line] = []
    for line in lines:
        starts = _stands_alone(line, layout) or (
            block and (line.number != block[-1].number + 1 or _stands_alone(block[-1], layout))
        )
        if block and (starts or _BULLET.match(line.text)):
            yield tuple(block)
            block = []
        block.append(line)
    if block:
        yield tuple(block)


def _stands_alone(line: Line, layout: MarkdownLayout) -> bool:
    return bool(
        _HEADING.match(line.text)
        or re.match(layout.caption, line.text)
        or _TABLE_ROW.match(line.text)
    )


class _Reader:
    def __init__(self, source: SourceText, plan: Plan, layout: MarkdownLayout) -> None:
        self.records: list[Record] = []
        self.left_out: list[LeftOut] = []
        self.path = HeadingPath()
        self._source, self._plan, self._layout = source, plan, layout
        self._locals = HeadingPath()  # the same path in short names, for ids
        self._top = min(
            (len(h.group(1)) for h in map(_HEADING.match, (ln.text for ln in source.lines)) if h),
            default=1,
        )
        self._counts: dict[str, int] = {}

    def take(self, block: tuple[Line, ...]) -> None:
        first = block[0]
        if heading := _HEADING.match(first.text):
            self._section(first, heading)
        elif _TABLE_RULE.match(first.text):
            self.left_out.append(LeftOut(first.span, LeftOutClass.TABLE_HEADER))
        else:
            self._paragraph(block)

    def _section(self, line: Line, heading: re.Match[str]) -> None:
        text = self._mended([line.text[heading.end() :]])
        numbered = numbered_title(text, self._layout.headings)
        if numbered:
            level = self._layout.headings.index(numbered.mark) + 1
            number, title = numbered.number, numbered.title
        else:
            level, number, title = len(heading.group(1)) - self._top + 1, "", text
        self.path = self.path.enter(level, f"{number} {title}".strip())
        self._locals = self._locals.enter(level, number.rstrip(".") or title)
        start = line.start + heading.end()
        self.left_out.append(
            LeftOut(Span(line.start, line.start + len(heading.group(1))), LeftOutClass.HEADING_MARK)
        )
        self.records.append(
            Section(
                id=self._id("section", "".join(self._locals.titles)),
                plan_id=self._plan.id,
                section=self.path.titles,
                page=None,
                spans=(Span(start, line.end),),
                number=number,
                title=title,
                level=level,
            )
        )

    def _paragraph(self, block: tuple[Line, ...]) -> None:
        span = Span(block[0].start, block[-1].end)
        place = "".join(self._locals.titles)
        bullet = _BULLET.match(block[0].text)
        pieces = [block[0].text[bullet.end() if bullet else 0 :], *(ln.text for ln in block[1:])]
        role = ParagraphRole.BULLET if bullet else ParagraphRole.PROSE
        if _TABLE_ROW.match(block[0].text):
            role = ParagraphRole.TABLE
        elif re.match(self._layout.caption, block[0].text):
            role = ParagraphRole.NOTE  # of a figure that is not held, the caption is all there is
        self.records.append(
            Paragraph(
                id=self._numbered_id("paragraph", place),
                plan_id=self._plan.id,
                section=self.path.titles,
                page=None,
                spans=(span,),
                text=self._mended(pieces),
                role=role,
            )
        )
        for found in inline_lists(self._source.text, span):
            self.records.append(
                Enumeration(
                    id=self._numbered_id("enumeration", place),
                    plan_id=self._plan.id,
                    section=self.path.titles,
                    page=None,
                    spans=(found.span,),
                    title=found.title,
                    items=found.items,
                )
            )

    def _mended(self, pieces: Sequence[str]) -> str:
        text = "\n".join(pieces)
        for mark in self._layout.glossary_marks:
            text = re.sub(mark, "", text)
        return mend(_ESCAPED.sub(r"\1", text).splitlines())

    def _numbered_id(self, kind: str, place: str) -> str:
        key = f"{kind}/{place}"
        self._counts[key] = self._counts.get(key, 0) + 1
        return self._id(kind, f"{place}-{self._counts[key]}")

    def _id(self, kind: str, local: str) -> str:
        return f"{self._plan.id}/{kind}/{local}"
