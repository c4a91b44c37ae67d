"""`GET /api/plans`: what the service knows, and how much of each plan."""

from __future__ import annotations

from fastapi import APIRouter

from service.http.api.schemas.error import declared
from service.http.api.schemas.plans import CityReply, PlanDetailReply, PlanListReply, PlanReply
from service.http.errors import UnknownError
from service.http.parts import PartsOf

router = APIRouter(prefix="/api/plans", tags=["plans"])


@router.get(
    "", summary="Every city and plan", operation_id="list_plans", responses=declared(500, 503)
)
async def list_plans(parts: PartsOf) -> PlanListReply:
    """The cities served, and every plan with its coverage, period and record counts."""
    knowledge = parts.desk.counter.knowledge
    return PlanListReply(
        cities=[CityReply(id=city.id, name=city.name) for city in knowledge.cities],
        plans=[PlanReply.of(plan, knowledge) for plan in knowledge.plans],
    )


@router.get(
    "/{plan_id}",
    summary="One plan",
    operation_id="get_plan",
    responses=declared(404, 500, 503),
)
async def get_plan(plan_id: str, parts: PartsOf) -> PlanDetailReply:
    """A plan with its coverage, period, record counts and headings."""
    knowledge = parts.desk.counter.knowledge
    plan = next((plan for plan in knowledge.plans if plan.id == plan_id), None)
    if plan is None:
        known = "、".join(plan.id for plan in knowledge.plans)
        message = f"この計画はありません。{known} のいずれかを指定してください。"
        raise UnknownError(message, "plan_id")
    return PlanDetailReply.of(plan, knowledge)
