"""Figures of answers as tables and as JSON; the report has the rest."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import typer
from rich.console import Console
from rich.table import Table

from service.evaluation.confusion import Confusion
from service.evaluation.curve import CurvePoint
from service.evaluation.evaluated import Evaluated
from service.evaluation.share import Share

_CURVES = ("correct", "refused", "abstained", "wrong")
_THRESHOLDS_SHOWN = (0.0, 0.2, 0.4, 0.5, 0.6, 0.8, 1.0)


def print_json(sets: Sequence[Evaluated]) -> None:
    """One JSON object: what is known of all questions, and the same of each file under `files`.

    A figure that applies to nothing is null.
    """
    told = _plain(sets[-1])
    typer.echo(json.dumps({**told, "files": {one.name: _plain(one) for one in sets}}))


def _plain(one: Evaluated) -> dict[str, Any]:
    shares = one.figures.shares
    return {
        **asdict(one.figures),
        **{name: found.value for name, found in shares.items()},
        "intervals": {name: found.interval for name, found in shares.items()},
        "types": [asdict(row) for row in one.types],
        "outcomes": _nested(one.outcomes),
        "understood": _nested(one.understood),
        "curve": [_point(point) for point in one.curve],
        "calibration": asdict(one.calibration),
        "steps": [asdict(step) for step in one.steps],
    }


def _point(point: CurvePoint) -> dict[str, Any]:
    shares = {name: getattr(point, name) for name in _CURVES}
    return {
        "threshold": point.threshold,
        **{name: found.value for name, found in shares.items()},
        "intervals": {name: found.interval for name, found in shares.items()},
    }


def _nested(table: Confusion) -> dict[str, dict[str, int]]:
    return {
        kind: {name: n for name, n in zip(table.columns, counts, strict=True) if n}
        for kind, counts in table.lines
    }


def print_answers(sets: Sequence[Evaluated]) -> None:
    """The figures of each file with their intervals; then of all together: outcomes by type, what
    went wrong, other thresholds and where the time goes.
    """
    console = Console(highlight=False)
    console.print(_figures(sets))
    whole = sets[-1]
    console.print(_types(whole))
    console.print(_outcomes(whole.outcomes))
    if whole.curve:
        console.print(_curve(whole))
        console.print(_steps(whole))


def _figures(sets: Sequence[Evaluated]) -> Table:
    table = Table("figure", caption="in brackets: 95 % intervals")
    for one in sets:
        table.add_column(one.name, overflow="fold")
    first = sets[0].figures
    table.add_row("questions", *(str(one.figures.questions) for one in sets))
    for name in first.shares:
        found = (one.figures.shares[name] for one in sets)
        table.add_row(name.replace("_at_", "@"), *map(_with_interval, found))
    for name in ("ms_p50", "ms_p95"):
        times = (getattr(one.figures, name) for one in sets)
        table.add_row(name, *("n/a" if time is None else f"{time:.1f}" for time in times))
    return table


def _types(one: Evaluated) -> Table:
    table = Table("type", "n", "right", "wrong", "abstained", title=one.name)
    for row in one.types:
        table.add_row(row.kind, *map(str, (row.questions, row.right, row.wrong, row.abstained)))
    return table


def _outcomes(found: Confusion) -> Table:
    table = Table("what came of it", "n", "of type")
    for at, column in enumerate(found.columns):
        of = {kind: counts[at] for kind, counts in found.lines if counts[at]}
        kinds = ", ".join(f"{kind} {n}" for kind, n in sorted(of.items(), key=lambda x: -x[1]))
        table.add_row(column, str(sum(of.values())), kinds)
    return table


def _curve(one: Evaluated) -> Table:
    table = Table("threshold", *_CURVES)
    for point in one.curve:
        if point.threshold in _THRESHOLDS_SHOWN:
            shares = (_with_interval(getattr(point, name)) for name in _CURVES)
            table.add_row(f"{point.threshold:.2f}", *shares)
    return table


def _steps(one: Evaluated) -> Table:
    table = Table("step", "questions", "mean ms", "p50 ms", "p95 ms")
    for row in one.steps:
        times = (f"{time:.2f}" for time in (row.mean, row.p50, row.p95))
        table.add_row(row.step, str(row.questions), *times)
    return table


def _with_interval(found: Share) -> str:
    if found.value is None or found.interval is None:
        return "n/a"
    low, high = found.interval
    return f"{found.value:.3f} ({_short(low)}-{_short(high)})"


def _short(bound: float) -> str:
    """.07, .93, 1.0: a bracket that fits under its figure where many files stand side by side."""
    return "1.0" if bound >= 0.995 else f"{bound:.2f}"[1:]
