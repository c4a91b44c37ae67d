"""Undoing, at once: back to what answered before, or out of the answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from knowledge.errors import CorrectionError
from service.accounts import Role
from service.correcting import Corrected, Line, Version, difference
from service.correcting.errors import LiveConflictError, NoteMissingError, StepError
from service.http.api.conversations import out_of_line
from service.http.review.corrections.bench import PATH, Bench, Deciding
from service.http.review.corrections.deciding import NOTE_CHARS_MAX
from service.http.review.picking import Pick

router = APIRouter(prefix=PATH + "/{correction_id}")
_TEMPLATE = "undo.html"
_PROBLEMS: dict[type[CorrectionError], tuple[str, int]] = {
    StepError: ("nothing", 409),
    LiveConflictError: ("live", 409),
    NoteMissingError: ("note", 422),
}


@dataclass(frozen=True, slots=True)
class UndoPage:
    """What would be undone.

    takes_out    it is taken out of the answers, whatever answered before
    standing     the version approved last, None where nothing was
    back         the version that answers then, None for none
    lines        what that changes
    is_possible  there is anything to undo
    problem      why it was not possible, a word of the wording
    """

    correction: Corrected
    takes_out: bool
    standing: Version | None
    back: Version | None
    lines: tuple[Line, ...]
    picks: dict[str, Pick]
    problem: str = ""
    note: str = ""

    is_possible: bool = field(init=False)

    def __post_init__(self) -> None:
        is_out = self.standing is None or self.standing.withdraws
        object.__setattr__(self, "is_possible", not is_out or self.back is not None)


Seen = Annotated[int, Form()]
Note = Annotated[str, Form()]


@router.get("/undo", response_class=HTMLResponse)
async def ask_to_undo(bench: Deciding, correction_id: str) -> HTMLResponse:
    """What an undo would bring back."""
    return await _asked(bench, correction_id, takes_out=False)


@router.post("/undo", response_class=HTMLResponse)
async def undo(
    bench: Deciding,
    correction_id: str,
    standing: Seen,
    note: Note = "",
) -> Response:
    """Bring back what answered before."""

    def done() -> int:
        said = note[:NOTE_CHARS_MAX]
        return bench.parts.decisions.undo(bench.staff, correction_id, standing, note=said)

    return await _done(bench, correction_id, done, note, takes_out=False)


@router.get("/take-out", response_class=HTMLResponse)
async def ask_to_take_out(bench: Deciding, correction_id: str) -> HTMLResponse:
    """What would no longer answer."""
    return await _asked(bench, correction_id, takes_out=True)


@router.post("/take-out", response_class=HTMLResponse)
async def take_out(
    bench: Deciding,
    correction_id: str,
    standing: Seen,
    note: Note = "",
) -> Response:
    """Take it out of the answers."""

    def done() -> int:
        said = note[:NOTE_CHARS_MAX]
        return bench.parts.decisions.take_out(bench.staff, correction_id, standing, note=said)

    return await _done(bench, correction_id, done, note, takes_out=True)


async def _asked(bench: Bench, correction_id: str, *, takes_out: bool) -> HTMLResponse:
    page = await out_of_line(lambda: _page(bench, correction_id, takes_out=takes_out))
    return bench.page(_TEMPLATE, page)


async def _done(
    bench: Bench, correction_id: str, done: Callable[[], int], note: str, *, takes_out: bool
) -> Response:
    def outcome() -> tuple[UndoPage, int] | None:
        bench.correction(correction_id, Role.APPROVER)
        try:
            done()
        except CorrectionError as error:
            problem, status = _PROBLEMS[type(error)]
            page = _page(bench, correction_id, takes_out=takes_out, problem=problem, note=note)
            return page, status
        return None

    failed = await out_of_line(outcome)
    if failed is None:
        bench.parts.correcting_live.look_now()
        return RedirectResponse(f"{PATH}/{correction_id}", 303)
    page, status = failed
    return bench.page(_TEMPLATE, page, status)


def _page(
    bench: Bench, correction_id: str, *, takes_out: bool, problem: str = "", note: str = ""
) -> UndoPage:
    held = bench.correction(correction_id, Role.APPROVER)
    standing = held.standing
    back = held.version(standing.replaces) if standing and not takes_out else None
    before, after = standing.body if standing else None, back.body if back else None
    return UndoPage(
        correction=held,
        takes_out=takes_out,
        standing=standing,
        back=back,
        lines=difference(before, after),
        picks=bench.picks((before, after)),
        problem=problem,
        note=note,
    )
