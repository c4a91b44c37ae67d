"""A rule in the appendix (設置要領): its articles and supplementary provisions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from knowledge.mending import one_width
from knowledge.reading.otawara.folio import Folio
from knowledge.reading.otawara.headings import Heading
from knowledge.records import Article, ParagraphRole, RecordKind

# One caption of the source has lost its closing bracket: （会議
_CAPTION = re.compile(r"（([^（）]+)）?")
_DATE = re.compile(r"（(?:明治|大正|昭和|平成|令和).+日）")
_SUPPLEMENT = re.compile(r"附\s*則\s*(（.+）)?")
# A paragraph (２ ...) or an item (（１） ...) inside an article begins a line of its own.
_PARAGRAPH = re.compile(r"^([0-9]+) *(?=[^0-9])")
_BEGINS = re.compile(r"[0-9０-９]+\s+\S|[（(][0-9０-９]+[)）]\s*\S")


def read_rules(folio: Folio) -> None:
    """Read every section whose heading names a rule; raises SourceError for text before 第1条."""
    for heading in folio.headings:
        if heading.title.endswith(folio.layout.rule_endings):
            _read_rule(folio, heading)


@dataclass(slots=True)
class _Draft:
    """An article on its lines; `caption` is the line above it that names it, `head` its first."""

    number: str
    caption: int | None
    head: int
    rest: list[int] = field(default_factory=list)

    @property
    def lines(self) -> list[int]:
        """All lines, in order."""
        return [*([] if self.caption is None else [self.caption]), self.head, *self.rest]


def _read_rule(folio: Folio, heading: Heading) -> None:
    article = re.compile(folio.layout.article_mark)
    found: list[_Draft] = []
    caption: int | None = None
    for index in folio.free(heading.line, folio.section_end(heading)):
        text = folio.lines[index].text
        opening, supplement = article.fullmatch(text), _SUPPLEMENT.fullmatch(text)
        if not found and caption is None and _DATE.fullmatch(text):
            folio.add_paragraph([index], ParagraphRole.NOTE)
        elif opening:
            found.append(_Draft(one_width(opening["number"]), caption, index))
            caption = None
        elif supplement:
            found.append(_Draft(one_width(f"附則{supplement[1] or ''}"), caption, index))
            caption = None
        elif _CAPTION.fullmatch(text):
            caption = index
        elif found:
            found[-1].rest.append(index)
        else:
            raise folio.broken(index, f"text before the first article of the rule: {text!r}")
    numbers = [draft.number for draft in found]
    for draft in found:
        if numbers.count(draft.number) > 1:
            raise folio.broken(draft.head, f"{draft.number} stands more than once")
        _add_article(folio, heading, draft)


def _add_article(folio: Folio, heading: Heading, draft: _Draft) -> None:
    # 第１条 stands before its text, 附則 on a line of its own.
    body = draft.rest if draft.number.startswith("附則") else [draft.head, *draft.rest]
    pieces: list[list[int]] = []
    for index in body:
        if pieces and not _BEGINS.match(folio.lines[index].text):
            pieces[-1].append(index)
        else:
            pieces.append([index])
    if not pieces:
        raise folio.broken(draft.head, f"{draft.number} has no text")
    first, *others = (folio.text(piece) for piece in pieces)
    # Mending closes the blank after a paragraph's number; it is no part of the first word.
    text = "\n".join([first, *(_PARAGRAPH.sub(r"\1 ", other) for other in others)])
    named = None if draft.caption is None else _CAPTION.fullmatch(folio.text([draft.caption]))
    caption = named[1] if named else ""
    place = folio.place(RecordKind.ARTICLE, draft.number, draft.lines, heading)
    title = f"{draft.number}（{caption}）" if caption else draft.number
    place["section"] = (*heading.path, title)
    folio.records.append(
        Article(
            **place,
            document=heading.title,
            number=draft.number,
            caption=caption,
            text=text.removeprefix(draft.number).lstrip(),
        )
    )
    folio.take(draft.lines)
