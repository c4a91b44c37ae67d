"""Whether corrections still hold: their passages are as they were, and their days are on."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from index.results import Passage
from knowledge.records import RecordKind, Span
from service.answering.corrections.records import (
    ApprovedAnswer,
    Correction,
    Corrections,
    HiddenPassage,
    PassageNote,
    RestsOn,
)


class Cause(StrEnum):
    """Why a correction does nothing, or has to be looked at again."""

    GONE = "gone"  # a passage is no longer in the index
    CHANGED = "changed"  # a passage says something else than when it was chosen
    HIDDEN = "hidden"  # an answer rests on a passage that staff hid
    OTHER_CITY = "other_city"  # its passages are of several cities, or of another than its own
    OVER = "over"  # its last day has passed
    EARLY = "early"  # its first day is still to come


@dataclass(frozen=True, slots=True)
class Stale:
    """One cause for one correction. `passage_ids`: those concerned, in its order; () for days."""

    correction_id: str
    cause: Cause
    passage_ids: tuple[str, ...] = ()


def digest_of(passage: Passage) -> str:
    """What tells one wording of a passage from another, 64 hexadecimal digits.

    Of what it says and the headings it says it under, white space aside; where it stands in the
    source does not count, so a change before it leaves it as it is.
    """
    parts = ("".join(part.split()) for part in (passage.plan_id, passage.shown, passage.text))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def rests_on(correction: Correction) -> tuple[RestsOn, ...]:
    """The passages that a correction names, in its order."""
    body = correction.body
    if isinstance(body, ApprovedAnswer):
        return body.passages
    return (body.passage,) if isinstance(body, HiddenPassage | PassageNote) else ()


def stale(
    corrections: Corrections, passages: Mapping[str, Passage], today: date
) -> tuple[Stale, ...]:
    """All that keeps corrections from doing their work, in their order.

    passages  all that can be found, by id

    An answer or a note with any cause is not told. A hidden passage stays hidden though it changed:
    what staff took away does not come back by itself.
    """
    hidden = hidden_ids(corrections, passages)
    return tuple(
        one for each in corrections.entries for one in _causes(each, passages, hidden, today)
    )


def hidden_ids(corrections: Corrections, passages: Mapping[str, Passage]) -> frozenset[str]:
    """Ids of the passages that staff hid, and of all that would quote or tell them.

    That is what rests on nothing but their characters, such as an FAQ entry of ours or a figure
    read from the same sentence; and what holds one of them whole, as a measure its paragraphs. A
    hidden entry of ours leaves what holds its evidence: that tells more, and in the plan's words.
    """
    named = _named(corrections, passages)
    by_plan: dict[str, list[Passage]] = defaultdict(list)
    for one in named:
        by_plan[one.plan_id].append(one)
    return frozenset(one.id for one in named) | {
        one.id
        for one in passages.values()
        if (hidden := by_plan.get(one.plan_id))
        and (
            _stand_in(one.spans, [span for each in hidden for span in each.spans])
            or any(_tells(one, each) for each in hidden)
        )
    }


def hidden_spans(
    corrections: Corrections, passages: Mapping[str, Passage]
) -> dict[str, list[Span]]:
    """By plan id, the characters of plans that staff hid: no quote may hold one of them."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for one in _named(corrections, passages):
        spans[one.plan_id].extend(one.spans)
    return dict(spans)


def _named(corrections: Corrections, passages: Mapping[str, Passage]) -> tuple[Passage, ...]:
    """The passages that hiding corrections name, as far as there are such."""
    return tuple(
        passages[each.body.passage.passage_id]
        for each in corrections.entries
        if isinstance(each.body, HiddenPassage)
        and each.body.passage.passage_id in passages
        and not _of_other_city(each, passages)
    )


def _tells(one: Passage, hidden: Passage) -> bool:
    """Whether a passage says what is hidden; an entry tells its evidence in other words."""
    if hidden.kind is RecordKind.FAQ or not _stand_in(hidden.spans, one.spans):
        return False
    said, taken = ("".join(passage.shown.split()) for passage in (one, hidden))
    return one.kind is RecordKind.FAQ or taken in said


def _stand_in(spans: Iterable[Span], others: Iterable[Span]) -> bool:
    """Whether each of the spans stands inside one of the others."""
    others = tuple(others)
    return all(any(o.start <= s.start and s.end <= o.end for o in others) for s in spans)


def _causes(
    each: Correction, passages: Mapping[str, Passage], hidden: frozenset[str], today: date
) -> Iterator[Stale]:
    own = rests_on(each)
    found = [one for one in own if one.passage_id in passages]
    concerned = {
        Cause.GONE: [one for one in own if one not in found],
        Cause.CHANGED: [one for one in found if digest_of(passages[one.passage_id]) != one.digest],
        Cause.HIDDEN: [
            one
            for one in found
            if one.passage_id in hidden and not isinstance(each.body, HiddenPassage)
        ],
        Cause.OTHER_CITY: found if _of_other_city(each, passages) else [],
    }
    for cause, those in concerned.items():
        if those:
            yield Stale(each.id, cause, tuple(one.passage_id for one in those))
    if isinstance(each.body, ApprovedAnswer):
        if each.body.valid_to is not None and each.body.valid_to < today:
            yield Stale(each.id, Cause.OVER)
        if each.body.valid_from is not None and today < each.body.valid_from:
            yield Stale(each.id, Cause.EARLY)


def _of_other_city(each: Correction, passages: Mapping[str, Passage]) -> bool:
    ids = (one.passage_id for one in rests_on(each))
    cities = {passages[one].city for one in ids if one in passages}
    return len(cities) > 1 or (each.city is not None and not cities <= {each.city})
