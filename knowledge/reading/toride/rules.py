"""The rules of a committee (規程) in the appendix: articles, the table of members, 付則."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
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


@dataclass(frozen=True, slots=True)
class Provision:
    """An article or 付則 as it stands: number, caption ("" for none), lines with the caption's."""

    number: str
    caption: str
    lines: tuple[int, ...]

    @property
    def name(self) -> str:
        """As cited: 第3条（組織）."""
        return f"{self.number}（{self.caption}）" if self.caption else self.number


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
    provisions = _provisions(sheet, [index for index in rules[1:] if index not in table])
    for provision in provisions:
        _add_article(sheet, document, provision, table)
    if table:
        _add_members(sheet, document, provisions, table)


def _provisions(sheet: Sheet, lines: Sequence[int]) -> list[Provision]:
    """The articles and 付則 in order; a caption stands above its article."""
    provisions: list[Provision] = []
    caption: list[int] = []
    for index in lines:
        text = sheet.plain(index)
        article, supplement = _ARTICLE.fullmatch(text), _SUPPLEMENT.fullmatch(text)
        if _CAPTION.fullmatch(text):
            caption = [index]
        elif article or supplement:
            number = article[1] if article else text.replace(" ", "")
            name = sheet.text_of(caption).strip("（）") if caption else ""
            provisions.append(Provision(number, name, (*caption, index)))
            caption = []
        elif not provisions:
            raise sheet.broken(index, f"text before the first article: {text!r}")
        else:
            provisions[-1] = replace(provisions[-1], lines=(*provisions[-1].lines, index))
    return provisions


def _text(sheet: Sheet, provision: Provision) -> str:
    """Paragraphs (２ ...) and items ((1) ...) each on a line, caption and number out."""
    pieces: list[list[int]] = []
    # The line above the text is the caption of an article, the number of a 付則.
    headed = provision.caption or _SUPPLEMENT.fullmatch(provision.number)
    for index in provision.lines[1:] if headed else provision.lines:
        if not pieces or _BEGINS.match(sheet.plain(index)):
            pieces.append([index])
        else:
            pieces[-1].append(index)
    texts = [re.sub(r"^(\d+|\(\d+\)) *", r"\1 ", sheet.text_of(piece)) for piece in pieces]
    return re.sub(rf"^{re.escape(provision.number)} *", "", "\n".join(texts))


def _add_article(sheet: Sheet, document: str, provision: Provision, table: Sequence[int]) -> None:
    text, lines = _text(sheet, provision), list(provision.lines)
    if _TABLE in text and table:
        text += "\n" + "\n".join(sheet.plain(index) for index in table)
        lines += table
    sheet.records.append(
        Article(
            id=sheet.record_id("article", provision.number),
            plan_id=sheet.plan.id,
            section=(document, provision.name),
            page=sheet.pages[lines[0]],
            spans=sheet.spans_of(lines),
            document=document,
            number=provision.number,
            caption=provision.caption,
            text=text,
        )
    )


def _add_members(
    sheet: Sheet,
    document: str,
    provisions: Sequence[Provision],
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
    owner = next((own for own in provisions if _TABLE in sheet.text_of(own.lines)), None)
    sheet.records.append(
        Enumeration(
            id=sheet.record_id("enumeration", f"{document}{owner.number if owner else ''}"),
            plan_id=sheet.plan.id,
            section=(document, owner.name) if owner else (document,),
            page=sheet.pages[table[0]],
            spans=sheet.spans_of([*(owner.lines if owner else ()), *table]),
            title=f"{document}の{owner.caption if owner else ''}（委員）",
            items=tuple(items),
        )
    )
