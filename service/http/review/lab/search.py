"""`/review/search`: a question typed by staff, taken apart; it is remembered nowhere."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from fastapi.responses import HTMLResponse

from service.accounts import Role, Staff
from service.answering.corrections.scope import site_of
from service.examining import Examination, SideExamined, examine
from service.http.errors import InvalidError
from service.http.parts import Parts, PartsOf
from service.http.question_text import checked_question
from service.http.review.access import allowed, require
from service.http.review.lab.search_page import (
    DEPTH,
    DEPTHS,
    Chosen,
    SearchPage,
    Synonym,
    search_page,
)
from service.http.review.pages import review_page
from service.question.checking import check
from service.question.synonyms import Meaning

router = APIRouter(prefix="/review/search", default_response_class=HTMLResponse)

Viewer = Annotated[Staff, Depends(allowed(Role.VIEWER))]


class PersonalQuestionError(InvalidError):
    """The question holds personal data, which is not to be typed here either."""

    word = "question_personal"


@router.get("")
async def search_form(request: Request, parts: PartsOf, staff: Viewer) -> HTMLResponse:
    """The form."""
    cities = staff.cities(Role.VIEWER)
    only = next(iter(cities)) if cities is not None and len(cities) == 1 else ""
    return _rendered(request, parts, staff, search_page(parts, cities, Chosen(city=only)))


@router.post("")
async def search_examined(
    request: Request, parts: PartsOf, staff: Viewer, typed: Annotated[Chosen, Form()]
) -> HTMLResponse:
    """The question taken apart, at once: in no address, in no conversation, in no log."""
    # A plan is one of a city, whatever city stands beside it.
    site = _city_of(parts, typed.plan) or parts.city_id(typed.city or None)
    require(staff, Role.VIEWER, site)
    depth = typed.k if typed.k in DEPTHS else DEPTH
    chosen = typed.model_copy(update={"city": site or "", "k": depth})
    page = search_page(parts, staff.cities(Role.VIEWER), chosen)
    try:
        text = checked_question(typed.question, parts.settings.question_chars_max)
        if check(text).personal:
            raise PersonalQuestionError(field="question")
    except InvalidError as problem:
        return _rendered(request, parts, staff, replace(page, problem=problem))
    work = partial(examine, question=text, city=site, plan=typed.plan or None, k=depth)
    found = await parts.desk.turn(work)
    return _rendered(request, parts, staff, _with(page, found, staff))


def _with(page: SearchPage, found: Examination, staff: Staff) -> SearchPage:
    sides = tuple(side for side in found.sides if _is_seen(side, staff))
    meanings = found.understood.meanings if found.understood else ()
    site = site_of(found.understood) if found.understood else None
    is_approved_seen = site is None or staff.may(Role.VIEWER, site)
    return replace(
        page,
        found=found,
        sides=sides,
        approved=found.approved if is_approved_seen else (),
        is_cut=len(sides) < len(found.sides) or not is_approved_seen,
        synonyms=tuple(_synonym(one, found) for one in meanings),
    )


def _synonym(meaning: Meaning, found: Examination) -> Synonym:
    return Synonym(
        "・".join(sorted(meaning.forms)),
        "、".join(dict.fromkeys("・".join(sorted(other)) for other in meaning.others)),
        meaning in found.staff_synonyms,
    )


def _is_seen(side: SideExamined, staff: Staff) -> bool:
    """Whether all that the side found is of cities that the reader may see."""
    results = side.side.results
    cities = {hit.passage.city for hit in (*results.hits, *results.rejected)}
    return all(staff.may(Role.VIEWER, city) for city in cities)


def _city_of(parts: Parts, plan: str) -> str | None:
    """The city of a plan, None for no plan. Raises InvalidError for one that is not there."""
    if not plan:
        return None
    plans = {one.id: one.city for one in parts.desk.counter.knowledge.plans}
    if plan not in plans:
        raise InvalidError(field="plan")
    return plans[plan]


def _rendered(request: Request, parts: Parts, staff: Staff, page: SearchPage) -> HTMLResponse:
    status = page.problem.status if page.problem else 200
    response = review_page(request, parts, staff, "review/lab/search.html", page, status)
    response.headers["Cache-Control"] = "no-store"
    return response
