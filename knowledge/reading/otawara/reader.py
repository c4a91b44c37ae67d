"""The reading of a plan with half-year schedules: one visible list of steps."""

from __future__ import annotations

from knowledge.reading.otawara.captions import caption_lines, leave_captions, read_sources
from knowledge.reading.otawara.charts import read_charts
from knowledge.reading.otawara.confirming import settle_charts
from knowledge.reading.otawara.diagram import read_diagrams
from knowledge.reading.otawara.folio import Folio
from knowledge.reading.otawara.glossary import read_glossary
from knowledge.reading.otawara.layout import OtawaraLayout
from knowledge.reading.otawara.lists import read_heading_lists, read_rows
from knowledge.reading.otawara.measures import measure_headings, read_measures, read_schedules
from knowledge.reading.otawara.opinions import read_opinions
from knowledge.reading.otawara.overview import claim_overviews, read_overviews
from knowledge.reading.otawara.prose import read_prose
from knowledge.reading.otawara.rules import read_rules
from knowledge.reading.otawara.sections import open_front, read_sections
from knowledge.reading.otawara.statements import read_statements
from knowledge.reading.otawara.text_tables import read_text_tables
from knowledge.records import LeftOutClass, Plan, Reading
from knowledge.source import SourceText


def read(source: SourceText, plan: Plan, layout: OtawaraLayout) -> Reading:
    """All that the source says, as records; raises SourceError where it breaks its style.

    Each step takes the lines it can read; running text comes last and reads what is left. The
    order matters: an overview's entries look like headings, a table's items like running text.
    """
    folio = Folio(source, plan, layout)
    folio.leave(sorted(folio.pages.headers), LeftOutClass.RUNNING_HEADER)
    open_front(folio)
    overviews = claim_overviews(folio)
    folio.number_headings()
    read_sections(folio)
    read_overviews(folio, overviews)
    read_glossary(folio)
    read_rules(folio)
    measures = [heading for heading, _ in measure_headings(folio)]
    read_schedules(folio)
    read_diagrams(folio, measures)
    read_opinions(folio)
    read_sources(folio)
    captions = caption_lines(folio)
    read_charts(folio, captions)
    read_text_tables(folio, captions)
    leave_captions(folio, captions)
    read_prose(folio)
    read_measures(folio)
    read_statements(folio)
    settle_charts(folio)
    read_heading_lists(folio, {measure.path[:-2] for measure in measures})
    read_rows(folio)
    return Reading(tuple(folio.records), tuple(folio.left_out), tuple(folio.unresolved))
