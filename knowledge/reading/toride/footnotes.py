"""Numbered footnotes (`1 ICT：...`) and the numbers that stick to the words they explain."""

from __future__ import annotations

import re

from knowledge.reading.toride.outline import Outline
from knowledge.reading.toride.sheet import Part, Sheet
from knowledge.records import Footnote, Unresolved

_FOOTNOTE = re.compile(r"(?P<mark>\d+) (?P<term>[^：。、]+)：(?P<definition>.+)")


def claim_footnotes(sheet: Sheet) -> list[list[int]]:
    """Claim each footnote to the line that ends its last sentence; returns their lines.

    They count on from 1 through the plan: a line whose number is out of turn is none.
    """
    notes: list[list[int]] = []
    for index in sheet.free():
        found = _FOOTNOTE.fullmatch(sheet.plain(index))
        if found is None or int(found["mark"]) != len(notes) + 1:
            continue
        note = [index]
        while not sheet.plain(note[-1]).endswith("。"):
            if note[-1] + 1 == len(sheet.lines):
                raise sheet.broken(index, f"footnote {found['mark']} does not end")
            note.append(note[-1] + 1)
        sheet.claim(note, Part.FOOTNOTE)
        notes.append(note)
    return notes


def read_footnotes(sheet: Sheet, outline: Outline, notes: list[list[int]]) -> None:
    """A record for each footnote; its number is taken out of the word it sticks to (`ICT1`)."""
    for note in notes:
        lines = sheet.text_of(note)
        found = _FOOTNOTE.fullmatch(re.sub(r"^(\d+) *", r"\1 ", lines))
        if found is None:
            raise sheet.broken(note[0], f"not a footnote: {lines!r}")
        anchor = anchor_of(sheet, note[0], found["mark"], found["term"])
        if anchor is None:
            what = f"footnote {found['mark']} ({found['term']}) is nowhere referred to"
            sheet.unresolved.append(Unresolved(sheet.lines[note[0]].span, what))
        place = anchor if anchor is not None else note[0]
        sheet.records.append(
            Footnote(
                id=sheet.record_id("footnote", found["mark"]),
                plan_id=sheet.plan.id,
                section=outline.path_at(place),
                page=sheet.pages[note[0]],
                spans=sheet.spans_of(note),
                mark=found["mark"],
                term=found["term"],
                definition=found["definition"],
                anchor_page=sheet.pages[anchor] if anchor is not None else None,
            )
        )


def anchor_of(sheet: Sheet, note: int, mark: str, term: str) -> int | None:
    """The line where the term bears its number, at or before the note's page; marks it as anchor.

    Returns None where the term never does.
    """
    pattern = re.compile(rf"{re.escape(term)}(?P<mark>{mark})(?!\d)")
    for index in range(note):
        if sheet.parts[index] is Part.FOOTNOTE:
            continue
        found = pattern.search(sheet.plain(index))
        if found:
            start = sheet.lines[index].start + found.start("mark")
            sheet.anchors.update(range(start, start + len(mark)))
            return index
    return None
