"""Read the first leaves of a plan: cover, greeting, table of contents."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.errors import SourceError
from knowledge.mending import join_lines, mend, one_width
from knowledge.reading.booklet.contents import contents_lines
from knowledge.reading.booklet.layout import BookletLayout
from knowledge.reading.headings import HeadingPath
from knowledge.records import (
    ContentsEntry,
    Paragraph,
    ParagraphRole,
    Plan,
    Reading,
    Record,
    Section,
    Span,
    Unresolved,
)
from knowledge.source import Line, SourceText

_COVER = "表紙"
# `常総市長 神達岳志`: an office that ends in 長 and a name; never a sentence.
_SIGNATURE = re.compile(r"\S{1,10}[市区町村県]長[ 　]*\S[^。、]{1,12}$")
_DATE_ONLY = re.compile(r"(?:[0-9]{4}|(?:平成|令和|昭和)\s*[0-9元]{1,2})\s*年\s*[0-9]{1,2}\s*月$")
_SPACED_LETTERS = re.compile(r"(?<![A-Za-z])((?:[A-Z] )+[A-Z])(?![A-Za-z])")


def detect(source: SourceText) -> bool:
    """Four in five of the lines after the heading 目次, and three at least, point at a page."""
    layout = BookletLayout()
    at = _heading_index(source.lines, (layout.contents,))
    if at is None:
        return False
    found = list(contents_lines(source.lines[at + 1 :], layout))
    paged = sum(1 for line in found if line.page is not None and line.numbered(layout))
    return paged >= 3 and paged >= 0.8 * len(found)


def read(source: SourceText, plan: Plan, layout: BookletLayout) -> Reading:
    """Records of cover, greeting and table of contents; the page they stand on is not printed.

    Raises SourceError when there is no table of contents or it holds no entry.
    """
    lines = source.lines
    contents = _heading_index(lines, (layout.contents,))
    if contents is None:
        raise SourceError(f"no line reads {layout.contents!r}", source.at(0))
    greeting = _heading_index(lines[:contents], layout.greetings)
    cover_end = contents if greeting is None else greeting
    records: list[Record] = []
    if cover_end:
        records.append(_cover(plan, lines[:cover_end]))
    if greeting is not None:
        records += _greeting(plan, lines[greeting], lines[greeting + 1 : contents])
    records.append(_section(plan, lines[contents], layout.contents))
    entries, unresolved = _entries(plan, lines[contents + 1 :], layout)
    if not entries:
        raise SourceError(
            "the table of contents holds no entry with a page", source.at(lines[contents].start)
        )
    return Reading((*records, *entries), (), tuple(unresolved))


def _heading_index(lines: Sequence[Line], titles: Sequence[str]) -> int | None:
    return next((i for i, ln in enumerate(lines) if "".join(ln.text.split()) in titles), None)


def _section(plan: Plan, line: Line, title: str) -> Section:
    return Section(
        id=f"{plan.id}/section/{title}",
        plan_id=plan.id,
        section=(title,),
        page=None,
        spans=(line.span,),
        number="",
        title=title,
        level=1,
    )


def _paragraph(
    plan: Plan, part: str, local: str, lines: Sequence[Line], text: str, *, role: ParagraphRole
) -> Paragraph:
    return Paragraph(
        id=f"{plan.id}/paragraph/{local}",
        plan_id=plan.id,
        section=(part,),
        page=None,
        spans=(Span(lines[0].start, lines[-1].end),),
        text=text,
        role=role,
    )


def _cover(plan: Plan, lines: Sequence[Line]) -> Paragraph:
    """The cover in one: title, period, publisher and date are only told together."""
    text = "\n".join(mend([line.text]) for line in lines)
    return _paragraph(plan, _COVER, _COVER, lines, text, role=ParagraphRole.NOTE)


def _greeting(plan: Plan, heading: Line, lines: Sequence[Line]) -> list[Record]:
    title = "".join(heading.text.split())
    signed = next((i for i, ln in enumerate(lines) if _SIGNATURE.fullmatch(ln.text)), len(lines))
    if 0 < signed < len(lines) and _DATE_ONLY.fullmatch(one_width(lines[signed - 1].text)):
        signed -= 1  # the date belongs to the signature
    records: list[Record] = [_section(plan, heading, title)]
    paragraphs = _joined_paragraphs(lines[:signed])
    for number, block in enumerate(paragraphs, start=1):
        text = mend(line.text for line in block)
        records.append(
            _paragraph(plan, title, f"{title}-{number}", block, text, role=ParagraphRole.PROSE)
        )
    if lines[signed:]:
        # A blank parts office and name: it stays, unlike in running text.
        text = "\n".join(one_width(join_lines([line.text])) for line in lines[signed:])
        records.append(
            _paragraph(plan, title, f"{title}-署名", lines[signed:], text, role=ParagraphRole.NOTE)
        )
    return records


def _joined_paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """A paragraph ends with its last sentence's 。; broken lines before it belong together."""
    blocks: list[list[Line]] = [[]]
    for line in lines:
        blocks[-1].append(line)
        if line.text.endswith(("。", "」", "』")):
            blocks.append([])
    return [block for block in blocks if block]


def _entries(
    plan: Plan, lines: Sequence[Line], layout: BookletLayout
) -> tuple[list[ContentsEntry], list[Unresolved]]:
    entries: list[ContentsEntry] = []
    unresolved: list[Unresolved] = []
    path, locals_ = HeadingPath().enter(0, layout.contents), HeadingPath()
    last_page = 0
    for found in contents_lines(lines, layout):
        span = Span(found.lines[0].start, found.lines[-1].end)
        if found.page is None:
            unresolved.append(Unresolved(span, f"no page stands after {found.text!r}"))
            continue
        if found.page < last_page:
            what = f"page {found.page} of {found.text!r} is before page {last_page} above it"
            unresolved.append(Unresolved(span, what))
        last_page = found.page
        numbered = found.numbered(layout)
        level = layout.entries.index(numbered.mark) + 1 if numbered else 1
        number = numbered.number if numbered else ""
        title = _SPACED_LETTERS.sub(
            lambda m: m.group().replace(" ", ""), numbered.title if numbered else found.text
        )
        path = path.enter(level, f"{number} {mend([title])}".strip())
        locals_ = locals_.enter(level, number or mend([title]))
        entries.append(
            ContentsEntry(
                id=f"{plan.id}/contents/{''.join(locals_.titles)}",
                plan_id=plan.id,
                section=path.titles,
                page=None,
                spans=tuple(line.span for line in found.lines),
                number=number,
                title=mend([title]),
                level=level,
                target_page=found.page,
            )
        )
    return entries, unresolved
