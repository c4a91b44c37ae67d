"""Measures: what is to be done, in pieces that keep the measure's number and title."""

from __future__ import annotations

from collections.abc import Iterator

from index.passages.context import Part
from index.passages.pieces import split
from index.settings import PieceSettings
from knowledge.records import Measure
from knowledge.source import SourceText


def parts(measure: Measure, source: SourceText, settings: PieceSettings) -> Iterator[Part]:
    """One part, or several where the body is long."""
    title = f"{measure.number} {measure.title}"
    marks = "".join(f"（{mark.value}）" for mark in sorted(measure.marks))
    body = measure.body or measure.policy
    for number, piece in enumerate(split(body, measure.spans, source, settings), start=1):
        yield Part(
            records=(measure,),
            title=measure.title,
            text=f"{title}{marks} {piece.text}",
            shown=f"{title}{marks}\n{piece.text}",
            spans=piece.spans,
            suffix=f"#{number}" if number > 1 else "",
        )
