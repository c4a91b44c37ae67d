"""Figures as tables and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

import typer
from rich.console import Console
from rich.table import Table

from service.evaluation import Figures, TypeRow
from service.evaluation.speed import Speed


def figures_json(found: Figures) -> str:
    """One JSON object; a figure that applies to nothing is null."""
    return json.dumps(asdict(found))


def print_figures(found: Figures, kinds: Sequence[TypeRow]) -> None:
    """The figures, then the outcomes by type of question."""
    console = Console(highlight=False)
    table = Table("figure", "value")
    for name, value in asdict(found).items():
        table.add_row(name.replace("_at_", "@"), _shown(value))
    console.print(table)
    by_kind = Table("type", "n", "right", "wrong", "abstained")
    for row in kinds:
        counts = (row.questions, row.right, row.wrong, row.abstained)
        by_kind.add_row(row.kind, *map(str, counts))
    console.print(by_kind)


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


def _shown(value: object) -> str:
    if value is None:
        return "n/a"
    return f"{value:.3f}" if isinstance(value, float) else str(value)
