"""`/review/dashboard`, and each of its tables as a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, StreamingResponse

from service.accounts import Role, Staff
from service.http.api.conversations import out_of_line
from service.http.errors import InvalidError, UnknownError
from service.http.parts import Parts, PartsOf
from service.http.review.access import HOME, allowed
from service.http.review.dashboard.chosen import (
    Wanted,
    WantedError,
    city_options,
    span_options,
    wanted,
)
from service.http.review.dashboard.csv_file import csv_lines, disposition
from service.http.review.dashboard.data_table import DataTable
from service.http.review.dashboard.naming import Names, full_day, moment_name, text
from service.http.review.dashboard.plot import Plot
from service.http.review.dashboard.plots import plots_of, share_words
from service.http.review.dashboard.tables import TABLE_NAMES, caption_of, tables_of
from service.http.review.pages import city_titles, review_page
from service.http.review.queue.choices import Option
from service.http.review.queue.query import EVERY_STATE, QueueQuery
from service.outcome import Status
from service.reporting import Naming, Overview, Period, Step

router = APIRouter(prefix=HOME, default_response_class=HTMLResponse)
Viewer = Annotated[Staff, Depends(allowed(Role.VIEWER))]
Asked = Annotated[Wanted, Depends(wanted)]


@dataclass(frozen=True, slots=True)
class DashboardPage:
    """The figures of a period, or what is wrong with it.

    spans, cities   what can be chosen
    fault_field, fault  what is wrong with what was typed; "" where nothing is
    period_name     the days in words
    facts           names and texts of the figures that stand first
    queue_address   the queue of the city chosen; `unanswered_address`: of these days, what the
                    plans were said not to tell
    groups_made     when the unanswered questions were put into groups, "" if never
    groups_waiting  those that are in no group
    """

    wanted: Wanted
    spans: Sequence[Option]
    cities: Sequence[Option]
    fault_field: str = ""
    fault: str = ""
    period_name: str = ""
    facts: Sequence[tuple[str, str]] = ()
    plots: Mapping[str, Plot] | None = None
    tables: Mapping[str, DataTable] | None = None
    queue_address: str = ""
    unanswered_address: str = ""
    groups_made: str = ""
    groups_waiting: int = 0
    is_by_step: bool = False


@router.get("/dashboard")
async def dashboard(request: Request, parts: PartsOf, staff: Viewer, asked: Asked) -> HTMLResponse:
    """The figures of the days and the city that are asked for."""
    cities, today = asked.cities(staff, parts.pages.city_names), parts.reports.today()
    options = span_options(today), city_options(staff, parts.pages.city_names)
    try:
        period = asked.period(today)
    except WantedError as error:
        page = DashboardPage(asked, *options, fault_field=error.field, fault=error.told)
        return review_page(request, parts, staff, "review/dashboard/dashboard.html", page, 422)
    naming = Naming(parts.desk.counter.knowledge)
    overview = await out_of_line(lambda: parts.reports.overview(period, cities, naming))
    tables = tables_of(overview, names_of(parts))
    made_at = overview.groups.made_at
    page = DashboardPage(
        asked,
        *options,
        period_name=period_name(period),
        facts=facts_of(overview),
        plots=plots_of(overview, tables),
        tables=tables,
        queue_address=_queue(city=asked.city),
        unanswered_address=_queue(
            city=asked.city,
            status=Status.NOT_FOUND.value,
            since=period.first.isoformat(),
            until=period.last.isoformat(),
            state=EVERY_STATE,
        ),
        groups_made=moment_name(made_at) if made_at else "",
        groups_waiting=overview.groups.waiting,
        is_by_step=overview.counts.step is not Step.DAY,
    )
    return review_page(request, parts, staff, "review/dashboard/dashboard.html", page)


@router.get("/dashboard/{table}.csv")
async def table_file(parts: PartsOf, staff: Viewer, asked: Asked, table: str) -> StreamingResponse:
    """A table as CSV; who took it along is noted."""
    if table not in TABLE_NAMES:
        raise UnknownError
    cities = asked.cities(staff, parts.pages.city_names)
    try:
        period = asked.period(parts.reports.today())
    except WantedError as error:
        raise InvalidError(error.told, error.field) from error
    naming = Naming(parts.desk.counter.knowledge)
    overview = await out_of_line(lambda: parts.reports.overview(period, cities, naming))
    found = tables_of(overview, names_of(parts))[table]
    city = asked.city or None
    await out_of_line(lambda: parts.reports.note_export(staff, table, period, city))
    days = f"{period.first:%Y%m%d}-{period.last:%Y%m%d}"
    file_name = text("dashboard.file_name", table=caption_of(table), days=days)
    return StreamingResponse(
        csv_lines(found),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": disposition(file_name, f"{table}-{days}.csv")},
    )


def _queue(**wanted: str) -> str:
    return QueueQuery(**wanted).address


def names_of(parts: Parts) -> Names:
    """The names of cities and plans that are served."""
    plans = parts.desk.counter.knowledge.plans
    return Names(city_titles(parts), {plan.id: plan.title for plan in plans})


def period_name(period: Period) -> str:
    """The days of a period in words."""
    if period.days == 1:
        return full_day(period.first)
    return text(
        "dashboard.period",
        first=full_day(period.first),
        last=full_day(period.last),
        days=period.days,
    )


def facts_of(overview: Overview) -> tuple[tuple[str, str], ...]:
    """The figures that stand first."""
    figures, waits = overview.figures, overview.figures.waits
    seconds = (
        text("dashboard.no_value")
        if waits.median is None or waits.late is None
        else text("dashboard.waits", median=f"{waits.median:,}", late=f"{waits.late:,}")
    )
    return (
        (text("dashboard.questions"), text("dashboard.count", count=f"{figures.questions:,}")),
        (text("dashboard.answered_rate"), share_words(figures.answered)),
        (text("dashboard.helpful_rate"), share_words(figures.helpful)),
        (text("dashboard.right_rate"), share_words(figures.verdict("right"))),
        (text("dashboard.waiting_time"), seconds),
        (text("dashboard.in_queue"), text("dashboard.count", count=f"{overview.queue.total:,}")),
    )
