"""Writing on: a new version of a correction, a draft edited."""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from service.accounts import Role
from service.answering.corrections.records import Body
from service.correcting import Corrected, Entered, Step, Version, allowed_steps, entered_of
from service.http.api.conversations import out_of_line
from service.http.review.corrections.bench import PATH, Bench, Number, Writing
from service.http.review.corrections.form import FormPage, sent
from service.http.review.corrections.sending import FORM_TEMPLATE, answered, with_picker

router = APIRouter(prefix=PATH + "/{correction_id}")


@router.get("/next", response_class=HTMLResponse)
async def begin_version(bench: Writing, correction_id: str, base: int = 0) -> Response:
    """A form for a new version, from the live one or from `base`; where another one is not decided
    yet it leads there.
    """

    def made() -> FormPage | str:
        held = bench.correction(correction_id, Role.REVIEWER)
        if held.open is not None:
            return f"{PATH}/{held.id}/versions/{held.open.number}"
        source = bench.version(held, base) if base else held.live or held.shown
        page = replace(_next(held), entered=_entered(source), edits=source.number)
        return with_picker(bench, page)

    return await _shown(bench, await out_of_line(made))


@router.post("/next", response_class=HTMLResponse)
async def create_version(bench: Writing, correction_id: str) -> Response:
    """Save a new version as a draft; `edits` of this form is the version it was written from."""
    form = await bench.request.form()
    held = await out_of_line(lambda: bench.correction(correction_id, Role.REVIEWER))
    sheet = sent(form, held.kind)
    page = replace(_next(held), entered=sheet.entered, edits=sheet.edits, trial=sheet.trial)

    def save(body: Body) -> str:
        base = held.version(sheet.edits)
        number = bench.parts.drafts.begin_version(
            bench.staff, held.id, body, base.number if base else None
        )
        return f"{held.id}/versions/{number}"

    return await answered(bench, page, sheet, save)


@router.get("/versions/{number}/edit", response_class=HTMLResponse)
async def edit(bench: Writing, correction_id: str, number: Number) -> Response:
    """The form of a draft; its page where it cannot be edited any more."""

    def made() -> FormPage | str:
        held = bench.correction(correction_id, Role.REVIEWER)
        version = bench.version(held, number)
        if Step.SAVE not in allowed_steps(version.state):
            return f"{PATH}/{held.id}/versions/{number}"
        page = replace(_edited(held, number), entered=_entered(version), edits=version.edits)
        return with_picker(bench, page)

    return await _shown(bench, await out_of_line(made))


@router.post("/versions/{number}/edit", response_class=HTMLResponse)
async def save(bench: Writing, correction_id: str, number: Number) -> Response:
    """Save a draft; where somebody else saved in between, show both."""
    form = await bench.request.form()

    def found() -> Corrected:
        held = bench.correction(correction_id, Role.REVIEWER)
        bench.version(held, number)
        return held

    held = await out_of_line(found)
    sheet = sent(form, held.kind)
    page = replace(
        _edited(held, number), entered=sheet.entered, edits=sheet.edits, trial=sheet.trial
    )

    def written(body: Body) -> str:
        bench.parts.drafts.save(bench.staff, held.id, number, body, sheet.edits)
        return f"{held.id}/versions/{number}"

    return await answered(bench, page, sheet, written)


def _next(held: Corrected) -> FormPage:
    address = f"{PATH}/{held.id}"
    return FormPage(
        kind=held.kind,
        city=held.city,
        cities=(held.city,),
        action=f"{address}/next",
        back=address,
        entered=Entered(),
        correction_id=held.id,
    )


def _edited(held: Corrected, number: int) -> FormPage:
    address = f"{PATH}/{held.id}/versions/{number}"
    return replace(_next(held), action=f"{address}/edit", back=address, number=number)


def _entered(version: Version) -> Entered:
    return entered_of(version.body) if version.body else Entered()


async def _shown(bench: Bench, page: FormPage | str) -> Response:
    if isinstance(page, str):
        return RedirectResponse(page, 303)
    return bench.page(FORM_TEMPLATE, page)
