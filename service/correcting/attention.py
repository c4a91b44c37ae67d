"""Which corrections somebody has to look at again, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from index import Passage
from service.answering.corrections.digests import Stale, stale
from service.answering.corrections.records import Body, Correction, Corrections
from service.correcting.versions import Corrected


def attention(
    corrections: Iterable[Corrected], passages: Mapping[str, Passage], today: date
) -> Mapping[str, tuple[Stale, ...]]:
    """Why live corrections do nothing, or not what they were approved for, by id; the others have
    no entry. Give all of a city at once: one may hide what another rests on.
    """
    live = tuple(
        Correction(one.id, one.city, one.live.body)
        for one in corrections
        if one.live is not None and one.live.body is not None
    )
    causes: dict[str, list[Stale]] = defaultdict(list)
    for cause in stale(Corrections(entries=live), passages, today):
        causes[cause.correction_id].append(cause)
    return {each: tuple(own) for each, own in causes.items()}


def causes_of(
    city: str | None, body: Body, passages: Mapping[str, Passage], today: date
) -> tuple[Stale, ...]:
    """The same of one body that may not be live."""
    return stale(Corrections(entries=(Correction("", city, body),)), passages, today)
