"""Read a plan of this style: who claims which lines, in which order."""

from __future__ import annotations

from knowledge.reading.toride.charts import claim_charts, read_charts
from knowledge.reading.toride.excerpts import claim_excerpts, read_excerpts
from knowledge.reading.toride.figures import claim_figures, read_captions, read_sources
from knowledge.reading.toride.footnotes import claim_footnotes, read_footnotes
from knowledge.reading.toride.glossary import claim_glossary, read_glossary
from knowledge.reading.toride.layout import TorideLayout
from knowledge.reading.toride.lists import read_bullet_lists, read_heading_lists
from knowledge.reading.toride.measures import (
    claim_laws,
    law_titles,
    read_law_legend,
    read_measures,
)
from knowledge.reading.toride.notes import claim_notes, read_notes
from knowledge.reading.toride.outline import Outline, read_outline, section_records
from knowledge.reading.toride.pages import printed_pages
from knowledge.reading.toride.prose import block_text, paragraphs
from knowledge.reading.toride.results import claim_results, read_results
from knowledge.reading.toride.rules import claim_rules, read_rules
from knowledge.reading.toride.schedule import claim_schedule, read_schedule
from knowledge.reading.toride.sheet import Sheet
from knowledge.reading.toride.statistics import read_statistics
from knowledge.reading.toride.system import read_system
from knowledge.reading.toride.timeline import claim_timeline, read_timeline
from knowledge.records import Paragraph, Plan, Reading
from knowledge.source import SourceText

# A list's item this long says something alone and is a passage of its own as well.
_LONG_ITEM_CHARACTERS = 60


def read(source: SourceText, plan: Plan, layout: TorideLayout) -> Reading:
    """All that a plan of this style says, records in order of their first characters.

    Raises SourceError naming file, line and value where the source breaks the style's promises: a
    schedule row that does not fill its columns, a measure without schedule or number used twice, a
    page number that the count does not reach.
    """
    sheet = Sheet(source, plan, layout, source.lines, printed_pages(source, layout))
    # What is laid out in its own way is claimed first; what is left holds headings and prose.
    excerpts = claim_excerpts(sheet)
    rules = claim_rules(sheet)
    glossary = claim_glossary(sheet)
    footnotes = claim_footnotes(sheet)
    charts = claim_charts(sheet)
    captions = claim_figures(sheet)
    rows = claim_schedule(sheet)
    laws = claim_laws(sheet)
    timeline = claim_timeline(sheet)
    results = claim_results(sheet)
    notes = claim_notes(sheet)
    outline = read_outline(sheet)
    section_records(sheet, outline)
    read_footnotes(sheet, outline, footnotes)  # before any text: takes their numbers out of words
    measures = read_measures(sheet, outline, laws)
    read_schedule(sheet, rows, measures)
    read_law_legend(sheet, outline, laws)
    read_system(sheet, outline, measures, law_titles(sheet, laws))
    _read_running_text(sheet, outline)
    read_heading_lists(sheet, outline)
    read_notes(sheet, outline, notes)
    read_sources(sheet, outline)
    read_captions(sheet, sorted([*captions, *(chart[0] for chart in charts)]))
    read_excerpts(sheet, outline, excerpts)
    read_charts(sheet, outline, charts)
    read_timeline(sheet, outline, timeline)
    read_results(sheet, outline, results)
    read_statistics(sheet)
    read_rules(sheet, rules)
    read_glossary(sheet, glossary)
    records = sorted(sheet.records, key=lambda record: record.spans[0].start)
    return Reading(tuple(records), tuple(sheet.left_out), tuple(sheet.unresolved))


def _read_running_text(sheet: Sheet, outline: Outline) -> None:
    """Paragraphs and lists under each heading, from the lines still free."""
    free = sheet.free()
    above = [index for index in free if outline.heading_at(index) is None]
    if above:
        raise sheet.broken(above[0], f"text above the first heading: {sheet.plain(above[0])!r}")
    for heading in outline.headings:
        own = [index for index in free if outline.heading_at(index) is heading]
        blocks = paragraphs(sheet, own)
        listed = read_bullet_lists(sheet, outline, heading, blocks)
        for block in blocks:
            text = block_text(sheet, block)
            if block in listed and len(text) < _LONG_ITEM_CHARACTERS:
                continue
            sheet.records.append(
                Paragraph(
                    id=sheet.record_id("paragraph", f"{heading.key}段落"),
                    plan_id=sheet.plan.id,
                    section=heading.path,
                    page=sheet.pages[block.lines[0]],
                    spans=sheet.spans_of(block.lines),
                    text=text,
                    role=block.role,
                )
            )
