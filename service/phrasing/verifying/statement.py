"""A text as sentences of clauses, each with the figures and words it sets together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from knowledge.reviewing.facts import Fact, FactKind, facts_of
from knowledge.years import Era
from service.phrasing.verifying.bodies import bodies
from service.phrasing.verifying.claim_words import ClaimWord, claim_words, forms
from service.phrasing.verifying.cutting import clauses, sentences
from service.phrasing.verifying.figures import MARK, Figure, FigureKind, Marked, marked

# 「…は、」 speaks of everything that follows in its sentence.
_TOPIC = re.compile(r"(?:は|では|には|とは|として|ため)[、，,]?$")
# 「…していますが、」 is said for itself; 「…し、」 waits for the end of its sentence.
_COMPLETE = re.compile(r"(?<=[すたるいんだ])(?:が|ので|ものの|けれども?)[、，,]?$|[。！？!?]$")
_NAMES = (FactKind.QUOTED, FactKind.LATIN, FactKind.TITLED)


@dataclass(frozen=True, slots=True)
class Clause:
    """What a clause sets together, with what its sentence sets over it.

    forms    its words' forms, and those of topics before it
    figures  its figures; a kind it has none of is taken from a bare 「2018年度には、」 before it
    is_complete  what it says does not wait for the end of its sentence
    """

    words: tuple[ClaimWord, ...]
    forms: frozenset[str]
    figures: frozenset[Figure]
    is_complete: bool

    def figures_of(self, kind: str) -> frozenset[Figure]:
        """Its figures of one kind."""
        return frozenset(figure for figure in self.figures if figure.kind == kind)

    @property
    def hedges(self) -> frozenset[str]:
        """The forms of its words that make less than a fact of the others."""
        return frozenset(word.form for word in self.words if word.is_hedge)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its words and figures.

    order  forms of words, years and numbers as they follow one another
    names  its quoted names, Latin words, titles of plans and systems
    """

    text: str
    clauses: tuple[Clause, ...]
    order: tuple[str | Figure, ...]
    names: frozenset[Fact]

    @property
    def words(self) -> tuple[ClaimWord, ...]:
        """All its claiming words, in order."""
        return tuple(word for clause in self.clauses for word in clause.words)

    @property
    def forms(self) -> frozenset[str]:
        """The forms of all its words."""
        return forms(self.words)

    @property
    def figures(self) -> frozenset[Figure]:
        """All its figures."""
        return frozenset(figure for clause in self.clauses for figure in clause.figures)

    def rivals_of(self, figure: Figure) -> frozenset[Figure]:
        """Its other figures of that kind."""
        return frozenset(one for one in self.figures - {figure} if one.kind == figure.kind)


def read(text: str, era: Era) -> tuple[Sentence, ...]:
    """The sentences of a text. `era` is whose years a bare 31年度 is."""
    whole = marked(text, era)
    return tuple(_sentence(piece, whole, era) for piece in sentences(whole.text))


def _sentence(piece: str, whole: Marked, era: Era) -> Sentence:
    plain = whole.restored(piece)
    names = frozenset(fact for fact in facts_of(plain, era) if fact.kind in _NAMES)
    order: list[str | Figure] = []
    found = tuple(_clauses(piece, whole, order))
    return Sentence(plain, found, tuple(_once(order)), names)


def _once(order: list[str | Figure]) -> Iterator[str | Figure]:
    """A year told both ways counts once: 平成34年度（令和4年度・2022年度）."""
    for one, same in groupby(order):
        is_year = isinstance(one, Figure) and one.kind == FigureKind.YEAR
        yield from [one] if is_year else same


def _clauses(sentence: str, whole: Marked, order: list[str | Figure]) -> Iterator[Clause]:
    pieces = list(clauses(sentence))
    bounds = [0]
    said: tuple[ClaimWord, ...] = ()
    for piece in pieces:
        for part in re.split(f"({MARK.pattern})", piece):
            if MARK.fullmatch(part):
                order.append(whole.figures[part])
                continue
            # A negation may reach back over a comma or a number: all words at hand each time.
            before, said = len(said), claim_words(part, said)
            order += [word.form for word in said[before:]]
        bounds.append(len(said))
    topics: frozenset[str] = frozenset()
    over: dict[str, frozenset[Figure]] = {}
    for piece, (start, end) in zip(pieces, pairwise(bounds), strict=True):
        words = said[start:end]
        own = _by_kind(piece, whole)
        is_topic = bool(_TOPIC.search(piece))
        if is_topic:
            topics |= forms(words)
        if is_topic or not words:
            over |= own
        figures = frozenset(figure for kind in (over | own).values() for figure in kind)
        yield Clause(words, forms(words) | topics, figures, bool(_COMPLETE.search(piece)))


def _by_kind(piece: str, whole: Marked) -> dict[str, frozenset[Figure]]:
    found: dict[str, frozenset[Figure]] = {}
    figures = [whole.figures[mark] for mark in MARK.findall(piece)]
    figures += [Figure(FigureKind.BODY, body) for body in bodies(MARK.sub("、", piece))]
    for figure in figures:
        found[figure.kind] = found.get(figure.kind, frozenset()) | {figure}
    return found
