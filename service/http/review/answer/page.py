"""What the page of an answer shows, put together for its template."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from index.results import Passage
from service.accounts import Role, Staff
from service.answering.trace import Trace
from service.counter import Counter
from service.http.review.answer.form import BETTER, JudgementForm
from service.http.review.picking import Picking, picking
from service.http.review.queue.query import QueueQuery
from service.reviewing.judging import (
    Again,
    Case,
    Difference,
    Fault,
    Fit,
    Judgement,
    Sentence,
    Verdict,
    sentences_of,
)
from service.reviewing.masking import mask_of_words, masked


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
    mine        the reader's own judgement
    form        what stands in the form, None for who may not judge
    better      the picker of a better passage, None for who may not judge
    passages    all that can be found, by id
    saved       id of the answer whose judgement was just kept, "" for none
    is_last     nothing was left in the queue after it
    queue       what of it the reader came from, and goes on with
    masked      a text of the question as it may be shown; `masked_words`: words read out of it
    """

    case: Case
    sentences: tuple[Sentence, ...]
    others: tuple[Judgement, ...]
    mine: Judgement | None
    form: JudgementForm | None
    better: Picking | None
    compared: Compared | None
    error: FormError | None
    passages: Mapping[str, Passage]
    saved: str
    is_last: bool
    queue: QueueQuery
    masked_words: Callable[[Iterable[str]], tuple[str, ...]]
    verdicts: tuple[Verdict, ...] = tuple(Verdict)
    fits: tuple[Fit, ...] = tuple(Fit)
    faults: tuple[Fault, ...] = tuple(Fault)
    masked: Callable[[str], str] = masked


@dataclass(frozen=True, slots=True)
class Round:
    """What stands on the page besides the answer itself; as in AnswerPage. `status`: of HTTP."""

    queue: QueueQuery
    form: JudgementForm | None = None
    compared: Compared | None = None
    error: FormError | None = None
    saved: str = ""
    is_last: bool = False
    status: int = 200


def answer_page(case: Case, staff: Staff, counter: Counter, around: Round) -> AnswerPage:
    """The page as this member of staff may see it."""
    mine = case.judgement_of(staff.id)
    judges = staff.may(Role.REVIEWER, case.facts.city)
    answer = case.told.answer if case.told else None
    form = (around.form or JudgementForm.of(mine)) if judges and not case.is_erased else None
    return AnswerPage(
        case=case,
        sentences=sentences_of(answer.text) if answer else (),
        # Who may not judge cannot be led by others.
        others=case.others_seen_by(staff.id) if judges else case.judgements,
        mine=mine,
        form=form,
        better=_picker(counter, case, form) if form else None,
        compared=around.compared,
        error=around.error,
        passages=counter.passages,
        saved=around.saved,
        is_last=around.is_last,
        queue=around.queue,
        masked_words=mask_of_words(_read(case.trace)),
    )


def _picker(counter: Counter, case: Case, form: JudgementForm) -> Picking:
    picked = form.value(BETTER)
    typed = form.value(f"{BETTER}_query")
    return picking(counter, BETTER, case.facts.city, [picked] if picked else [], typed)


def _read(trace: Trace | None) -> frozenset[str]:
    """The texts that the words of a trace were read out of."""
    if trace is None or trace.reading is None:
        return frozenset()
    followed = {trace.follow_up.text} if trace.follow_up else set()
    return frozenset({trace.reading.text, trace.reading.search_text, *followed})
