"""Every table of the dashboard, from the figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from service.http.review.dashboard.data_table import Cell, DataTable, percent, share_cells
from service.http.review.dashboard.naming import (
    STATUSES,
    Names,
    channel_name,
    full_day,
    kind_name,
    lang_name,
    status_name,
    step_name,
    text,
)
from service.http.review.queue.choices import CHANNELS, reason_label
from service.outcome import Reason, Status
from service.reporting import (
    BAND_DAYS,
    VERDICTS,
    CitedPlace,
    Overview,
    QuestionGroups,
    QueueAge,
    Series,
)
from service.reporting.figures import Figures


def tables_of(overview: Overview, names: Names) -> dict[str, DataTable]:
    """The tables by name, in the order of the page."""
    tables = (
        _statuses(overview.counts),
        _channels(overview.counts),
        _rates(overview.rates),
        _accuracy(overview.verdicts),
        _waits(overview.counts),
        _queue(overview.queue),
        _groups(overview.groups, names),
        _places("passages_most", overview.passages.most, names),
        _places("passages_least", overview.passages.least, names),
        _places("measures_most", overview.measures.most, names),
        _places("measures_least", overview.measures.least, names),
        _kinds_of("languages", lang_name, overview.totals.langs),
        _kinds_of("kinds", kind_name, overview.totals.kinds),
    )
    return {table.name: table for table in tables}


TABLE_NAMES = (
    "statuses",
    "channels",
    "rates",
    "accuracy",
    "waits",
    "queue",
    "groups",
    "passages_most",
    "passages_least",
    "measures_most",
    "measures_least",
    "languages",
    "kinds",
)


def band_name(index: int) -> str:
    """A band of the queue's ages."""
    if index == len(BAND_DAYS):
        return text("dashboard.band_over", days=BAND_DAYS[-1])
    return text("dashboard.band_to", days=BAND_DAYS[index])


def caption_of(name: str) -> str:
    """What a table tells."""
    return text(f"dashboard.table_{name}")


def _table(name: str, columns: Sequence[str], rows: Sequence[tuple[Cell, ...]]) -> DataTable:
    return DataTable(name, caption_of(name), tuple(columns), tuple(rows))


def _when(series: Series) -> str:
    return text(f"dashboard.step_{series.step.value}")


def _statuses(series: Series) -> DataTable:
    columns = [_when(series), text("dashboard.questions"), *map(status_name, STATUSES)]
    rows: list[tuple[Cell, ...]] = [
        (
            step_name(series.step, start),
            each.questions,
            *(each.statuses.get(status, 0) for status in STATUSES),
        )
        for start, each in series.points
    ]
    return _table("statuses", columns, rows)


def _channels(series: Series) -> DataTable:
    columns = [_when(series), text("dashboard.questions"), *map(channel_name, CHANNELS)]
    rows: list[tuple[Cell, ...]] = [
        (
            step_name(series.step, start),
            each.questions,
            *(each.channels.get(channel, 0) for channel in CHANNELS),
        )
        for start, each in series.points
    ]
    return _table("channels", columns, rows)


def _rates(series: Series) -> DataTable:
    ends = (text("dashboard.low"), text("dashboard.high"))
    columns = (
        _when(series),
        text("dashboard.to_answer"),
        text("dashboard.answered_percent"),
        *ends,
        text("dashboard.votes"),
        text("dashboard.helpful_percent"),
        *ends,
    )
    rows = [
        (step_name(series.step, start), *share_cells(each.answered), *share_cells(each.helpful))
        for start, each in series.points
    ]
    return _table("rates", columns, rows)


def _accuracy(series: Series) -> DataTable:
    columns = (
        _when(series),
        text("dashboard.judged"),
        *(
            text(f"dashboard.verdict_{verdict}_{part}")
            for verdict in VERDICTS
            for part in ("percent", "low", "high")
        ),
    )
    rows = [
        (step_name(series.step, start), sum(each.verdicts.values()), *_verdict_cells(each))
        for start, each in series.points
    ]
    return _table("accuracy", columns, rows)


def _verdict_cells(figures: Figures) -> tuple[Cell, ...]:
    return tuple(cell for verdict in VERDICTS for cell in share_cells(figures.verdict(verdict))[1:])


def _waits(series: Series) -> DataTable:
    columns = (
        _when(series),
        text("dashboard.questions"),
        text("dashboard.median_ms"),
        text("dashboard.late_ms"),
    )
    rows = [
        (step_name(series.step, start), each.questions, each.waits.median, each.waits.late)
        for start, each in series.points
    ]
    return _table("waits", columns, rows)


def _queue(queue: QueueAge) -> DataTable:
    rows = [(band_name(index), number) for index, number in enumerate(queue.bands)]
    return _table("queue", (text("dashboard.age"), text("dashboard.items")), rows)


def _groups(groups: QuestionGroups, names: Names) -> DataTable:
    columns = (
        text("dashboard.question"),
        text("dashboard.city"),
        text("dashboard.times"),
        text("dashboard.reasons"),
        text("dashboard.last_on"),
    )
    rows = [
        (
            each.name,
            names.city(each.city),
            each.questions,
            text("dashboard.comma").join(
                text("dashboard.reason_count", reason=reason_label(Reason(reason)), count=number)
                for reason, number in each.reasons.items()
            ),
            full_day(each.last_on),
        )
        for each in groups.groups
    ]
    return _table("groups", columns, rows)


def _places(name: str, places: Sequence[CitedPlace], names: Names) -> DataTable:
    columns = (
        text("dashboard.place"),
        text("dashboard.plan"),
        text("dashboard.votes"),
        text("dashboard.helpful_percent"),
        text("dashboard.low"),
        text("dashboard.high"),
        text("dashboard.place_id"),
    )
    rows = [
        (
            each.name or text("dashboard.place_gone"),
            names.plan(each.plan_id),
            *share_cells(each.helpful),
            each.id,
        )
        for each in places
    ]
    return _table(name, columns, rows)


def _kinds_of(
    name: str, called: Callable[[str], str], counted: Mapping[str, Mapping[str, int]]
) -> DataTable:
    columns = [
        text(f"dashboard.head_{name}"),
        text("dashboard.questions"),
        *map(status_name, STATUSES),
        text("dashboard.answered_share"),
    ]
    by_size = sorted(counted.items(), key=lambda item: (-sum(item[1].values()), item[0]))
    rows = []
    for code, by_status in by_size:
        asked = sum(by_status.values())
        answered = by_status.get(Status.ANSWERED, 0) / asked if asked else None
        counts = (by_status.get(status, 0) for status in STATUSES)
        rows.append((called(code), asked, *counts, percent(answered)))
    return _table(name, columns, rows)
