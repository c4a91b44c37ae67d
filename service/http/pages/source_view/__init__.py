"""A plan as a page: the source letter for letter, under the structure that the records give it."""

from service.http.pages.source_view.blocks import Block, Segment
from service.http.pages.source_view.ink import Ink, cited_span
from service.http.pages.source_view.layout import lay_out
from service.http.pages.source_view.shelf import Shelf

__all__ = ["Block", "Ink", "Segment", "Shelf", "cited_span", "lay_out"]
