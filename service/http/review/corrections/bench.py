"""What every page of corrections works with: who asks, what they may see, and what holds it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Path
from fastapi.responses import HTMLResponse
from starlette.requests import Request

from service.accounts import Role, Staff
from service.answering.corrections.records import Body, CorrectionKind
from service.correcting import (
    Check,
    Corrected,
    Fault,
    Grounds,
    Version,
    Wanted,
    body_of,
    shared,
)
from service.correcting.entered import Entered, entered_of
from service.correcting.errors import UnknownCorrectionError
from service.http.errors import UnknownError
from service.http.parts import Parts, PartsOf
from service.http.review.access import allowed, require
from service.http.review.pages import review_page
from service.http.review.picking import Pick, pick_of

PATH = "/review/corrections"
# Kinds that may hold for all cities at once; the others stand on a passage of one.
FOR_ALL_CITIES = frozenset({CorrectionKind.SYNONYM, CorrectionKind.REFUSAL, CorrectionKind.CONTACT})

Number = Annotated[int, Path(ge=1, le=100_000)]


@dataclass(frozen=True, slots=True)
class Bench:
    """One request for a page of corrections. Its work waits for the store: call it in a thread."""

    request: Request
    parts: Parts
    staff: Staff

    def page(self, template: str, page: object, status: int = 200) -> HTMLResponse:
        """A page of staff from a template below `review/corrections/`."""
        name = f"review/corrections/{template}"
        return review_page(self.request, self.parts, self.staff, name, page, status)

    def correction(self, correction_id: str, role: Role) -> Corrected:
        """A correction that this person may see in a role. Raises UnknownError, ForbiddenError."""
        try:
            found = self.parts.register.read(correction_id)
        except UnknownCorrectionError as error:
            raise UnknownError() from error
        require(self.staff, role, found.city)
        return found

    def version(self, correction: Corrected, number: int) -> Version:
        """One of its versions. Raises UnknownError."""
        found = correction.version(number)
        if found is None:
            raise UnknownError()
        return found

    def grounds(self) -> Grounds:
        """What bodies are held against. Raises NotReadyError while the counter is not open."""
        counter = self.parts.desk.counter
        return Grounds(counter.knowledge, counter.passages)

    def body(self, kind: CorrectionKind, entered: Entered) -> tuple[Body, tuple[Fault, ...]]:
        """What was typed, as a body."""
        return body_of(kind, entered, self.grounds().rests_on)

    def faults(self, correction_id: str, city: str | None, body: Body) -> tuple[Fault, ...]:
        """All that is wrong with a body, or worth a look, by itself and beside the others.

        correction_id  its own, "" for a new one
        """
        own = Check(self.grounds(), self.parts.settings.day()).faults(city, body)
        others = self.parts.register.list(Wanted())
        return (*own, *shared(correction_id, city, body, others))

    def picks(self, bodies: Iterable[Body | None]) -> dict[str, Pick]:
        """The passages that bodies name, by id, as far as they are in today's index."""
        counter = self.parts.desk.counter
        ids = dict.fromkeys(one for body in bodies if body for one in entered_of(body).passages)
        return {
            one: pick_of(counter, counter.passages[one]) for one in ids if one in counter.passages
        }


def _viewing(
    request: Request, parts: PartsOf, staff: Annotated[Staff, Depends(allowed(Role.VIEWER))]
) -> Bench:
    return Bench(request, parts, staff)


def _writing(
    request: Request, parts: PartsOf, staff: Annotated[Staff, Depends(allowed(Role.REVIEWER))]
) -> Bench:
    return Bench(request, parts, staff)


def _deciding(
    request: Request, parts: PartsOf, staff: Annotated[Staff, Depends(allowed(Role.APPROVER))]
) -> Bench:
    return Bench(request, parts, staff)


# What a route takes, by the least role that it is for.
Viewing = Annotated[Bench, Depends(_viewing)]
Writing = Annotated[Bench, Depends(_writing)]
Deciding = Annotated[Bench, Depends(_deciding)]


def cities_for(staff: Staff, kind: CorrectionKind, known: Iterable[str]) -> tuple[str | None, ...]:
    """The cities for which somebody may write a kind; None for all cities at once."""
    own = staff.cities(Role.REVIEWER)
    named = tuple(one for one in known if own is None or one in own)
    return (None, *named) if own is None and kind in FOR_ALL_CITIES else named
