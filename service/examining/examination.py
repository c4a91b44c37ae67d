"""All that happens to a question, as one record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from index import Passage, TakenApart
from index.results import Hit
from service.answering.turn import Side
from service.examining.approved import NearAnswer
from service.examining.legs import LegHits
from service.examining.sums import Sureness, Weighed
from service.outcome import Answer
from service.question.synonyms import Meaning
from service.question.understanding import Understanding


@dataclass(frozen=True, slots=True)
class Fused:
    """A candidate in the fused order. `rank`: from 1; `is_hidden`: staff took it away."""

    rank: int
    hit: Hit
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class SideExamined:
    """One part of the question, as it was weighed and decided.

    weighed   candidates in their final order
    dropped   what the search left out after them, best first
    sureness  None where nothing was found
    is_lifted the confidence is that of the question as typed, without the words set beside it
    """

    side: Side
    weighed: tuple[Weighed, ...]
    dropped: tuple[Hit, ...]
    sureness: Sureness | None
    is_lifted: bool


@dataclass(frozen=True, slots=True)
class Examination:
    """A question taken apart.

    typed         what is made of it as typed
    searched      the same for what is searched: without the city's own name, for one
    understood    None where it was settled before: refused, or too little
    legs, fused   of the search by itself in the scope asked for, hidden passages included
    staff_synonyms  of the understanding's meanings, those that staff added
    approved      approved answers of the city, nearest first
    sides         of the answering, which knows the city only; () where no candidate was weighed
    threshold     confidence from which there is an answer, 0..1
    milliseconds  by step, of the answering and of the search
    """

    question: str = field(repr=False)
    typed: TakenApart = field(repr=False)
    searched: TakenApart = field(repr=False)
    understood: Understanding | None = field(repr=False)
    legs: tuple[LegHits, ...]
    fused: tuple[Fused, ...]
    hidden: tuple[Passage, ...]
    staff_synonyms: tuple[Meaning, ...] = field(repr=False)
    approved: tuple[NearAnswer, ...]
    sides: tuple[SideExamined, ...]
    answer: Answer = field(repr=False)
    threshold: float
    milliseconds: Mapping[str, Mapping[str, float]]
