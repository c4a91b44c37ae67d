"""What a search is asked and what it gives back, rejected candidates and arithmetic included."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from knowledge.records import RecordKind, Span


@dataclass(frozen=True, slots=True)
class Scope:
    """Which plans may be found: the given cities and plans; empty means no limit."""

    cities: frozenset[str] = frozenset()
    plans: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Query:
    """A question as the search sees it: `text` normalised (NFKC, trimmed), `k` hits wanted.

    withheld  ids of passages that may not be found: they are rejected as `WITHHELD`
    """

    text: str
    scope: Scope = Scope()
    k: int = 10
    withheld: frozenset[str] = frozenset()


WITHHELD = "hidden by staff"


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit that is found, scored and cited: one or a few records, or an FAQ entry.

    id          stable; `<record id>` or `<record id>#2` where one record makes several passages
    title       short text to match: term, measure title, heading; "" allowed
    text        text to search, with its context (city, plan, section path, measure title)
    shown       text to show a person
    record_ids  the records it was made of (an FAQ entry: its own id first, then its records)
    spans       what a citation may quote, most telling first
    """

    id: str
    plan_id: str
    city: str
    kind: RecordKind
    title: str
    text: str
    shown: str
    record_ids: tuple[str, ...]
    section: tuple[str, ...]
    page: int | None
    spans: tuple[Span, ...]


class Leg(StrEnum):
    """What a candidate was scored by."""

    FORM_DENSE = "form_dense"  # matcher: 0.3 best + 0.7 mean cosine over an entry's forms
    ANSWER_DENSE = "answer_dense"  # matcher: cosine with an entry's answer
    TEXT_DENSE = "text_dense"  # reader: cosine with a passage's full text
    TITLE_DENSE = "title_dense"  # reader: cosine with a passage's title
    TEXT_LEXICAL = "text_lexical"  # BM25 with the full text (an entry: answer and quote)


@dataclass(frozen=True, slots=True)
class LegScore:
    """One leg of the arithmetic: `raw` in the leg's own unit, `standard` in standard deviations
    over this question's candidates, `weight` from the settings; contributes standard * weight.
    """

    leg: Leg
    raw: float
    standard: float
    weight: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A candidate with its fused score; `best_form` is the form that matched best (entries only).

    score  sum of weight * standard over `legs`; comparable within one question only
    rejected  None, or why it was left out of the hits (below the cut, another scope, ...)
    """

    passage: Passage
    score: float
    legs: tuple[LegScore, ...]
    best_form: str | None = None
    best_form_cosine: float | None = None
    rejected: str | None = None

    def arithmetic(self) -> str:
        """The sum as a person would write it, for staff pages and the command line."""
        terms = (f"{s.leg} {s.standard:+.2f}*{s.weight:g}" for s in self.legs)
        return f"{' '.join(terms)} = {self.score:.3f}"

    def raw(self, leg: Leg) -> float | None:
        """The raw score of one leg, None where the candidate has none there."""
        return next((s.raw for s in self.legs if s.leg is leg), None)


@dataclass(frozen=True, slots=True)
class ResultSet:
    """Ranked hits, the candidates that lost, and what each step took in milliseconds.

    askable  log odds that plans answer such a question, told by the matcher's vector of it alone; 0
             where the model has no probe
    """

    query: Query
    hits: tuple[Hit, ...]
    rejected: tuple[Hit, ...]
    tokens: tuple[str, ...]
    askable: float
    index_version: str
    milliseconds: Mapping[str, float] = field(default_factory=dict)
