"""Tables of words below a figure caption: kinds with their traits, aims with their measures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.reading.otawara.captions import Caption
from knowledge.reading.otawara.folio import Folio
from knowledge.records import (
    Enumeration,
    EnumerationItem,
    LeftOutClass,
    ParagraphRole,
    RecordKind,
    Span,
)

_COLUMNS = re.compile(r"\S{1,8}(?:\s+\S{1,8})+")
_GROUP = re.compile(r"（[0-9０-９]+）\S")
_ITEM = re.compile(r"([①-⑳])\s+(.+)")
_LONGEST_NAME = 12


# An item of a table: its label or name, its text, its lines.
_Row = tuple[str, str, list[int]]


def read_text_tables(folio: Folio, captions: Sequence[Caption]) -> None:
    """Read the tables whose caption is followed by column heads or by bullets, to their page's end.

    Each becomes its lists and one paragraph that tells them all.
    """
    for caption in captions:
        first = caption.indices[-1] + 1
        body = folio.free(first, folio.pages.end(first - 1, len(folio.lines)))
        if not body or body[0] != first:
            continue
        line = folio.lines[first]
        if _COLUMNS.fullmatch(line.text):
            folio.leave([first], LeftOutClass.TABLE_HEADER)
            lists = [(caption.title, _kinds(folio, body[1:]))]
        elif line.indented:
            lists = _aims(folio, caption, body)
        else:
            continue
        told = [f"{caption.figure} {caption.title}"]
        for title, rows in lists:
            _add(folio, caption, title, rows)
            told += [title] if title != caption.title else []
            told += [f"{label} {text}".strip() for label, text, _ in rows]
        folio.add_paragraph([*caption.indices, *body], ParagraphRole.TABLE, "\n".join(told))


def _kinds(folio: Folio, body: Sequence[int]) -> list[_Row]:
    """Rows of a short name and its description, which ends with a full stop."""
    rows: list[list[int]] = []
    for index in body:
        text = folio.lines[index].text
        ended = not rows or folio.lines[rows[-1][-1]].text.endswith("。")
        if ended and len(text) <= _LONGEST_NAME and not text.endswith("。"):
            rows.append([index])
        elif rows:
            rows[-1].append(index)
        else:
            raise folio.broken(index, f"no name before the description {text!r}")
    return [(folio.text(row[:1]), folio.text(row[1:]), row) for row in rows]


def _aims(folio: Folio, caption: Caption, body: Sequence[int]) -> list[tuple[str, list[_Row]]]:
    """Bullets, then the names of both parts (目標, 重点施策), then groups of numbered items."""
    bullets: list[list[int]] = []
    names: list[int] = []
    groups: list[tuple[list[int], list[list[int]]]] = []
    for index in body:
        text = folio.lines[index].text
        if _GROUP.match(text):
            groups.append(([index], []))
        elif groups:
            head, items = groups[-1]
            if _ITEM.fullmatch(text):
                items.append([index])
            else:
                (items[-1] if items else head).append(index)
        elif folio.lines[index].indented:
            bullets.append([index])
        elif bullets and not folio.lines[bullets[-1][-1]].text.endswith("。"):
            bullets[-1].append(index)
        else:
            names.append(index)
    parts = [folio.text([index]) for index in names]
    if len(parts) != 2 or not groups:
        folio.puzzle(folio.spans(body), f"{caption.figure}: parts not told apart: {parts}")
        return [(caption.title, [("", folio.text(own), own) for own in bullets])]
    folio.leave(names, LeftOutClass.TABLE_HEADER)
    lists = [(f"{caption.title}（{parts[0]}）", [("", folio.text(own), own) for own in bullets])]
    for head, items in groups:
        texts = [(folio.text(own), own) for own in items]
        rows = [(text[0], text[1:].strip(), own) for text, own in texts]
        lists.append((f"{caption.title}（{parts[1]} {folio.text(head)}）", rows))
    return lists


def _add(folio: Folio, caption: Caption, title: str, rows: Sequence[_Row]) -> None:
    lines = [index for _, _, own in rows for index in own]
    if not lines:
        return
    folio.records.append(
        Enumeration(
            **folio.place(RecordKind.ENUMERATION, caption.figure, lines),
            title=title,
            items=tuple(
                EnumerationItem(
                    label, text, Span(folio.lines[own[0]].start, folio.lines[own[-1]].end)
                )
                for label, text, own in rows
            ),
        )
    )
