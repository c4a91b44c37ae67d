"""Picking passages inside a form: a search, what it found, and what is picked so far.

A form holds `review/picker/picker.html`, whose names begin with the picker's own: `{name}` for the
ids picked, `{name}_query` for the words, and a button `search` with the value `{name}`. A POST that
carries `search` changes nothing and shows the form again, with what was typed and what was found.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from index import Passage
from knowledge.records import RecordKind
from service.counter import Counter
from service.question.normalisation import normalise

# As many as can be looked through without scrolling twice.
FOUND_MAX = 8
# Entries of ours are written as questions are and would be all that is found: half of the places
# are for what the plans say.
ENTRIES_MAX = 4
LOOKED_THROUGH = 50
QUERY_CHARS_MAX = 200


@dataclass(frozen=True, slots=True)
class Pick:
    """A passage to pick.

    page      printed, None where not known
    href      its place in the plan
    is_entry  it is a reviewed question and answer of ours, not the plan's own words
    """

    passage_id: str
    title: str
    plan: str
    section: str
    page: int | None
    text: str
    href: str
    is_entry: bool


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
    hits = counter.search(words, city, LOOKED_THROUGH).hits if words else ()
    found = _mixed([hit.passage for hit in hits if hit.passage.id not in picked])
    return Picking(
        name,
        words,
        tuple(pick_of(counter, passages[one]) for one in picked if one in passages),
        tuple(pick_of(counter, one) for one in found),
        tuple(one for one in picked if one not in passages),
    )


def _mixed(ranked: Sequence[Passage]) -> list[Passage]:
    """The best of a ranking in its order, at most `ENTRIES_MAX` of them entries."""
    entries = [one for one in ranked if one.kind is RecordKind.FAQ][:ENTRIES_MAX]
    plain = [one for one in ranked if one.kind is not RecordKind.FAQ]
    taken = {one.id for one in (*entries, *plain[: FOUND_MAX - len(entries)])}
    return [one for one in ranked if one.id in taken]


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
        passage.kind is RecordKind.FAQ,
    )


def is_searching(form: Mapping[str, object], name: str) -> bool:
    """Whether a form was sent by the search button of a picker."""
    return form.get("search") == name
