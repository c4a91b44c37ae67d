"""Pieces as HTML: <ruby> with brackets for readers that know no ruby."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from service.furigana.piece import Piece

_RUBY = Markup("<ruby>{}<rp>(</rp><rt>{}</rt><rp>)</rp></ruby>")


def ruby(pieces: Iterable[Piece]) -> Markup:
    """The pieces in order, text and readings escaped."""
    return Markup("").join(
        escape(piece.text) if piece.reading is None else _RUBY.format(piece.text, piece.reading)
        for piece in pieces
    )
