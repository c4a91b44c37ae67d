"""Picking passages inside a form: a search, what it found, and what is picked so far.

A form holds `review/picker/picker.html`, whose names begin with the picker's own: `{name}` for the
ids picked, `{name}_query` for the words, and a button `search` with the value `{name}`. A POST that
carries `search` changes nothing and shows the form again, with what was typed and what was found.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from index import Passage
from service.counter import Counter
from service.question.normalisation import normalise

# As many as can be looked through without scrolling twice.
FOUND_MAX = 8
QUERY_CHARS_MAX = 200


@dataclass(frozen=True, slots=True)
class Pick:
    """A passage to pick. `href`: its place in the plan; `page`: printed, None where not known."""

    passage_id: str
    title: str
    plan: str
    section: str
    page: int | None
    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Picking:
    """A picker as it is shown.

    typed   the words of the search, "" for none
    picked  what is picked, in the order given; `found` what the search adds to it, best first
    gone    ids that were picked and are no longer in the index
    """

    name: str
    typed: str = ""
    picked: tuple[Pick, ...] = ()
    found: tuple[Pick, ...] = ()
    gone: tuple[str, ...] = ()


def picking(
    counter: Counter,
    name: str,
    city: str | None,
    picked: Collection[str],
    typed: str = "",
) -> Picking:
    """A picker of the passages of a city, None for all; searching takes some 20 ms.

    picked  ids picked so far
    typed   what to look for; cut at `QUERY_CHARS_MAX` characters
    """
    passages = counter.passages
    words = normalise(typed)[:QUERY_CHARS_MAX]
    hits = counter.search(words, city, FOUND_MAX + len(picked)).hits if words else ()
    found = [hit.passage for hit in hits if hit.passage.id not in picked][:FOUND_MAX]
    return Picking(
        name,
        words,
        tuple(pick_of(counter, passages[one]) for one in picked if one in passages),
        tuple(pick_of(counter, one) for one in found),
        tuple(one for one in picked if one not in passages),
    )


def pick_of(counter: Counter, passage: Passage) -> Pick:
    """A passage as it is offered."""
    plan = counter.knowledge.plan(passage.plan_id)
    first = passage.spans[0]
    return Pick(
        passage.id,
        passage.title,
        f"{plan.city_name} {plan.short_title}",
        " > ".join(passage.section),
        passage.page,
        passage.shown,
        f"/sources/{passage.plan_id}?from={first.start}&to={first.end}#cited",
    )


def is_searching(form: Mapping[str, object], name: str) -> bool:
    """Whether a form was sent by the search button of a picker."""
    return form.get("search") == name
