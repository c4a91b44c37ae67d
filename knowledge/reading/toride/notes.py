"""Notes: ※ and 注）, the legend at the foot of a page, and the text they hold."""

from __future__ import annotations

import re

from knowledge.reading.toride.marks import columns, unclosed
from knowledge.reading.toride.outline import Outline
from knowledge.reading.toride.sheet import Part, Sheet
from knowledge.records import Paragraph, ParagraphRole


def claim_notes(sheet: Sheet) -> list[list[int]]:
    """Claim each note with the lines it runs on over; returns their lines, note by note.

    A note runs on while its line is full or a bracket open, and ends at the latest with 。 at the
    end of a line.
    """
    layout = sheet.layout
    notes: list[list[int]] = []
    free = sheet.free()
    for index in free:
        text = sheet.lines[index].text
        if sheet.parts[index] is not Part.TEXT:
            continue
        if text.startswith(layout.page_note_marks):
            notes.append([index])
        elif text.startswith(layout.note_marks):
            notes.append(_run(sheet, index))
        else:
            continue
        sheet.claim(notes[-1], Part.NOTE)
    return notes


def _run(sheet: Sheet, first: int) -> list[int]:
    run = [first]
    while run[-1] + 1 < len(sheet.lines) and sheet.parts[run[-1] + 1] is Part.TEXT:
        text = sheet.text_of(run)
        full = columns(sheet.plain(run[-1])) >= sheet.layout.full_columns
        if text.endswith("。") or not (full or unclosed(text)):
            break
        run.append(run[-1] + 1)
    return run


def read_notes(sheet: Sheet, outline: Outline, notes: list[list[int]]) -> None:
    """A paragraph for each note."""
    for note in notes:
        section, key = outline.path_at(note[0]), outline.key_at(note[0])
        if sheet.lines[note[0]].text.startswith(sheet.layout.page_note_marks):
            # A legend speaks of all that follows, not of the measure whose text it interrupts.
            section, key = section[:2], "凡例"
        sheet.records.append(
            Paragraph(
                id=sheet.record_id("paragraph", f"{key}-注"),
                plan_id=sheet.plan.id,
                section=section,
                page=sheet.pages[note[0]],
                spans=sheet.spans_of(note),
                text=re.sub(r"^※ *", "", sheet.text_of(note)),
                role=ParagraphRole.NOTE,
            )
        )
