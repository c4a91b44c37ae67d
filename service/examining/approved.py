"""The approved answers that a question came near to, and what kept each from serving."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from index.embedding import Vectors
from service.answering.corrections.gist import Gist, gist_of
from service.answering.corrections.matching import Approved, agrees, asks_alike, best_match
from service.answering.corrections.scope import site_of
from service.answering.settings import AnsweringSettings
from service.answering.turn import Turn
from service.question.normalisation import normalise

if TYPE_CHECKING:
    from service.counter import Counter


class Apart(StrEnum):
    """In what a question and a form are two questions; the first ones are fields of a Gist."""

    LANGUAGE = "language"
    PLANS = "plans"
    YEARS = "years"
    NUMBERS = "numbers"
    NEGATIONS = "negations"
    EXCEPTIONS = "exceptions"
    SIDES = "sides"
    ROLES = "roles"
    ASKED = "asked"  # another kind of thing, or another sort of fact
    WORDS = "words"  # one says something of which the other says nothing
    CLOSENESS = "closeness"  # not near enough in meaning


_OF_GIST = tuple(one for one in Apart if one not in (Apart.ASKED, Apart.WORDS, Apart.CLOSENESS))


@dataclass(frozen=True, slots=True)
class NearAnswer:
    """An approved answer held against a question.

    form       the one nearest in meaning; `closeness`: cosine with it
    apart      what kept it from serving; () where it would serve
    is_told    it was the answer
    """

    correction_id: str
    form: str
    closeness: float
    apart: tuple[Apart, ...]
    is_told: bool


def near_answers(counter: Counter, turn: Turn, most: int) -> tuple[NearAnswer, ...]:
    """The approved answers for a turn's city, nearest in meaning first, `most` of them."""
    asked = turn.understanding
    among = turn.corrections.answers.get(site_of(asked) or "", ()) if asked else ()
    if asked is None or not among:
        return ()
    gist = gist_of(asked)
    text = asked.official_text or asked.search_text
    vector = (turn.embedded or counter.searcher.embedded(text)).matched

    def held(one: Approved) -> NearAnswer:
        form = max(one.forms, key=lambda form: float(form.vector @ vector))
        is_told = turn.approved is not None and turn.approved.approved is one
        alone = replace(one, forms=(form,))
        apart = () if is_told else _apart(turn, gist, alone, vector, counter.settings)
        closeness = float(form.vector @ vector)
        return NearAnswer(one.correction_id, form.text, closeness, apart, is_told)

    return tuple(sorted(map(held, among), key=lambda one: (not one.is_told, -one.closeness)))[:most]


def _apart(
    turn: Turn, gist: Gist, alone: Approved, vector: Vectors, settings: AnsweringSettings
) -> tuple[Apart, ...]:
    """What differs, told by the very rules that match: the form with one trait of the question.

    alone  the answer with the one form that is looked at
    """
    form = alone.forms[0].gist

    def turns(trait: Apart) -> bool:
        return not agrees(replace(form, **{trait.value: getattr(gist, trait.value)}), form, alone)

    traits = tuple(filter(turns, _OF_GIST))
    if traits:
        return traits
    anyhow = replace(settings, approved_closeness=-1.0, approved_closeness_bare=-1.0)
    asked = turn.understood
    is_guessed = asked.text != normalise(turn.text)

    def serves(by: AnsweringSettings) -> bool:
        found = best_match(
            gist, asked.meanings, (alone,), lambda: vector, by, is_guessed=is_guessed
        )
        return found is not None

    if serves(anyhow):
        return () if serves(settings) else (Apart.CLOSENESS,)
    return (Apart.WORDS,) if asks_alike(gist, form) else (Apart.ASKED,)
