"""Figures as tables and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

import typer
from rich.console import Console
from rich.table import Table

from index.evaluation import RetrievalReport
from service.evaluation.ablations import Ablation, Elsewhere
from service.evaluation.speed import Speed
from service.evaluation.staff_pages import PageTimes


def print_speed(found: Speed, as_json: bool) -> None:
    """Times and memory, then the mean of each step."""
    if as_json:
        typer.echo(json.dumps(asdict(found)))
        return
    console = Console(highlight=False)
    table = Table("figure", "value")
    for name, value in asdict(found).items():
        if not isinstance(value, dict):
            table.add_row(name, _shown(value))
    console.print(table)
    steps = Table("step", "mean ms")
    for name, spent in found.steps.items():
        steps.add_row(name, f"{spent:.2f}")
    console.print(steps)


def print_pages(found: Sequence[PageTimes], as_json: bool) -> None:
    """A row each."""
    if as_json:
        typer.echo(json.dumps([asdict(one) for one in found]))
        return
    table = Table("page", "ms p50", "ms p95", "ms max", "kB")
    for one in found:
        table.add_row(
            one.page, *(f"{ms:.0f}" for ms in (one.ms_p50, one.ms_p95, one.ms_max, one.kb))
        )
    Console(highlight=False).print(table)


def print_ablations(own: Sequence[Ablation], foreign: Sequence[Elsewhere]) -> None:
    """One table: what the questions and the foreign collection find first, part by part."""
    table = Table("models", "entries", "legs", "first", "among 3")
    for row in own:
        forms = "with forms" if row.forms else "without forms"
        table.add_row(row.models, forms, row.legs, _shown(row.first), _shown(row.three))
    for one in foreign:
        for legs, first in one.figures.items():
            table.add_row(one.models, "foreign collection", legs, _shown(first), "")
    Console(highlight=False).print(table)


def print_retrieval(report: RetrievalReport, as_json: bool) -> None:
    """Measures by leg, a row each."""
    figures = {leg: dict(own) for leg, own in report.figures.items()}
    if as_json:
        shares = {"documents": report.documents, "questions": report.questions}
        typer.echo(json.dumps({**shares, "figures": figures, "seconds": report.seconds}))
        return
    console = Console(highlight=False)
    measures = list(next(iter(figures.values())))
    table = Table("leg", *measures)
    for leg, own in figures.items():
        table.add_row(leg, *(f"{own[name]:.3f}" for name in measures))
    console.print(table)
    asked = f"{report.questions} questions, {report.documents} documents"
    console.print(f"[dim]{asked}, {report.seconds:.1f} s[/]")


def _shown(value: object) -> str:
    if value is None:
        return "n/a"
    return f"{value:.3f}" if isinstance(value, float) else str(value)
