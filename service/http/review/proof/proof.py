"""`/review/corrections/{correction_id}/versions/{number}/proof`: begin a proof, and watch it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from service.accounts import Role, Staff
from service.correcting.errors import StepError, UnknownCorrectionError
from service.http.api.conversations import out_of_line
from service.http.errors import UnknownError
from service.http.pages.fragment import wants_fragment
from service.http.parts import Parts, PartsOf
from service.http.review.access import allowed, require
from service.http.review.corrections.bench import Number
from service.http.review.pages import review_page
from service.http.review.proof.view import ProofView, proof_view

router = APIRouter(
    prefix="/review/corrections/{correction_id}/versions/{number}/proof",
    default_response_class=HTMLResponse,
)


@dataclass(frozen=True, slots=True)
class ProofPage:
    """The proof by itself."""

    proof_view: ProofView


@router.get("")
async def proof_page(
    request: Request,
    parts: PartsOf,
    staff: Annotated[Staff, Depends(allowed(Role.VIEWER))],
    correction_id: str,
    number: Number,
) -> Response:
    """How the newest proof stands; for the script (`Madoguchi-Fragment`) that part alone."""
    await _checked(parts, staff, Role.VIEWER, correction_id, number)
    is_fragment = wants_fragment(request)
    view = await proof_view(parts, staff, correction_id, number, is_fragment=is_fragment)
    template = "review/proof/state.html" if is_fragment else "review/proof/page.html"
    response = review_page(request, parts, staff, template, ProofPage(view))
    response.headers["Cache-Control"] = "no-store"
    return response


@router.post("")
async def start_proof(
    parts: PartsOf,
    staff: Annotated[Staff, Depends(allowed(Role.APPROVER))],
    correction_id: str,
    number: Number,
) -> RedirectResponse:
    """Put the version in line; then back to its page, which tells of one that is decided."""
    await _checked(parts, staff, Role.APPROVER, correction_id, number)
    with suppress(StepError):
        await out_of_line(lambda: parts.proofs.start(correction_id, number, staff))
    address = f"/review/corrections/{correction_id}/versions/{number}#proof"
    return RedirectResponse(address, 303)


async def _checked(parts: Parts, staff: Staff, role: Role, correction_id: str, number: int) -> None:
    try:
        city = await out_of_line(lambda: parts.proofs.city(correction_id, number))
    except UnknownCorrectionError as error:
        raise UnknownError from error
    require(staff, role, city)
