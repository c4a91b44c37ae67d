"""Every plot of the dashboard, with its main point in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from service.evaluation.share import Share
from service.http.review.dashboard.data_table import DataTable, percent
from service.http.review.dashboard.drawing import number_line, scale_top, share_line, stacked
from service.http.review.dashboard.naming import (
    STATUSES,
    channel_name,
    status_name,
    step_label,
    text,
)
from service.http.review.dashboard.plot import Plot
from service.http.review.dashboard.tables import band_name
from service.http.review.queue.choices import CHANNELS
from service.reporting import VERDICTS, Figures, Overview, Series

_PERCENT = ("100％", "50％", "0％")


def plots_of(overview: Overview, tables: Mapping[str, DataTable]) -> dict[str, Plot]:
    """The plots by name; each stands over the table of its name."""
    plots = (
        _counts(overview, tables["statuses"], STATUSES, status_name, lambda one: one.statuses),
        _counts(overview, tables["channels"], CHANNELS, channel_name, lambda one: one.channels),
        _rates(overview, tables["rates"]),
        _accuracy(overview, tables["accuracy"]),
        _waits(overview, tables["waits"]),
        _queue(overview, tables["queue"]),
    )
    return {plot.name: plot for plot in plots}


def share_words(share: Share) -> str:
    """`73.1％（120件中、95％信頼区間 64.5～80.3％）`, or that there is nothing to count."""
    if share.value is None or share.interval is None:
        return text("dashboard.no_value")
    low, high = share.interval
    return text(
        "dashboard.share",
        value=f"{percent(share.value):.1f}",
        of=f"{share.of:,}",
        low=f"{percent(low):.1f}",
        high=f"{percent(high):.1f}",
    )


def share_said(share: Share, said: str, none: str) -> str:
    """A sentence with a share: the text `said`, or `none` where there is nothing to count."""
    return text(said, share=share_words(share)) if share.of else text(none)


def _counts(
    overview: Overview,
    table: DataTable,
    codes: Sequence[str],
    called: Callable[[str], str],
    counted: Callable[[Figures], Mapping[str, int]],
) -> Plot:
    series = overview.counts
    columns = [[counted(each).get(code, 0) for code in codes] for _, each in series.points]
    top = scale_top(max((sum(column) for column in columns), default=0))
    total = overview.figures
    return Plot(
        name=table.name,
        title=table.caption,
        description=_counts_said(series, total, codes, called, counted(total)),
        unit=text("dashboard.unit_questions"),
        ys=_scale(top),
        xs=_ends(series),
        keys=tuple(map(called, codes)),
        table=table,
        bars=stacked(columns, top),
    )


def _counts_said(
    series: Series,
    total: Figures,
    codes: Sequence[str],
    called: Callable[[str], str],
    counted: Mapping[str, int],
) -> str:
    if not total.questions:
        return text("dashboard.said_nothing")
    start, busiest = max(series.points, key=lambda point: point[1].questions)
    parts = text("dashboard.comma").join(
        text(
            "dashboard.said_part",
            name=called(code),
            count=f"{counted.get(code, 0):,}",
            share=f"{counted.get(code, 0) / total.questions * 100:.1f}",
        )
        for code in codes
    )
    return text(
        "dashboard.said_counts",
        total=f"{total.questions:,}",
        parts=parts,
        when=step_label(series.step, start),
        count=f"{busiest.questions:,}",
    )


def _rates(overview: Overview, table: DataTable) -> Plot:
    points, total = [each for _, each in overview.rates.points], overview.figures
    return Plot(
        name="rates",
        title=table.caption,
        description=share_said(
            total.answered, "dashboard.said_answered", "dashboard.said_answered_none"
        )
        + share_said(total.helpful, "dashboard.said_helpful", "dashboard.said_helpful_none"),
        unit=text("dashboard.unit_percent"),
        ys=_PERCENT,
        xs=_ends(overview.rates),
        keys=(text("dashboard.answered_rate"), text("dashboard.helpful_rate")),
        table=table,
        lines=(
            share_line(0, [each.answered for each in points]),
            share_line(1, [each.helpful for each in points]),
        ),
    )


def _accuracy(overview: Overview, table: DataTable) -> Plot:
    points = [each for _, each in overview.verdicts.points]
    total = overview.figures
    judged = sum(total.verdicts.values())
    said = (
        text(
            "dashboard.said_accuracy",
            judged=f"{judged:,}",
            right=share_words(total.verdict("right")),
            wrong=share_words(total.verdict("wrong")),
        )
        if judged
        else text("dashboard.said_accuracy_none")
    )
    return Plot(
        name="accuracy",
        title=table.caption,
        description=said,
        unit=text("dashboard.unit_percent"),
        ys=_PERCENT,
        xs=_ends(overview.verdicts),
        keys=tuple(text(f"dashboard.verdict_{verdict}") for verdict in VERDICTS),
        table=table,
        lines=tuple(
            share_line(index, [each.verdict(verdict) for each in points])
            for index, verdict in enumerate(VERDICTS)
        ),
    )


def _waits(overview: Overview, table: DataTable) -> Plot:
    points = [each.waits for _, each in overview.counts.points]
    top = scale_top(max((each.late or 0 for each in points), default=0))
    total = overview.figures.waits
    said = (
        text("dashboard.said_nothing")
        if total.median is None or total.late is None
        else text("dashboard.said_waits", median=f"{total.median:,}", late=f"{total.late:,}")
    )
    return Plot(
        name="waits",
        title=table.caption,
        description=said,
        unit=text("dashboard.unit_ms"),
        ys=_scale(top),
        xs=_ends(overview.counts),
        keys=(text("dashboard.median_ms"), text("dashboard.late_ms")),
        table=table,
        lines=(
            number_line(0, [each.median for each in points], top),
            number_line(1, [each.late for each in points], top),
        ),
    )


def _queue(overview: Overview, table: DataTable) -> Plot:
    queue = overview.queue
    top = scale_top(max(queue.bands))
    said = (
        text(
            "dashboard.said_queue",
            total=f"{queue.total:,}",
            days=f"{queue.oldest_days(overview.now):,}",
        )
        if queue.total
        else text("dashboard.said_queue_empty")
    )
    return Plot(
        name="queue",
        title=table.caption,
        description=said,
        unit=text("dashboard.unit_items"),
        ys=_scale(top),
        xs=tuple(map(band_name, range(len(queue.bands)))),
        keys=(),
        table=table,
        bars=stacked([[number] for number in queue.bands], top),
    )


def _scale(top: int) -> tuple[str, ...]:
    return f"{top:,}", f"{top // 2:,}", "0"


def _ends(series: Series) -> tuple[str, ...]:
    """The first, the middle and the last step, fewer where there are fewer."""
    starts: list[date] = [start for start, _ in series.points]
    chosen = starts if len(starts) < 3 else [starts[0], starts[len(starts) // 2], starts[-1]]
    return tuple(step_label(series.step, start) for start in chosen)
