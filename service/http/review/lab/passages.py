"""`/review/passages`: everything that can be found, plan by plan."""

from __future__ import annotations

from typing import Annotated

import anyio.to_thread
from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse

from knowledge.records import Plan, RecordKind
from service.accounts import Role, Staff
from service.examining.passages import Wanted, filtered, passage_examined, passages_of
from service.examining.usage import usage_of
from service.http.api.conversations import out_of_line
from service.http.errors import UnknownError
from service.http.parts import Parts, PartsOf
from service.http.review.access import allowed, require
from service.http.review.lab.passage_page import (
    Filter,
    PassagePage,
    PlanCounted,
    PlansPage,
    TouchingCorrection,
    passages_page,
)
from service.http.review.pages import review_page

router = APIRouter(prefix="/review/passages", default_response_class=HTMLResponse)

Viewer = Annotated[Staff, Depends(allowed(Role.VIEWER))]


@router.get("")
async def plan_list(request: Request, parts: PartsOf, staff: Viewer) -> HTMLResponse:
    """The plans of the reader's cities."""
    counter = parts.desk.counter
    counted = tuple(
        PlanCounted(plan, counter.knowledge.city(plan.city), len(found) - len(faq), len(faq))
        for plan in counter.knowledge.plans
        if staff.may(Role.VIEWER, plan.city)
        for found in (passages_of(counter, plan.id),)
        for faq in (filtered(found, Wanted(RecordKind.FAQ)),)
    )
    return review_page(request, parts, staff, "review/lab/plans.html", PlansPage(counted))


@router.get("/{plan_id}")
async def passage_list(
    request: Request, parts: PartsOf, staff: Viewer, plan_id: str
) -> HTMLResponse:
    """All passages of a plan, the first page of them."""
    return await _listed(request, parts, staff, plan_id, Filter())


@router.post("/{plan_id}")
async def passages_wanted(
    request: Request,
    parts: PartsOf,
    staff: Viewer,
    plan_id: str,
    typed: Annotated[Filter, Form()],
) -> HTMLResponse:
    """Those that are wanted, at once: what is looked for stands in no address."""
    return await _listed(request, parts, staff, plan_id, typed)


@router.get("/{plan_id}/{local:path}")
async def passage(
    request: Request, parts: PartsOf, staff: Viewer, plan_id: str, local: str
) -> HTMLResponse:
    """One passage. `local`: its id without that of the plan before it."""
    plan = _plan(parts, staff, plan_id)
    counter = parts.desk.counter
    found = counter.passages.get(f"{plan_id}/{local}")
    if found is None:
        raise UnknownError
    examined = passage_examined(counter, found)
    usage = await out_of_line(lambda: usage_of(parts.store, found.id))
    touching = tuple(map(TouchingCorrection.of, examined.touching))
    page = PassagePage(plan, examined, touching, usage)
    return review_page(request, parts, staff, "review/lab/passage.html", page)


async def _listed(
    request: Request, parts: Parts, staff: Staff, plan_id: str, typed: Filter
) -> HTMLResponse:
    plan = _plan(parts, staff, plan_id)
    everything = passages_of(parts.desk.counter, plan_id)
    # Thousands of texts: not between the turns of others.
    found = await anyio.to_thread.run_sync(filtered, everything, typed.wanted)
    page = passages_page(plan, everything, found, typed)
    response = review_page(request, parts, staff, "review/lab/passages.html", page)
    response.headers["Cache-Control"] = "no-store"
    return response


def _plan(parts: Parts, staff: Staff, plan_id: str) -> Plan:
    """A plan that the reader may see. Raises UnknownError, ForbiddenError."""
    plan = next((one for one in parts.desk.counter.knowledge.plans if one.id == plan_id), None)
    if plan is None:
        raise UnknownError
    require(staff, Role.VIEWER, plan.city)
    return plan
