"""A plan laid out: all of its page that does not depend on who reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.records import Plan, Reading, Span
from knowledge.source import SourceText
from service.http.pages.source_view.blocks import Block
from service.http.pages.source_view.finding import Hit, find, hit_layer
from service.http.pages.source_view.folding import Units, folded
from service.http.pages.source_view.ink import Ink
from service.http.pages.source_view.layout import lay_out
from service.http.pages.source_view.marks import Layer, markup
from service.http.pages.source_view.terms import PlanTerm, Use, first_uses, plan_terms


@dataclass(frozen=True, slots=True)
class Sheet:
    """A plan's blocks, their text folded for searching, and the words it explains.

    printed  the folded text of each block
    uses     where the words are first used
    """

    plan: Plan
    text: str
    blocks: tuple[Block, ...]
    printed: tuple[Units, ...]
    terms: tuple[PlanTerm, ...]
    uses: Layer[Use]
    markup: Layer[bool]

    @property
    def used_terms(self) -> tuple[PlanTerm, ...]:
        """The words that are explained somewhere on the page, in the glossary's order."""
        used = {use.term.anchor for use in self.uses.labels}
        return tuple(term for term in self.terms if term.anchor in used)

    def find(self, wanted: str) -> tuple[Hit, ...]:
        """All places where `wanted` stands, in reading order."""
        return find(self.blocks, self.printed, wanted)

    def ink(self, cited: Span | None = None, hits: Sequence[Hit] = ()) -> Ink:
        """What prints the blocks with a citation or hits marked."""
        return Ink(self.text, cited, hit_layer(hits), self.uses, self.markup)

    def plain_ink(self) -> Ink:
        """What prints excerpts, in which no word is explained."""
        return Ink(self.text, markup=self.markup)


def make_sheet(plan: Plan, source: SourceText, reading: Reading) -> Sheet:
    """Lay a plan out; some 100 ms of work for the longest."""
    blocks = lay_out(plan, source, reading)
    printed = tuple(tuple(folded(source.text, unit) for unit in block.units) for block in blocks)
    terms = plan_terms(source, reading)
    return Sheet(
        plan=plan,
        text=source.text,
        blocks=blocks,
        printed=printed,
        terms=terms,
        uses=first_uses(blocks, printed, terms),
        markup=markup(source.text),
    )
