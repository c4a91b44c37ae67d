"""A plan as a page: the source letter for letter, under the structure that the records give it."""

from service.http.pages.source_view.blocks import Block, Segment
from service.http.pages.source_view.contents import Entry, contents, heading_of
from service.http.pages.source_view.finding import Hit
from service.http.pages.source_view.folding import fold
from service.http.pages.source_view.ink import Ink, cited_span
from service.http.pages.source_view.layout import lay_out
from service.http.pages.source_view.measures import MeasureView, measure_slug
from service.http.pages.source_view.sheet import Sheet, make_sheet
from service.http.pages.source_view.shelf import Shelf
from service.http.pages.source_view.terms import PlanTerm

__all__ = [
    "Block",
    "Entry",
    "Hit",
    "Ink",
    "MeasureView",
    "PlanTerm",
    "Segment",
    "Sheet",
    "Shelf",
    "cited_span",
    "contents",
    "fold",
    "heading_of",
    "lay_out",
    "make_sheet",
    "measure_slug",
]
