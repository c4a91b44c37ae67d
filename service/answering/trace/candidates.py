"""What became of each passage that was found, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from index.results import WITHHELD, Hit, Leg
from knowledge.records import RecordKind
from service.answering.turn import Agreement, Candidate, Side
from service.outcome import Answer, Status

_DIGITS = 4  # decimals kept: more than the ranking ever turns on, and a third of the bytes


class Fate(StrEnum):
    """What became of a candidate."""

    TOLD = "told"  # the answer was made from it
    CITED = "cited"  # shown as a source
    SAME_PLACE = "same_place"  # a citation shows its place already
    NO_ROOM = "no_room"  # as many sources were cited as are shown
    OTHER_CITY = "other_city"  # cities never mix in one answer
    LOW_CONFIDENCE = "low_confidence"  # nothing was told: it hardly answers the question
    ASKED_BACK = "asked_back"  # first it is to be known which city is meant
    BELOW_CUT = "below_cut"  # not looked at closely
    HIDDEN = "hidden"  # staff took it away
    NOT_NEEDED = "not_needed"  # something else answered, such as an approved answer


@dataclass(frozen=True, slots=True)
class LegTrace:
    """As in `index.results.LegScore`."""

    leg: Leg
    raw: float
    standard: float
    weight: float


@dataclass(frozen=True, slots=True)
class CandidateTrace:
    """One passage that was found.

    fused      the score of the search, `score` with what the agreements add; equal to it where no
               agreement was looked at
    rejected   the search's own words for leaving it out, None where it was looked at closely
    agreement  None where it was not looked at closely
    """

    passage_id: str
    kind: RecordKind
    city: str
    best_form: str | None
    best_form_cosine: float | None
    legs: tuple[LegTrace, ...]
    fused: float
    agreement: Agreement | None
    score: float
    fate: Fate
    rejected: str | None

    @property
    def is_kept(self) -> bool:
        """Whether it was held against the question."""
        return self.agreement is not None


def candidates_of(side: Side, answer: Answer, *, is_told: bool) -> tuple[CandidateTrace, ...]:
    """All that a side's search found, best first: those looked at closely, then the rest.

    is_told  whether the side was sure enough to be told
    """
    closely = {candidate.hit.passage.id for candidate in side.candidates}
    uncounted = [hit for hit in side.results.hits if hit.passage.id not in closely]
    kept = [
        _kept(candidate, _fate(side.candidates, at, answer, is_told=is_told))
        for at, candidate in enumerate(side.candidates)
    ]
    fate = Fate.BELOW_CUT if closely else Fate.NOT_NEEDED
    passed = [_trace(hit, None, hit.score, fate) for hit in uncounted]
    dropped = [_trace(hit, None, hit.score, _dropped(hit)) for hit in side.results.rejected]
    return (*kept, *passed, *dropped)


def rounded(number: float) -> float:
    """A number as it is kept."""
    return round(float(number), _DIGITS)


def _fate(candidates: Sequence[Candidate], at: int, answer: Answer, *, is_told: bool) -> Fate:
    passage = candidates[at].hit.passage
    if answer.status is Status.CLARIFY:
        return Fate.ASKED_BACK
    is_cited = any(citation.passage_id == passage.id for citation in answer.citations)
    if is_told and at == 0 and answer.status is Status.ANSWERED:
        return Fate.TOLD
    if is_cited:
        return Fate.CITED
    if not is_told or answer.status is not Status.ANSWERED:
        return Fate.LOW_CONFIDENCE
    if passage.city not in {citation.city for citation in answer.citations}:
        return Fate.OTHER_CITY
    is_shown = any(
        citation.plan_id == passage.plan_id
        and any(citation.span.overlaps(s) for s in passage.spans)
        for citation in answer.citations
    )
    return Fate.SAME_PLACE if is_shown else Fate.NO_ROOM


def _dropped(hit: Hit) -> Fate:
    return Fate.HIDDEN if hit.rejected == WITHHELD else Fate.BELOW_CUT


def _kept(candidate: Candidate, fate: Fate) -> CandidateTrace:
    return _trace(candidate.hit, candidate.agreement, candidate.score, fate)


def _trace(hit: Hit, agreement: Agreement | None, score: float, fate: Fate) -> CandidateTrace:
    return CandidateTrace(
        passage_id=hit.passage.id,
        kind=hit.passage.kind,
        city=hit.passage.city,
        best_form=hit.best_form,
        best_form_cosine=None if hit.best_form_cosine is None else rounded(hit.best_form_cosine),
        legs=tuple(
            LegTrace(one.leg, rounded(one.raw), rounded(one.standard), rounded(one.weight))
            for one in hit.legs
        ),
        fused=rounded(hit.score),
        agreement=agreement and _rounded(agreement),
        score=rounded(score),
        fate=fate,
        rejected=hit.rejected,
    )


def _rounded(agreement: Agreement) -> Agreement:
    return Agreement(
        kind=rounded(agreement.kind),
        years=rounded(agreement.years),
        coverage=rounded(agreement.coverage),
        wanted=rounded(agreement.wanted),
        counted=rounded(agreement.counted),
        numbers=rounded(agreement.numbers),
        compounds=rounded(agreement.compounds),
    )
