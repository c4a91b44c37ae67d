"""Steps on a version: proposed, given up, sent back, approved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic import BaseModel, Field

from knowledge.errors import CorrectionError
from service.accounts import Role, Staff
from service.correcting import Step
from service.correcting.errors import (
    EditConflictError,
    LiveConflictError,
    NoteMissingError,
    OwnWorkError,
    SecondLookError,
    StepError,
    UnprovenError,
)
from service.http.api.conversations import out_of_line
from service.http.errors import ForbiddenError
from service.http.review.corrections.bench import PATH, Bench, Deciding, Number, Writing
from service.http.review.corrections.showing import (
    VersionPage,
    shown,
    version_page,
    with_problem,
)

router = APIRouter(prefix=PATH + "/{correction_id}/versions/{number}")
NOTE_CHARS_MAX = 500
Edits = Annotated[int, Form(ge=0, le=10_000_000)]
Note = Annotated[str, Form()]

_LEAST = {
    Step.PROPOSE: Role.REVIEWER,
    Step.WITHDRAW: Role.REVIEWER,
    Step.SEND_BACK: Role.APPROVER,
    Step.APPROVE: Role.APPROVER,
}
# What a page says, and with which status, where a step was not possible.
_PROBLEMS: dict[type[CorrectionError], tuple[str, int]] = {
    StepError: ("step", 409),
    EditConflictError: ("edits", 409),
    LiveConflictError: ("live", 409),
    OwnWorkError: ("own", 403),
    UnprovenError: ("unproven", 409),
    SecondLookError: ("second_look", 422),
    NoteMissingError: ("note", 422),
}


class Approval(BaseModel):
    """The form. `live`: the version that answered when it was read, "" for none."""

    edits: int = Field(ge=0, le=10_000_000)
    live: str = Field("", max_length=9)
    looked_twice: str = ""
    note: str = ""


@router.post("/propose", response_class=HTMLResponse)
async def propose(
    bench: Writing,
    correction_id: str,
    number: Number,
    edits: Edits,
) -> Response:
    """Hand a draft over for decision; one with faults stays a draft."""

    def done() -> None:
        bench.parts.drafts.propose(bench.staff, correction_id, number, edits)

    return await _taken(bench, (correction_id, number), Step.PROPOSE, done)


@router.post("/withdraw", response_class=HTMLResponse)
async def withdraw(
    bench: Writing,
    correction_id: str,
    number: Number,
    edits: Edits,
) -> Response:
    """Give up a version that one wrote."""

    def done() -> None:
        bench.parts.drafts.withdraw(bench.staff, correction_id, number, edits)

    return await _taken(bench, (correction_id, number), Step.WITHDRAW, done)


@router.post("/send-back", response_class=HTMLResponse)
async def send_back(
    bench: Deciding,
    correction_id: str,
    number: Number,
    edits: Edits,
    note: Note = "",
) -> Response:
    """Give a proposal back, with a reason."""

    def done() -> None:
        bench.parts.decisions.send_back(
            bench.staff, correction_id, number, edits, note=note[:NOTE_CHARS_MAX]
        )

    return await _taken(bench, (correction_id, number), Step.SEND_BACK, done, note)


@router.post("/approve", response_class=HTMLResponse)
async def approve(
    bench: Deciding,
    correction_id: str,
    number: Number,
    form: Annotated[Approval, Form()],
) -> Response:
    """Let a proposal answer from now on."""

    def done() -> None:
        bench.parts.decisions.approve(
            bench.staff,
            correction_id,
            number,
            form.edits,
            live=int(form.live) if form.live.isdecimal() else None,
            looked_twice=bool(form.looked_twice),
            note=form.note[:NOTE_CHARS_MAX],
        )

    return await _taken(bench, (correction_id, number), Step.APPROVE, done, form.note)


async def _taken(
    bench: Bench,
    which: tuple[str, int],
    step: Step,
    done: Callable[[], None],
    note: str = "",
) -> Response:
    """Take a step and go to the version's page; or show it with why that was not possible."""
    correction_id, number = which

    def outcome() -> tuple[VersionPage, int] | None:
        bench.correction(correction_id, _LEAST[step])
        page = version_page(bench, correction_id, number)
        if step is Step.WITHDRAW and not _gives_up(bench.staff, page):
            raise ForbiddenError()
        faults = [fault for fault in page.faults if not fault.is_warning]
        if step in (Step.PROPOSE, Step.APPROVE) and faults:
            return with_problem(page, "faults", str(len(faults)), note), 422
        try:
            done()
        except CorrectionError as error:
            problem, status = _PROBLEMS[type(error)]
            said = str(error.worse) if isinstance(error, SecondLookError) else ""
            fresh = version_page(bench, correction_id, number)
            return with_problem(fresh, problem, said, note), status
        return None

    failed = await out_of_line(outcome)
    if failed is None:
        if step is Step.APPROVE:
            bench.parts.correcting_live.look_now()
        return RedirectResponse(f"{PATH}/{correction_id}/versions/{number}", 303)
    page, status = failed
    return await shown(bench, page, status)


def _gives_up(staff: Staff, page: VersionPage) -> bool:
    return page.is_own or staff.may(Role.ADMIN, page.correction.city)
