"""`GET /review` and `POST /review`: the queue, and what is done with its items."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from service.accounts import Role, Staff
from service.http.api.conversations import out_of_line
from service.http.errors import UnknownError
from service.http.pages.wording import staff_wording
from service.http.parts import Parts, PartsOf
from service.http.review.access import allowed, require
from service.http.review.pages import review_page
from service.http.review.queue.acting import change_of, form_of, picks_of
from service.http.review.queue.query import QUEUE_PATH, QueueQuery, number_of, selection_of
from service.http.review.queue.queue_page import (
    ActForm,
    ConflictPage,
    pick_of,
    queue_page,
    row_of,
)
from service.reviewing.queue import Act, Change, Changed, Morning, Selection

router = APIRouter(default_response_class=HTMLResponse)

_CHANGED = "changed"  # the address' part that tells how many items were changed
_ROW_DIGITS = 3


@router.get(QUEUE_PATH)
async def queue(
    request: Request, parts: PartsOf, staff: Annotated[Staff, Depends(allowed(Role.VIEWER))]
) -> Response:
    """The queue, as the address wants it."""
    query = QueueQuery.of(request.query_params)
    count = number_of(request.query_params.get(_CHANGED, ""))
    return await _shown(request, parts, staff, query, changed=count)


@router.post(QUEUE_PATH)
async def act(
    request: Request, parts: PartsOf, staff: Annotated[Staff, Depends(allowed(Role.REVIEWER))]
) -> Response:
    """Change the items that are ticked; where somebody else was first, say who, and ask again."""
    data = await request.form()
    form = form_of(data)
    query = QueueQuery.decoded(str(data.get("back", "")))
    picks = picks_of(form)
    items = await out_of_line(lambda: parts.queue.items([pick.message_id for pick in picks]))
    if len({item.message_id for item in items}) < len({pick.message_id for pick in picks}):
        raise UnknownError
    for item in items:
        require(staff, Role.REVIEWER, item.city)
    people = await out_of_line(lambda: parts.queue.people(staff))
    change = change_of(form, people, [item.city for item in items])
    if isinstance(change, ActForm):
        return await _shown(request, parts, staff, query, form=change, status=422)
    result = await out_of_line(lambda: parts.queue.change(staff, picks, change))
    if result.conflicts:
        return await _conflict(request, parts, staff, query, form, change, result)
    row = str(data.get("row", ""))
    place = f"question-{row}" if row.isdecimal() and len(row) <= _ROW_DIGITS else "queue"
    glue = "&" if query.filled else "?"
    address = f"{query.address}{glue}{_CHANGED}={len(result.changed)}#{place}"
    return RedirectResponse(address, 303)


async def _shown(
    request: Request,
    parts: Parts,
    staff: Staff,
    query: QueueQuery,
    *,
    status: int = 200,
    **given: Any,
) -> Response:
    selection, faults = selection_of(query, staff, parts.queue.today)
    morning = await _morning(parts, staff, selection, query.number)
    if not morning.page.items and morning.page.total:  # what stood on the last page is done with
        last = -(-morning.page.total // parts.queue.page_size)
        morning = await _morning(parts, staff, selection, last)
    # Some 0.1 s for fifty questions, most of it masking: nobody else is to wait for that.
    page = await out_of_line(
        lambda: queue_page(
            staff,
            query,
            faults,
            morning,
            page_size=parts.queue.page_size,
            city_names=parts.pages.city_names,
            **given,
        )
    )
    return review_page(
        request, parts, staff, "review/queue/queue.html", page, 422 if faults else status
    )


async def _morning(parts: Parts, staff: Staff, selection: Selection, number: int) -> Morning:
    return await out_of_line(lambda: parts.queue.morning(staff, selection, number))


async def _conflict(  # noqa: PLR0917 (what was asked, by whom, and what came of it)
    request: Request,
    parts: Parts,
    staff: Staff,
    query: QueueQuery,
    form: ActForm,
    change: Change,
    result: Changed,
) -> Response:
    by_id = {conflict.message_id: conflict for conflict in result.conflicts}
    items = await out_of_line(lambda: parts.queue.items(list(by_id)))
    today = parts.queue.today
    rows = [row_of(staff, item, today, frozenset()) for item in items]
    texts = staff_wording()
    chosen = texts.text(f"queue.act_{change.act.value}")
    if change.act is Act.STATE and change.state:
        chosen += f"：{texts.text(f'queue.state_{change.state.value}')}"
    page = ConflictPage(
        lines=tuple((row, by_id[row.item.message_id]) for row in rows),
        changed=len(result.changed),
        picks=tuple(pick_of(row.item) for row in rows if row.can_act),
        form=form,
        chosen=chosen,
        query=query,
    )
    return review_page(request, parts, staff, "review/queue/conflict.html", page, 409)
