"""Paragraphs, articles and opinions: what the plan says in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from index.passages.context import Part
from index.passages.pieces import split
from index.settings import PieceSettings
from knowledge.records import Article, Opinion, Paragraph
from knowledge.source import SourceText


def paragraph_parts(
    paragraph: Paragraph, source: SourceText, settings: PieceSettings
) -> Iterator[Part]:
    """Pieces of whole sentences under the nearest heading."""
    title = paragraph.section[-1] if paragraph.section else ""
    for number, piece in enumerate(
        split(paragraph.text, paragraph.spans, source, settings), start=1
    ):
        yield Part(
            records=(paragraph,),
            title=title,
            text=piece.text,
            shown=piece.text,
            spans=piece.spans,
            suffix=f"#{number}" if number > 1 else "",
        )


def article_parts(article: Article, source: SourceText, settings: PieceSettings) -> Iterator[Part]:
    """An article with the document it belongs to."""
    name = f"{article.number}（{article.caption}）" if article.caption else article.number
    for number, piece in enumerate(split(article.text, article.spans, source, settings), start=1):
        yield Part(
            records=(article,),
            title=f"{article.document} {name}",
            text=f"{article.document} {name} {piece.text}",
            shown=f"{name}\n{piece.text}",
            spans=piece.spans,
            suffix=f"#{number}" if number > 1 else "",
        )


def opinion_part(opinion: Opinion) -> Part:
    """What somebody said in a hearing or survey, under its category."""
    return Part(
        records=(opinion,),
        title=opinion.category,
        text=f"{opinion.category}: {opinion.text}",
        shown=opinion.text,
    )
