"""用語解説: terms with readings and definitions, and the other names an entry itself gives."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.mending import mend
from knowledge.reading.toride.aliases import other_names
from knowledge.reading.toride.marks import columns
from knowledge.reading.toride.sheet import Part, Sheet
from knowledge.records import GlossaryTerm, LeftOut, LeftOutClass, Section, Span

# Index letters of the table's first column: 0, A, ア行; alone or before a headword.
_INDEX = re.compile(r"(?:[0-9A-Z]|[ア-ワ]行)(?:$| +(?=\S))")
# The headword column is 13 kanji wide; a definition's lines are wider but for its last, ended by 。
_HEADWORD_COLUMNS = 26


def claim_glossary(sheet: Sheet) -> list[int]:
    """Claim from the heading 用語解説 to the end; returns heading and lines."""
    free = sheet.free()
    heading = next((i for i in free if sheet.lines[i].text == sheet.layout.glossary_heading), None)
    if heading is None:
        return []
    lines = [index for index in free if index >= heading]
    sheet.claim(lines, Part.GLOSSARY)
    return lines


def read_glossary(sheet: Sheet, lines: Sequence[int]) -> None:
    """A record for each entry, and the section of the glossary."""
    if not lines:
        return
    title = sheet.text_of(lines[:1])
    sheet.records.append(
        Section(
            id=sheet.record_id("section", title),
            plan_id=sheet.plan.id,
            section=(title,),
            page=sheet.pages[lines[0]],
            spans=sheet.spans_of(lines[:1]),
            number="",
            title=title,
            level=1,
        )
    )
    for headword, definition in _entries(sheet, lines[1:]):
        _add(sheet, title, headword, definition)


def _entries(sheet: Sheet, lines: Sequence[int]) -> list[tuple[list[Span], list[Span]]]:
    """Headword and definition of each entry as spans, index letters and table header left out."""
    entries: list[tuple[list[Span], list[Span]]] = []
    ended = True
    for index in lines:
        span = _without_index(sheet, index)
        if span is None:
            continue
        text = sheet.source.text[span.start : span.end]
        narrow = columns(text) <= _HEADWORD_COLUMNS and not text.endswith("。")
        if ended and narrow:
            entries.append(([span], []))
        elif not entries:
            raise sheet.broken(index, f"a definition without a term: {text!r}")
        elif narrow and not entries[-1][1]:
            entries[-1][0].append(span)
        else:
            entries[-1][1].append(span)
        ended = text.endswith("。")
        if ended and not entries[-1][1]:
            raise sheet.broken(index, f"a term that looks like a sentence: {text!r}")
    if entries and not entries[-1][1]:
        raise sheet.broken(lines[-1], "the last term has no definition")
    return entries


def _without_index(sheet: Sheet, index: int) -> Span | None:
    """A line's span without index letter; None for a line that is nothing else, or the header."""
    line = sheet.lines[index]
    if mend([line.text]) == mend([sheet.layout.glossary_header]):
        sheet.leave_out([index], LeftOutClass.TABLE_HEADER)
        return None
    found = _INDEX.match(sheet.plain(index))
    if found is None:
        return line.span
    letter = Span(line.start, line.start + len(found[0].rstrip()))
    sheet.left_out.append(LeftOut(letter, LeftOutClass.TABLE_HEADER))
    start = line.start + found.end()
    return Span(start, line.end) if start < line.end else None


def _add(sheet: Sheet, title: str, headword: list[Span], definition: list[Span]) -> None:
    printed = mend(sheet.source.text[span.start : span.end] for span in headword)
    text = mend(sheet.source.text[span.start : span.end] for span in definition)
    term, reading, bracketed = split_headword(printed)
    names = [*bracketed, *other_names(text)]
    spans = (Span(headword[0].start, definition[-1].end),)
    index = next(i for i, line in enumerate(sheet.lines) if line.end >= headword[0].end)
    sheet.records.append(
        GlossaryTerm(
            id=sheet.record_id("glossary", term),
            plan_id=sheet.plan.id,
            section=(title, term),
            page=sheet.pages[index],
            spans=spans,
            term=term,
            reading=reading,
            aliases=tuple(dict.fromkeys(name for name in names if name != term)),
            definition=text,
            cited_page=None,
        )
    )


def split_headword(printed: str) -> tuple[str, str | None, list[str]]:
    """Term, reading and other names in a headword.

    Brackets behind Latin letters hold the reading (BCP（ビー・シー・ピー）), behind Japanese
    another name (ウイルス（コンピュータウイルス）). Two terms in one entry
    (DISAANA（…）/D-SUMM（…）) are both other names of the entry.
    """
    parts = re.findall(r"/?([^（）()]+)(?:[（(]([^（）()]+)[）)])?", printed)
    term = "/".join(name for name, _ in parts)
    brackets = [inside for _, inside in parts if inside]
    is_reading = all(re.search(r"[A-Za-z]", name) for name, inside in parts if inside)
    reading = "/".join(brackets) if brackets and is_reading else None
    names = [name for name, _ in parts] if len(parts) > 1 else []
    return term, reading, names if is_reading else [*names, *brackets]
