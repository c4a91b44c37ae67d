"""What comes of the form of a correction: saved, or shown again with what is to be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from fastapi.responses import RedirectResponse, Response

from service.answering.corrections.records import Body, Correction, CorrectionKind
from service.correcting import difference
from service.correcting.entered import WITH_PASSAGES
from service.correcting.errors import EditConflictError, OpenDraftError, StepError
from service.http.api.conversations import out_of_line
from service.http.review.corrections.bench import PATH, Bench
from service.http.review.corrections.form import PICKER, FormPage, Sent, Wish, by_field
from service.http.review.corrections.trying import body_is_tried, tried
from service.http.review.picking import pick_of, picking

FORM_TEMPLATE = "form.html"


async def answered(
    bench: Bench, page: FormPage, sheet: Sent, save: Callable[[Body], str]
) -> Response:
    """Do what a form was sent for.

    page  the form as it is shown where it is not saved
    save  writes the body and gives the address, below `PATH`, to go to

    A body with faults is not saved (422), nor is one that somebody else saved, proposed or gave up
    in between or whose correction has another open version (409); what was typed is kept each time.
    """

    def done() -> tuple[FormPage, int] | str:
        shown = with_picker(bench, page, sheet.query)
        if sheet.wish is Wish.SEARCH:
            return shown, 200
        body, faults = bench.body(page.kind, sheet.entered)
        faults = (*faults, *bench.faults(page.correction_id, page.city, body))
        shown = replace(
            shown,
            faults=by_field(faults, warnings=False),
            warnings=by_field(faults, warnings=True),
        )
        if sheet.wish is Wish.TRY:
            return _tried(bench, shown, body), 200
        if shown.faults:
            return shown, 422
        try:
            return save(body)
        except EditConflictError as conflict:
            return _beside_the_other(bench, shown, body, conflict.edits), 409
        except OpenDraftError as conflict:
            return replace(shown, open_number=conflict.number), 409
        except StepError:
            return _closed(bench, shown), 409

    outcome = await out_of_line(done)
    if isinstance(outcome, str):
        return RedirectResponse(f"{PATH}/{outcome}", 303)
    shown, status = outcome
    return bench.page(FORM_TEMPLATE, shown, status)


def with_picker(bench: Bench, page: FormPage, query: str = "") -> FormPage:
    """The form with its picker, where its kind rests on passages, or with the contact now."""
    if page.kind is CorrectionKind.CONTACT:
        return replace(page, contact_now=bench.parts.contacts.of(page.city))
    if page.kind not in WITH_PASSAGES:
        return page
    counter = bench.parts.desk.counter
    return replace(page, picking=picking(counter, PICKER, page.city, page.entered.passages, query))


def offering(bench: Bench, page: FormPage, offered: Sequence[str]) -> FormPage:
    """The form with its picker and passages to tick, as those that an answer cited."""
    page = with_picker(bench, page)
    counter = bench.parts.desk.counter
    found = tuple(
        pick_of(counter, counter.passages[one])
        for one in offered
        if one in counter.passages and one not in page.entered.passages
    )
    return replace(page, picking=replace(page.picking, found=found)) if page.picking else page


def _tried(bench: Bench, page: FormPage, body: Body) -> FormPage:
    """The form with what the draft does to questions; nothing is kept."""
    parts = bench.parts
    own = Correction(page.correction_id, page.city, body)
    rows = (
        tried(
            parts.desk.counter,
            parts.presenter,
            own,
            page.trial,
            parts.settings.question_chars_max,
        )
        if body_is_tried(body)
        else ()
    )
    return replace(page, tried=rows)


def _closed(bench: Bench, page: FormPage) -> FormPage:
    """The form with the state in which its version can be written no more."""
    held = bench.parts.register.read(page.correction_id).version(page.number)
    return replace(page, closed=held.state if held else None)


def _beside_the_other(bench: Bench, page: FormPage, body: Body, edits: int) -> FormPage:
    """The form with what somebody else saved in between; sent again, it is saved over that."""
    held = bench.parts.register.read(page.correction_id)
    other = held.version(page.number)
    return replace(
        page,
        edits=edits,
        other=other,
        other_writer=other.writer if other else "",
        picks_by_id=bench.picks((other.body if other else None, body)),
        lines=difference(other.body if other else None, body),
    )
