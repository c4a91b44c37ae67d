"""Reading: a correction with its history, one of its versions, two versions side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from service.accounts import Role
from service.answering.corrections.digests import Stale
from service.correcting import (
    Corrected,
    Fault,
    Line,
    Standing,
    Step,
    Version,
    Wanted,
    allowed_steps,
    attention,
    causes_of,
    difference,
)
from service.http.api.conversations import out_of_line
from service.http.review.corrections.bench import PATH, Bench, Number, Viewing
from service.http.review.picking import Pick
from service.http.review.proof.view import ProofView, proof_view

router = APIRouter(prefix=PATH + "/{correction_id}")
CORRECTION_TEMPLATE = "correction.html"
VERSION_TEMPLATE = "version.html"


@dataclass(frozen=True, slots=True)
class CorrectionPage:
    """A correction. `causes`: why it needs attention; `picks`: passages by id; `contact_now`: what
    residents of its city are led to a person by, None for the words of the page.
    """

    correction: Corrected
    causes: tuple[Stale, ...]
    picks: Mapping[str, Pick]
    may_write: bool
    may_decide: bool
    contact_now: str | None


@dataclass(frozen=True, slots=True)
class VersionPage:
    """A version.

    faults    what was found when the page was made, warnings included; only while it is open
    lines     what it changes in what answers now
    steps     what may be done with it by who looks at it
    is_own    who looks at it wrote in it, and does not decide on it
    proof     of these edits, None for none; `proof_view`: what its part of the page is given
    problem   why the last step was not possible, a word of the wording; `said` what fills it
    note      what was typed as the reason
    """

    correction: Corrected
    version: Version
    faults: tuple[Fault, ...]
    causes: tuple[Stale, ...]
    picks: Mapping[str, Pick]
    lines: tuple[Line, ...]
    steps: frozenset[Step]
    is_own: bool
    proof: Standing | None
    proof_view: ProofView | None = None
    problem: str = ""
    said: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class DifferencePage:
    """Two versions of a correction, the one read as the earlier first."""

    correction: Corrected
    one: Version
    other: Version
    lines: tuple[Line, ...]
    picks: Mapping[str, Pick]


@router.get("", response_class=HTMLResponse)
async def correction(bench: Viewing, correction_id: str) -> HTMLResponse:
    """What answers now, what is being written, and every version."""

    def made() -> CorrectionPage:
        held = bench.correction(correction_id, Role.VIEWER)
        everything = bench.parts.register.list(Wanted())
        today = bench.parts.settings.day()
        own = attention(everything, bench.parts.desk.counter.passages, today)
        return CorrectionPage(
            correction=held,
            causes=own.get(held.id, ()),
            picks=bench.picks(version.body for version in held.versions),
            may_write=bench.staff.may(Role.REVIEWER, held.city),
            may_decide=bench.staff.may(Role.APPROVER, held.city),
            contact_now=bench.parts.contacts.of(held.city),
        )

    return bench.page(CORRECTION_TEMPLATE, await out_of_line(made))


@router.get("/versions/{number}", response_class=HTMLResponse)
async def version(bench: Viewing, correction_id: str, number: Number) -> HTMLResponse:
    """One version, what it changes, and what may be done with it."""
    page = await out_of_line(lambda: version_page(bench, correction_id, number))
    return await shown(bench, page)


@router.get("/difference", response_class=HTMLResponse)
async def two_versions(
    bench: Viewing,
    correction_id: str,
    one: Annotated[int, Query()] = 0,
    other: Annotated[int, Query()] = 0,
) -> HTMLResponse:
    """What changed from one version to another; without a choice, between the newest two."""

    def made() -> DifferencePage:
        held = bench.correction(correction_id, Role.VIEWER)
        newest: Sequence[Version] = held.versions[:2]
        before = bench.version(held, one) if one else newest[-1]
        after = bench.version(held, other) if other else newest[0]
        picks = bench.picks((before.body, after.body))
        return DifferencePage(held, before, after, difference(before.body, after.body), picks)

    return bench.page("difference.html", await out_of_line(made))


def version_page(bench: Bench, correction_id: str, number: int) -> VersionPage:
    """A version as this person sees it. Raises UnknownError, ForbiddenError."""
    held = bench.correction(correction_id, Role.VIEWER)
    own = bench.version(held, number)
    body, staff = own.body, bench.staff
    is_open = own.state.is_open and body is not None
    passages, today = bench.parts.desk.counter.passages, bench.parts.settings.day()
    writes = staff.may(Role.REVIEWER, held.city)
    is_own = staff.id in (own.author_id, *own.writers)
    decides = staff.may(Role.APPROVER, held.city) and not is_own
    gives_up = is_own or staff.may(Role.ADMIN, held.city)
    may = {
        Step.SAVE: writes,
        Step.PROPOSE: writes,
        Step.WITHDRAW: writes and gives_up,
        Step.SEND_BACK: decides,
        Step.APPROVE: decides,
        Step.SUPERSEDE: False,
    }
    base = held.live if own.number != held.live_number else held.version(own.replaces)
    return VersionPage(
        correction=held,
        version=own,
        faults=bench.faults(held.id, held.city, body) if is_open and body else (),
        causes=causes_of(held.city, body, passages, today) if body else (),
        picks=bench.picks((body, base.body if base else None)),
        lines=difference(base.body if base else None, body),
        steps=frozenset(step for step in allowed_steps(own.state) if may[step]),
        is_own=is_own,
        proof=bench.parts.proofs.standing(held.id, number, own.edits) if is_open else None,
    )


async def shown(bench: Bench, page: VersionPage, status: int = 200) -> HTMLResponse:
    """The page of a version, with how its proof stands."""
    number = page.version.number
    view = await proof_view(bench.parts, bench.staff, page.correction.id, number)
    return bench.page(VERSION_TEMPLATE, replace(page, proof_view=view), status)


def with_problem(page: VersionPage, problem: str, said: str, note: str) -> VersionPage:
    """The same with why a step was not possible."""
    return replace(page, problem=problem, said=said, note=note)
