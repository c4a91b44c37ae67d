"""`/review/corrections/new`: a first draft, empty or from an answer or a passage."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response

from service.accounts import Role
from service.answering.corrections.records import Body, CorrectionKind
from service.correcting import Entered
from service.correcting.entered import WITH_PASSAGES
from service.http.api.conversations import out_of_line
from service.http.errors import InvalidError
from service.http.parts import Parts
from service.http.review.access import require
from service.http.review.corrections.bench import PATH, Writing, cities_for
from service.http.review.corrections.form import FormPage, sent
from service.http.review.corrections.origin import origin_of
from service.http.review.corrections.sending import FORM_TEMPLATE, answered, offering

router = APIRouter(prefix=PATH)
ALL = "*"  # all cities, in forms


@router.get("/new", response_class=HTMLResponse)
async def begin(
    bench: Writing,
    *,
    kind: Annotated[str, Query()] = CorrectionKind.ANSWER,
    origin: Annotated[str, Query(alias="from")] = "",
    passage: Annotated[list[str] | None, Query()] = None,
    city: Annotated[str, Query()] = "",
) -> HTMLResponse:
    """An empty form, or one prefilled: `from` an answer (its question and the passages it cited),
    or with passages picked. Of an answer of a city one may not write for nothing is shown.
    """
    wanted = _kind(kind)

    def made() -> FormPage:
        came = origin_of(bench.parts.store, origin)
        own = came if came and bench.staff.may(Role.REVIEWER, came.city) else None
        passages = bench.parts.desk.counter.passages
        picked = tuple(one for one in passage or () if one in passages)
        cities = cities_for(bench.staff, wanted, _known(bench.parts))
        of_passages = next((passages[one].city for one in picked), "")
        first = (own.city if own else None) or city or of_passages
        question = own.question if own and wanted is CorrectionKind.ANSWER else ""
        page = FormPage(
            kind=wanted,
            city=first if first in cities else next(iter(cities), None),
            cities=cities,
            action=f"{PATH}/new",
            back=PATH,
            entered=Entered(
                {"forms": question} if question else {},
                picked if wanted in WITH_PASSAGES else (),
            ),
            trial=own.question if own else "",
            origin=own.message_id if own else "",
            origin_is_gone=own is not None and not own.question,
        )
        return offering(bench, page, own.cited if own else ())

    return bench.page(FORM_TEMPLATE, await out_of_line(made))


@router.post("/new", response_class=HTMLResponse)
async def create(
    bench: Writing,
) -> Response:
    """Save the first draft; or search, or try, and show the form again."""
    form = await bench.request.form()
    kind, known = _kind(form.get("kind")), _known(bench.parts)
    given = form.get("city", "")
    city = None if given == ALL else str(given)
    if city is not None and city not in known:
        raise InvalidError(f"city には {'、'.join(known)} のいずれかを指定してください。", "city")
    require(bench.staff, Role.REVIEWER, city)
    cities = cities_for(bench.staff, kind, known)
    if city not in cities:
        raise InvalidError("この種類の訂正は、市を選んで作成してください。", "city")
    sheet = sent(form, kind)
    origin = str(form.get("origin", ""))
    page = FormPage(
        kind=kind,
        city=city,
        cities=cities,
        action=f"{PATH}/new",
        back=PATH,
        entered=sheet.entered,
        trial=sheet.trial,
        origin=origin,
    )

    def save(body: Body) -> str:
        came = origin_of(bench.parts.store, origin)
        held = came.message_id if came and bench.staff.may(Role.REVIEWER, came.city) else None
        return f"{bench.parts.drafts.begin(bench.staff, city, body, held)}/versions/1"

    return await answered(bench, page, sheet, save)


def _known(parts: Parts) -> tuple[str, ...]:
    return tuple(one.id for one in parts.desk.counter.knowledge.cities)


def _kind(given: object) -> CorrectionKind:
    known = [one.value for one in CorrectionKind]
    if given not in known:
        raise InvalidError(f"kind には {'、'.join(known)} のいずれかを指定してください。", "kind")
    return CorrectionKind(given)
