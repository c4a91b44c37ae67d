"""Tables of contents and headings: what a chapter holds, and on which page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from index.passages.context import Part
from knowledge.records import ContentsEntry, Section


def contents_part(entry: ContentsEntry, chapter: ContentsEntry | None) -> Part:
    """A line of the table of contents; `chapter` is the level above it, if any."""
    name = f"{entry.number} {entry.title}".strip()
    above = f"「{chapter.number} {chapter.title}」の" if chapter else ""
    said = f"{above}「{name}」は{entry.target_page}ページにあります"
    return Part(records=(entry,), title=entry.title, text=f"目次 {said}", shown=said)


def contents_parts(entries: Iterable[ContentsEntry]) -> Iterator[Part]:
    """Every line alone, and every chapter with the lines below it."""
    above: dict[tuple[str, int], ContentsEntry] = {}
    below: dict[str, list[ContentsEntry]] = {}
    listed = tuple(entries)
    for entry in listed:
        above[entry.plan_id, entry.level] = entry
        parent = above.get((entry.plan_id, entry.level - 1))
        if parent:
            below.setdefault(parent.id, []).append(entry)
        yield contents_part(entry, parent)
    for entry in listed:
        if children := below.get(entry.id):
            yield _whole(entry, children, f"{entry.number} {entry.title}")


def section_parts(sections: Iterable[Section]) -> Iterator[Part]:
    """Every heading that has two or more headings directly below it, with those."""
    below: dict[tuple[str, tuple[str, ...]], list[Section]] = {}
    listed = tuple(sections)
    for section in listed:
        below.setdefault((section.plan_id, section.section[:-1]), []).append(section)
    for section in listed:
        children = below.get((section.plan_id, section.section), [])
        if len(children) > 1:
            yield _whole(section, children, section.section[-1])


def _whole(
    head: Section | ContentsEntry, children: Iterable[Section | ContentsEntry], name: str
) -> Part:
    rows = tuple(children)
    names = "、".join(f"{row.number} {row.title}".strip() for row in rows)
    return Part(
        records=(head, *rows),
        title=f"{name}の内容",
        text=f"{name}に書かれていること: {names}",
        shown=f"{name}: {names}",
        spans=(*head.spans, *(span for row in rows for span in row.spans)),
        suffix="#parts",
    )
