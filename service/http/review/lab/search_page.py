"""The search lab as its template reads it."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field

from service.examining import Examination, NearAnswer, SideExamined
from service.http.errors import InvalidError
from service.http.parts import Parts

DEPTHS = (5, 10, 20, 50)
DEPTH = 10


@dataclass(frozen=True, slots=True)
class Option:
    """One of a list of choices."""

    value: str
    label: str


class Chosen(BaseModel):
    """The form as it was filled in; "" for no city and no plan."""

    model_config = ConfigDict(frozen=True)

    question: str = Field(default="", repr=False)
    city: str = ""
    plan: str = ""
    k: int = DEPTH


@dataclass(frozen=True, slots=True)
class Synonym:
    """A word of the question with those that mean the same, as the index counts them."""

    word: str
    same: str
    is_of_staff: bool


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The form and, once a question was given, what became of it.

    sides         those of the cities that the reader may see; `approved` likewise; `is_cut`: there
                  are others
    titles        short titles of plans by id
    chars_max     longest question
    problem       what is wrong with the question, None for nothing
    """

    cities: tuple[Option, ...]
    plans: tuple[Option, ...]
    depths: tuple[Option, ...]
    chosen: Chosen
    chars_max: int
    titles: dict[str, str]
    problem: InvalidError | None = None
    found: Examination | None = None
    sides: tuple[SideExamined, ...] = ()
    approved: tuple[NearAnswer, ...] = ()
    is_cut: bool = False
    synonyms: tuple[Synonym, ...] = ()


def search_page(parts: Parts, cities: frozenset[str] | None, chosen: Chosen) -> SearchPage:
    """The form. `cities`: those that the reader may see, None for all and for none."""
    knowledge = parts.desk.counter.knowledge
    seen = [city for city in knowledge.cities if cities is None or city.id in cities]
    plans = [plan for city in seen for plan in knowledge.plans_of(city.id)]
    return SearchPage(
        cities=tuple(Option(city.id, city.name) for city in seen),
        plans=tuple(Option(plan.id, plan.short_title) for plan in plans),
        depths=tuple(Option(str(depth), str(depth)) for depth in DEPTHS),
        chosen=chosen,
        chars_max=parts.settings.question_chars_max,
        titles={plan.id: plan.short_title for plan in knowledge.plans},
    )
