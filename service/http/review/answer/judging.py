"""The routes of an answer's page: read, judge, take back, search for a better place, ask again."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from knowledge.errors import JudgementError
from service.accounts import Role, Staff
from service.http.api.conversations import out_of_line
from service.http.errors import UnknownError
from service.http.parts import Parts, PartsOf
from service.http.review.access import HOME, allowed, require
from service.http.review.answer.form import BACK, BETTER, JudgementForm
from service.http.review.answer.page import (
    Compared,
    FormError,
    Round,
    answer_page,
)
from service.http.review.pages import review_page
from service.http.review.picking import is_searching
from service.http.review.queue.query import QueueQuery, selection_of
from service.reviewing.judging import Case, Passages, difference
from service.reviewing.judging.errors import JudgementConflictError, WordsErasedError
from service.store.ids import is_id

router = APIRouter(prefix=f"{HOME}/answers", default_response_class=HTMLResponse)
Viewer = Annotated[Staff, Depends(allowed(Role.VIEWER))]
Reviewer = Annotated[Staff, Depends(allowed(Role.REVIEWER))]
_LAST = "last"  # `next` where nothing is left


@router.get("/{message_id}")
async def show(request: Request, parts: PartsOf, staff: Viewer, message_id: str) -> Response:
    """An answer, its conversation, and the form to judge it."""
    case = await _case(parts, staff, message_id, Role.VIEWER)
    asked = request.query_params
    saved = asked.get("saved", "")
    queue, is_last = QueueQuery.decoded(asked.get(BACK, "")), asked.get("next") == _LAST
    around = Round(queue, saved=saved if is_id(saved) else "", is_last=is_last)
    return await _page(request, parts, staff, case, around)


@router.post("/{message_id}/judgement")
async def judge(request: Request, parts: PartsOf, staff: Reviewer, message_id: str) -> Response:
    """Keep what the form says, and go on to the next answer of the queue one came from, or stay.

    Sent by the search of its picker it changes nothing: the page is shown with what was found.
    """
    case = await _case(parts, staff, message_id, Role.REVIEWER)
    form = JudgementForm.typed(await request.form())
    queue = form.queue
    if is_searching(form.values, BETTER):
        return await _page(request, parts, staff, case, Round(queue, form))
    passages = _passages(parts)
    try:
        opinion = form.opinion(case)
        await out_of_line(
            lambda: parts.judgements.give(
                staff,
                message_id,
                opinion,
                passages,
                version=form.version,
                closes=not form.is_ticked("keep_open"),
            )
        )
    except JudgementError as error:
        status = 409 if isinstance(error, JudgementConflictError) else 422
        told = FormError(error.fault, error.field or "")
        around = Round(queue, form, error=told, status=status)
        return await _page(request, parts, staff, case, around)
    if form.value("then") == "stay":
        return _led_to(message_id, queue, saved=message_id)
    selection, _ = selection_of(queue, staff, parts.queue.today)
    following = await out_of_line(lambda: parts.queue.following(staff, message_id, selection))
    if following is None:
        return _led_to(message_id, queue, saved=message_id, next=_LAST)
    return _led_to(following, queue, saved=message_id)


@router.post("/{message_id}/judgement/withdraw")
async def withdraw(request: Request, parts: PartsOf, staff: Reviewer, message_id: str) -> Response:
    """Take one's own judgement back."""
    case = await _case(parts, staff, message_id, Role.REVIEWER)
    form, passages = JudgementForm.typed(await request.form()), _passages(parts)
    try:
        await out_of_line(
            lambda: parts.judgements.withdraw(staff, message_id, passages, version=form.version)
        )
    except JudgementConflictError as error:
        around = Round(form.queue, error=FormError(error.fault), status=409)
        return await _page(request, parts, staff, case, around)
    return _led_to(message_id, form.queue)


@router.post("/{message_id}/again")
async def ask_again(request: Request, parts: PartsOf, staff: Viewer, message_id: str) -> Response:
    """The page with today's answer to the same question; nothing of it is kept."""
    case = await _case(parts, staff, message_id, Role.VIEWER)
    form = JudgementForm.typed(await request.form())
    told = case.told.answer if case.told else None
    try:
        again = await parts.desk.turn(lambda counter: parts.asking_again.ask(counter, message_id))
    except WordsErasedError as error:
        around = Round(form.queue, form, error=FormError(error.fault), status=422)
        return await _page(request, parts, staff, case, around)
    if told is None:
        raise UnknownError
    compared = Compared(again, difference(told, case.trace, again))
    return await _page(request, parts, staff, case, Round(form.queue, form, compared=compared))


async def _case(parts: Parts, staff: Staff, message_id: str, role: Role) -> Case:
    """The case, for who holds `role` in its city. Raises UnknownError and ForbiddenError."""
    case = await out_of_line(lambda: parts.cases.find(message_id)) if is_id(message_id) else None
    if case is None:
        raise UnknownError
    require(staff, role, case.facts.city)
    return case


def _passages(parts: Parts) -> Passages:
    counter = parts.desk.counter
    return Passages(counter.knowledge, counter.passages)


async def _page(
    request: Request, parts: Parts, staff: Staff, case: Case, around: Round
) -> Response:
    page = await parts.desk.turn(lambda counter: answer_page(case, staff, counter, around))
    return review_page(request, parts, staff, "review/answer/page.html", page, around.status)


def _led_to(message_id: str, queue: QueueQuery, **query: str) -> Response:
    back = {BACK: queue.encoded} if queue.filled else {}
    asked = f"?{urlencode(query | back)}" if query or back else ""
    return RedirectResponse(f"{HOME}/answers/{message_id}{asked}", 303)
