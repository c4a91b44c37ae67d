"""A rule in the appendix (設置要領): its articles and supplementary provisions."""

from __future__ import annotations

import re

from knowledge.mending import one_width
from knowledge.reading.otawara.folio import Folio
from knowledge.reading.otawara.headings import Heading
from knowledge.records import Article, ParagraphRole, RecordKind

# One caption of the source has lost its closing bracket: （会議
_CAPTION = re.compile(r"（([^（）]+)）?")
_DATE = re.compile(r"（(?:明治|大正|昭和|平成|令和).+日）")
_SUPPLEMENT = re.compile(r"附\s*則\s*(（.+）)?")
# A paragraph (２ ...) or an item (（１） ...) inside an article begins a line of its own.
_BEGINS = re.compile(r"[0-9０-９]+\s+\S|[（(][0-9０-９]+[)）]\s*\S")


def read_rules(folio: Folio) -> None:
    """Read every section whose heading names a rule; raises SourceError for text before 第1条."""
    for heading in folio.headings:
        if heading.title.endswith(folio.layout.rule_endings):
            _read_rule(folio, heading)


def _read_rule(folio: Folio, heading: Heading) -> None:
    article = re.compile(folio.layout.article_mark)
    found: list[tuple[str, str, list[int], int]] = []
    caption: list[int] = []
    for index in folio.free(heading.line, folio.section_end(heading)):
        text = folio.lines[index].text
        opening, supplement = article.fullmatch(text), _SUPPLEMENT.fullmatch(text)
        if not found and not caption and _DATE.fullmatch(text):
            folio.add_paragraph([index], ParagraphRole.NOTE)
        elif opening or supplement:
            number = one_width(opening["number"] if opening else "附則" + (supplement[1] or ""))  # type: ignore[index]
            name = _CAPTION.fullmatch(folio.text(caption)) if caption else None
            found.append((number, name[1] if name else "", [*caption, index], len(caption)))
            caption = []
        elif _CAPTION.fullmatch(text):
            caption = [index]
        elif found:
            found[-1][2].append(index)
        else:
            raise folio.broken(index, f"text before the first article of the rule: {text!r}")
    numbers = [number for number, *_ in found]
    for number, name, own, captions in found:
        if numbers.count(number) > 1:
            raise folio.broken(own[captions], f"{number} stands {numbers.count(number)} times")
        _add_article(folio, heading, number, name, own, captions)


def _add_article(
    folio: Folio, heading: Heading, number: str, caption: str, own: list[int], captions: int
) -> None:
    body = own[captions:] if number.startswith("第") else own[captions + 1 :]
    pieces: list[list[int]] = []
    for index in body:
        if pieces and not _BEGINS.match(folio.lines[index].text):
            pieces[-1].append(index)
        else:
            pieces.append([index])
    text = "\n".join(folio.text(piece) for piece in pieces)
    place = folio.place(RecordKind.ARTICLE, number, own, heading)
    title = f"{number}（{caption}）" if caption else number
    place["section"] = (*heading.path, title)
    folio.records.append(
        Article(
            **place,
            document=heading.title,
            number=number,
            caption=caption,
            text=text.removeprefix(number).lstrip(),
        )
    )
    folio.take(own)
