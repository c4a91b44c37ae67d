"""Words that the plan itself explains, and where its text first uses them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.records import Footnote, GlossaryTerm, Reading
from knowledge.source import SourceText
from service.http.pages.source_view.blocks import (
    Block,
    Heading,
    ItemList,
    Prose,
    Segments,
    place_anchor,
)
from service.http.pages.source_view.folding import Units, fold
from service.http.pages.source_view.headline import split_headline
from service.http.pages.source_view.marks import Layer
from service.http.pages.source_view.ownership import printed_at

# A single letter may be a part of anything.
SHORTEST = 2
# A section of the page begins with a heading of this level or above: 施策 are deeper, and a word
# explained anew in each of them would be marked everywhere.
SECTION_LEVEL = 4
_KATAKANA = re.compile(r"[\u30a1-\u30fa\u30fc]")
_LATIN = re.compile(r"[a-z]")
_RUNNING = frozenset({"prose", "note"})


@dataclass(frozen=True, slots=True)
class PlanTerm:
    """A word and the plan's own explanation of it.

    anchor   id of the card with the explanation
    name     the word, mended
    printed  the explanation, letter for letter
    place    id of the place where the plan explains it
    page     printed page of the explanation, None where the source does not tell
    names    the word and its other names, folded
    """

    anchor: str
    name: str
    printed: Segments
    place: str
    page: int | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Use:
    """The first use of a word in a section; `number` counts the uses of the page from 1."""

    number: int
    term: PlanTerm


def plan_terms(source: SourceText, reading: Reading) -> tuple[PlanTerm, ...]:
    """The entries of the plan's glossary and its footnotes, in order."""
    found = []
    for record in reading.records:
        if not isinstance(record, GlossaryTerm | Footnote):
            continue
        printed = printed_at(source, reading, record.spans)
        rest, others = printed, tuple[str, ...]()
        if isinstance(record, GlossaryTerm):
            _, rest = split_headline(source.text, printed, record.term)
            others = record.aliases
        names = dict.fromkeys(fold(name) for name in (record.term, *others))
        found.append(
            PlanTerm(
                anchor=f"term-{record.spans[0].start}",
                name=record.term,
                printed=rest,
                place=place_anchor(record.spans[0].start),
                page=record.page,
                names=tuple(name for name in names if len(name) >= SHORTEST),
            )
        )
    return tuple(found)


def first_uses(
    blocks: Sequence[Block], printed: Sequence[Units], terms: Iterable[PlanTerm]
) -> Layer[Use]:
    """Where the running text of each section first uses each word.

    printed  the folded text of each block
    Headings, tables, margins and the explanations themselves are left as they are.
    """
    by_name: dict[str, PlanTerm] = {}
    for term in terms:
        for name in term.names:
            by_name.setdefault(name, term)
    if not by_name:
        return Layer()
    # The longest first: ICT-BCP is not also ICT.
    pattern = re.compile("|".join(map(re.escape, sorted(by_name, key=lambda n: (-len(n), n)))))
    marks: list[tuple[int, int, Use]] = []
    seen: set[str] = set()
    number = 0
    for block, units in zip(blocks, printed, strict=True):
        if isinstance(block, Heading) and block.level <= SECTION_LEVEL:
            seen = set()
        if not (isinstance(block, ItemList) or (isinstance(block, Prose) and _runs(block))):
            continue
        for unit in units:
            for start, end in _words(unit.text, pattern):
                term = by_name[unit.text[start:end]]
                if term.anchor in seen:
                    continue
                seen.add(term.anchor)
                number += 1
                use = Use(number, term)
                marks += [(part.start, part.end, use) for part in unit.cut(start, end)]
    return Layer(marks)


def _runs(block: Prose) -> bool:
    return block.role in _RUNNING


def _words(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """What the pattern finds as words of their own: not クラウド in クラウドサービス."""
    for found in pattern.finditer(text):
        start, end = found.span()
        if not (_joined(text, start) or _joined(text, end)):
            yield start, end


def _joined(text: str, at: int) -> bool:
    """Whether a word goes on over this place: letters of one Latin or katakana word."""
    if not 0 < at < len(text):
        return False
    pair = text[at - 1], text[at]
    return any(all(map(script.match, pair)) for script in (_KATAKANA, _LATIN))
