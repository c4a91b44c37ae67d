"""`/review/reports`: a month on paper for those who decide, and the list of months."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse

from service.accounts import Role, Staff
from service.evaluation.share import Share
from service.http.api.conversations import out_of_line
from service.http.parts import PartsOf
from service.http.review.access import HOME, allowed
from service.http.review.dashboard.chosen import (
    Wanted,
    city_options,
    month_of,
    wanted,
)
from service.http.review.dashboard.data_table import Cell, DataTable, percent
from service.http.review.dashboard.naming import full_day, moment_name, status_name, text
from service.http.review.dashboard.plot import Plot
from service.http.review.dashboard.plots import plots_of
from service.http.review.dashboard.report_sentences import (
    open_matters,
    put_right_sentence,
    sentences,
)
from service.http.review.dashboard.routes import names_of
from service.http.review.dashboard.tables import tables_of
from service.http.review.pages import review_page
from service.http.review.queue.choices import Option
from service.outcome import Status
from service.reporting import Figures, MonthReport, Naming
from service.wall_clock import on_the_wall

router = APIRouter(prefix=HOME, default_response_class=HTMLResponse)
Viewer = Annotated[Staff, Depends(allowed(Role.VIEWER))]
_GROUPS_MAX = 5  # what fits beside the rest on the first page
Asked = Annotated[Wanted, Depends(wanted)]


@dataclass(frozen=True, slots=True)
class MonthsPage:
    """The months that there is a report of, the latest first; `value` is `2025-06`."""

    wanted: Wanted
    cities: Sequence[Option]
    months: Sequence[Option]


@dataclass(frozen=True, slots=True)
class ReportPage:
    """The report of a month.

    said       the month in sentences; none where nothing was asked
    is_running the month is not over: the figures are those up to now
    compared   the month beside the one before
    put_right_said, put_right  what was approved in it
    open_said  what is left to do
    """

    wanted: Wanted
    month: str
    city: str
    made: str
    is_running: bool
    said: Sequence[str]
    compared: DataTable
    plots: Mapping[str, Plot]
    put_right_said: str
    put_right: DataTable
    groups: DataTable
    open_said: Sequence[str]


@router.get("/reports")
async def months(request: Request, parts: PartsOf, staff: Viewer, asked: Asked) -> HTMLResponse:
    """Every month since the first question."""
    cities, today = asked.cities(staff, parts.pages.city_names), parts.reports.today()
    first_day = await out_of_line(lambda: parts.reports.first_day(cities))
    found = []
    day = today.replace(day=1)
    while first_day is not None and day >= first_day.replace(day=1):
        name = text("dashboard.month", year=day.year, month=day.month)
        found.append(Option(f"{day.year}-{day.month:02}", name))
        before = month_of(found[-1].value).month_before
        day = before.first
    page = MonthsPage(asked, city_options(staff, parts.pages.city_names), found)
    return review_page(request, parts, staff, "review/dashboard/months.html", page)


@router.get("/reports/{month}")
async def report(
    request: Request, parts: PartsOf, staff: Viewer, asked: Asked, month: str
) -> HTMLResponse:
    """The report of a month, to be read and to be printed."""
    cities, period = asked.cities(staff, parts.pages.city_names), month_of(month)
    naming, names = Naming(parts.desk.counter.knowledge), names_of(parts)
    found = await out_of_line(lambda: parts.reports.month(period, cities, naming))
    tables = tables_of(found.overview, names)
    page = ReportPage(
        asked,
        month=text("dashboard.month", year=period.first.year, month=period.first.month),
        city=names.city(asked.city) if asked.city else text("dashboard.all_own"),
        made=moment_name(found.overview.now),
        is_running=parts.reports.today() in period,
        said=sentences(found),
        compared=_compared(found),
        plots=plots_of(found.overview, tables),
        put_right_said=put_right_sentence(found),
        put_right=_put_right(found, names.city),
        groups=replace(tables["groups"], rows=tables["groups"].rows[:_GROUPS_MAX]),
        open_said=open_matters(found),
    )
    return review_page(request, parts, staff, "review/dashboard/report.html", page)


def _compared(report: MonthReport) -> DataTable:
    now, before = report.overview.figures, report.before
    rows: list[tuple[Cell, ...]] = [
        (text("dashboard.questions"), now.questions, before.questions),
    ]
    for status in Status:
        counts = (each.statuses.get(status.value, 0) for each in (now, before))
        rows.append((status_name(status), *counts))
    shares: dict[str, Callable[[Figures], Share]] = {
        "answered_percent": lambda each: each.answered,
        "helpful_percent": lambda each: each.helpful,
        "verdict_right_percent": lambda each: each.verdict("right"),
    }
    for name, taken in shares.items():
        rows.append((text(f"dashboard.{name}"), *(percent(taken(e).value) for e in (now, before))))
    rows.append((text("dashboard.median_ms"), now.waits.median, before.waits.median))
    rows.append((text("dashboard.late_ms"), now.waits.late, before.waits.late))
    columns = text("report.figure"), text("report.this_month"), text("report.month_before")
    return DataTable("compared", text("report.table_compared"), columns, tuple(rows))


def _put_right(report: MonthReport, city: Callable[[str | None], str]) -> DataTable:
    columns = ("day", "city", "kind", "act")
    rows = []
    for each in report.put_right:
        act = "taken_back" if each.withdraws else "new" if each.is_new else "changed"
        rows.append(
            (
                full_day(on_the_wall(each.decided_at).date()),
                city(each.city) if each.city else text("review.all_cities"),
                text(f"report.kind_{each.kind.value}"),
                text(f"report.act_{act}"),
            )
        )
    return DataTable(
        "put_right",
        text("report.table_put_right"),
        tuple(text(f"report.column_{name}") for name in columns),
        tuple(rows),
    )
