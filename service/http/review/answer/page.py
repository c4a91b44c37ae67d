"""What the page of an answer shows, put together for its template."""

from __future__ import annotations

from dataclasses import dataclass, field

from index.results import Passage
from service.accounts import Role, Staff
from service.http.review.answer.form import JudgementForm
from service.reviewing.judging import (
    Again,
    Case,
    Difference,
    Fault,
    Fit,
    Judgement,
    Passages,
    Sentence,
    Verdict,
    sentences_of,
)


@dataclass(frozen=True, slots=True)
class Found:
    """What a search for a better passage gave. `words`: as typed."""

    words: str = field(default="", repr=False)
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Compared:
    """The answer of now beside the one that was given."""

    again: Again
    difference: Difference


@dataclass(frozen=True, slots=True)
class FormError:
    """Why a judgement was not kept.

    fault   a word of the wording's area `judging`
    field   the field it is about, "" for the whole
    """

    fault: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """One answer.

    sentences   of the answer that is judged; () where its words are erased
    others      judgements of others that may be seen
    own         the reader's own judgement
    form        what stands in the form, None for who may not judge
    better      the passage chosen as a better one, None for none
    passages    to name a passage by
    saved       id of the answer whose judgement was just kept, "" for none
    is_last     nothing was left in the queue after it
    """

    case: Case
    sentences: tuple[Sentence, ...]
    others: tuple[Judgement, ...]
    own: Judgement | None
    form: JudgementForm | None
    better: Passage | None
    found: Found | None
    compared: Compared | None
    error: FormError | None
    passages: Passages
    saved: str
    is_last: bool
    verdicts: tuple[Verdict, ...] = tuple(Verdict)
    fits: tuple[Fit, ...] = tuple(Fit)
    faults: tuple[Fault, ...] = tuple(Fault)


@dataclass(frozen=True, slots=True)
class Round:
    """What stands on the page besides the answer itself; as in AnswerPage. `status`: of HTTP."""

    form: JudgementForm | None = None
    found: Found | None = None
    compared: Compared | None = None
    error: FormError | None = None
    saved: str = ""
    is_last: bool = False
    status: int = 200


def answer_page(case: Case, staff: Staff, passages: Passages, around: Round) -> AnswerPage:
    """The page as this member of staff may see it."""
    own = case.judgement_of(staff.id)
    judges = staff.may(Role.REVIEWER, case.facts.city)
    # Who may not judge is not led by others either.
    others = case.others_seen_by(staff.id) if judges else case.judgements
    answer = case.told.answer if case.told else None
    form = (around.form or JudgementForm.of(own)) if judges and not case.is_erased else None
    chosen = form.value("better") if form else ""
    return AnswerPage(
        case=case,
        sentences=sentences_of(answer.text) if answer else (),
        others=others,
        own=own,
        form=form,
        better=passages.find(chosen),
        found=around.found,
        compared=around.compared,
        error=around.error,
        passages=passages,
        saved=around.saved,
        is_last=around.is_last,
    )
