"""The rules of a committee (規程) in the appendix: articles, the table of members, 付則."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from knowledge.reading.toride.pages import page_number
from knowledge.reading.toride.sheet import Part, Sheet
from knowledge.records import Article, Enumeration, EnumerationItem, Section, Span

_ARTICLE = re.compile(r"(第\d+条) +.*")
_CAPTION = re.compile(r"（([^（）]+)）")
_SUPPLEMENT = re.compile(r"付 *則(?:（.+）)?")
_TABLE = "次の表のとおり"
# Inside an article a line that opens one of these is a paragraph (２ ...) or an item ((1) ...).
_BEGINS = re.compile(r"\d+ +\S|[(（]\d+[)）] *\S")


def claim_rules(sheet: Sheet) -> list[int]:
    """Claim from the heading ○...規程 to the glossary or the end; returns heading and lines."""
    rules: list[int] = []
    for index in sheet.free():
        text = sheet.plain(index)
        if not rules and not (
            text.startswith(("○", "〇")) and text.endswith(sheet.layout.rules_endings)
        ):
            continue
        if text == sheet.layout.glossary_heading or page_number(text, sheet.layout):
            break
        rules.append(index)
    sheet.claim(rules, Part.RULES)
    return rules


def _is_table(sheet: Sheet, index: int, above: int) -> bool:
    """A row of words and blanks, no sentence, after a line that ended one."""
    text = sheet.plain(index)
    ended = sheet.plain(above).endswith("。")
    return ended and not re.search(r"[。、]|^第\d+条|^付 *則|^（|^\(|^\d", text) and " " in text


def read_rules(sheet: Sheet, rules: Sequence[int]) -> None:
    """An article for each 第N条 and 付則, the table of members as a list of its own.

    A flattened page puts the table below the articles of its page; it belongs to the article that
    says 次の表のとおり and ends with its page.
    """
    if not rules:
        return
    document = sheet.text_of(rules[:1]).lstrip("○〇")
    sheet.records.append(
        Section(
            id=sheet.record_id("section", document),
            plan_id=sheet.plan.id,
            section=(document,),
            page=sheet.pages[rules[0]],
            spans=sheet.spans_of(rules[:1]),
            number="",
            title=document,
            level=1,
        )
    )
    table: list[int] = []
    for above, index in pairwise(rules):
        if table and sheet.lines[index].indented:
            break
        if table or _is_table(sheet, index, above):
            table.append(index)
    articles = _articles(sheet, [index for index in rules[1:] if index not in table])
    for number, caption, own in articles:
        _add_article(sheet, document, number, caption, own, table)
    if table:
        _add_members(sheet, document, articles, table)


def _articles(sheet: Sheet, lines: Sequence[int]) -> list[tuple[str, str, list[int]]]:
    """Number, caption and lines (caption first) of each article, in order."""
    articles: list[tuple[str, str, list[int]]] = []
    caption: list[int] = []
    for index in lines:
        text = sheet.plain(index)
        article, supplement = _ARTICLE.fullmatch(text), _SUPPLEMENT.fullmatch(text)
        if _CAPTION.fullmatch(text):
            caption = [index]
        elif article or supplement:
            number = article[1] if article else text.replace(" ", "")
            name = sheet.text_of(caption).strip("（）") if caption else ""
            articles.append((number, name, [*caption, index]))
            caption = []
        elif not articles:
            raise sheet.broken(index, f"text before the first article: {text!r}")
        else:
            articles[-1][2].append(index)
    return articles


def _add_article(
    sheet: Sheet,
    document: str,
    number: str,
    caption: str,
    own: list[int],
    table: Sequence[int],
) -> None:
    body = own[1:] if caption or number.startswith("付則") else own
    pieces: list[list[int]] = []
    for index in body:
        if not pieces or _BEGINS.match(sheet.plain(index)):
            pieces.append([index])
        else:
            pieces[-1].append(index)
    text = "\n".join(sheet.text_of(piece) for piece in pieces)
    text = re.sub(rf"^{number} *", "", text)
    lines = own
    if _TABLE in text and table:
        text += "\n" + "\n".join(sheet.plain(index) for index in table)
        lines = [*own, *table]
    name = f"{number}（{caption}）" if caption else number
    sheet.records.append(
        Article(
            id=sheet.record_id("article", number),
            plan_id=sheet.plan.id,
            section=(document, name),
            page=sheet.pages[own[0]],
            spans=sheet.spans_of(lines),
            document=document,
            number=number,
            caption=caption,
            text=text,
        )
    )


def _add_members(
    sheet: Sheet,
    document: str,
    articles: Sequence[tuple[str, str, list[int]]],
    table: Sequence[int],
) -> None:
    """The members: a line of the table that begins with a new role names it, others go on."""
    items, role = [], ""
    for index in table:
        line = sheet.lines[index]
        words = [(found.start(), found[0]) for found in re.finditer(r"\S+", line.text)]
        if words[0][1].endswith("委員長") or words[0][1] == "委員":
            role = words.pop(0)[1]
        for offset, word in words:
            span = Span(line.start + offset, line.start + offset + len(word))
            items.append(EnumerationItem(role, word, span))
    owner = next(
        (own for own in articles if _TABLE in sheet.text_of(own[2])), ("", "", list(table))
    )
    sheet.records.append(
        Enumeration(
            id=sheet.record_id("enumeration", f"{document}{owner[0]}"),
            plan_id=sheet.plan.id,
            section=(document, f"{owner[0]}（{owner[1]}）"),
            page=sheet.pages[table[0]],
            spans=sheet.spans_of([*owner[2], *table] if owner[0] else list(table)),
            title=f"{owner[1] or document}（委員）",
            items=tuple(items),
        )
    )


__all__ = ["claim_rules", "read_rules"]
