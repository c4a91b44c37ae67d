"""Words the plan explains are marked where its text first uses them, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from lxml.html import HtmlElement

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import Footnote, GlossaryTerm
from service.http.pages.source_view import Sheet, make_sheet
from service.http.pages.source_view.blocks import Heading, Segment, place_anchor
from service.http.pages.source_view.folding import fold
from service.http.pages.source_view.terms import SECTION_LEVEL

Parse = Callable[..., HtmlElement]
EXPLAINING = ["toride-4", "toride-5", "otawara-1"]


def _sheet(knowledge: KnowledgeBase, plan_id: str) -> Sheet:
    return make_sheet(
        knowledge.plan(plan_id), knowledge.sources[plan_id], knowledge.readings[plan_id]
    )


def _text(sheet: Sheet, segments: tuple[Segment, ...]) -> str:
    return "".join(piece.text for piece in sheet.plain_ink().pieces(segments))


@pytest.mark.parametrize("plan_id", EXPLAINING)
def test_every_entry_is_a_term_in_the_plans_own_letters(
    knowledge: KnowledgeBase, plan_id: str
) -> None:
    sheet = _sheet(knowledge, plan_id)
    entries = [
        record
        for record in knowledge.records(plan_id)
        if isinstance(record, GlossaryTerm | Footnote)
    ]
    assert [term.name for term in sheet.terms] == [entry.term for entry in entries]
    for term, entry in zip(sheet.terms, entries, strict=True):
        assert fold(entry.definition)[-20:] in fold(_text(sheet, term.printed))
        assert term.place == place_anchor(entry.spans[0].start)
        assert term.page == entry.page


@pytest.mark.parametrize("plan_id", EXPLAINING)
def test_a_word_is_marked_once_in_a_section_and_never_in_a_heading(
    knowledge: KnowledgeBase, plan_id: str
) -> None:
    sheet = _sheet(knowledge, plan_id)
    ink, seen, uses = sheet.ink(), set[str](), 0
    for block in sheet.blocks:
        if isinstance(block, Heading) and block.level <= SECTION_LEVEL:
            seen = set()
        used = [s.use for unit in block.units for s in ink.stretches(unit) if s.use]
        assert not (used and block.kind in ("heading", "table", "definitions", "margin"))
        for use in used:
            assert use.term.anchor not in seen
            seen.add(use.term.anchor)
        uses += len(used)
    assert uses >= len(sheet.used_terms) > 0


def test_a_word_inside_another_is_not_that_word(knowledge: KnowledgeBase) -> None:
    sheet = _sheet(knowledge, "toride-4")
    ink = sheet.ink()
    for block in sheet.blocks:
        for unit in block.units:
            stretches = list(ink.stretches(unit))
            for before, use, after in zip(stretches, stretches[1:], stretches[2:], strict=False):
                if use.use:
                    word = fold("".join(piece.text for piece in use.pieces))
                    assert word in use.use.term.names
                    around = fold(before.pieces[-1].text)[-1:] + fold(after.pieces[0].text)[:1]
                    latin = word[0].isascii() and word[0].isalpha()
                    assert not (latin and around[:1].isascii() and around[:1].isalpha())


@pytest.mark.parametrize("plan_id", EXPLAINING)
def test_each_marked_word_opens_one_card_that_cites_its_place(
    client: TestClient, page_of: Parse, plan_id: str
) -> None:
    page = page_of(client.get(f"/sources/{plan_id}"))
    buttons = page.xpath("//article//button[@popovertarget]")
    cards = page.xpath("//*[@popover]")
    assert {button.get("popovertarget") for button in buttons} == {card.get("id") for card in cards}
    ids = set(page.xpath("//article//@id"))
    for card in cards:
        (name,) = page.xpath(f"//*[@id='{card.get('aria-labelledby')}']")
        assert name.text_content()
        (link,) = card.xpath(".//a/@href")
        assert link.removeprefix("#") in ids
        (close,) = card.xpath(".//button[@popovertargetaction='hide']")
        assert close.get("popovertarget") == card.get("id")
    if plan_id == "otawara-1":
        assert all("57ページ" in card.text_content() for card in cards[:3])
