"""Which questions of an area are offered: plain, basic ones, each about something else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from knowledge.records import FaqEntry
from service.topics.settings import TopicSettings


def chosen(
    entries: Iterable[FaqEntry], settings: TopicSettings, first: Sequence[FaqEntry] = ()
) -> tuple[FaqEntry, ...]:
    """At most `questions_max` entries, `first` in front, then the least costly one each time.

    An entry costs its question's length and what its kind is worth, and more for each one of its
    kind or heading chosen before. Nothing is chosen that reads like one chosen before.
    """
    taken = list(first)
    left = [entry for entry in entries if entry not in taken]
    while left and len(taken) < settings.questions_max:
        kinds = Counter(entry.asks for entry in taken)
        places = Counter(entry.section for entry in taken)
        best = min(
            left,
            key=lambda entry: (
                cost(entry, settings)
                + settings.repeat_cost * kinds[entry.asks]
                + settings.nearby_cost * places[entry.section]
            ),
        )
        taken.append(best)
        left = [entry for entry in left if not _alike(entry, best, settings)]
    return tuple(taken)


def cost(entry: FaqEntry, settings: TopicSettings) -> float:
    """How little basic an entry is, in characters."""
    heading = entry.section[-1] if entry.section else ""
    central = fuzz.partial_ratio(heading, entry.forms[0]) / 100
    length = len(entry.forms[0]) - settings.central_worth * central
    return length + settings.kind_costs[entry.asks]


def _alike(one: FaqEntry, other: FaqEntry, settings: TopicSettings) -> bool:
    return (
        one.id == other.id
        or fuzz.ratio(one.forms[0], other.forms[0]) >= settings.similar
        or (
            not set(one.record_ids).isdisjoint(other.record_ids)
            and fuzz.ratio(one.answer, other.answer) >= settings.similar
        )
    )
