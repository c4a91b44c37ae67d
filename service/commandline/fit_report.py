"""What was fitted, as tables."""

from __future__ import annotations

from rich.console import Console
from rich.table import Table

from service.evaluation.fitting import Fit
from service.evaluation.ranking import RankingFit

_FIGURES = ("area", "area_held_out", "refused", "abstained", "abstained_held_out")


def print_ranking(found: RankingFit) -> None:
    """The weights, and how often the right place stands first on folds not seen."""
    console = Console(highlight=False)
    table = Table("weight", "fitted")
    for name, weight in found.weights.items():
        table.add_row(name, f"{weight:.2f}")
    console.print(table)
    shares = Table(f"of {found.questions} held-out forms", "first", "among 3")
    shares.add_row("the right place", f"{found.first:.3f}", f"{found.three:.3f}")
    shares.add_row("the right entry", f"{found.entry_first:.3f}", f"{found.entry_three:.3f}")
    console.print(shares)


def print_confidence(found: Fit) -> None:
    """How far the confidence holds, its reliability, and the weights for the answering settings."""
    console = Console(highlight=False)
    table = Table("figure", "value")
    for name in _FIGURES:
        table.add_row(name, f"{getattr(found, name):.3f}")
    console.print(table)
    bins = Table("promised", "questions", "mean promised", "came true")
    for row in found.reliability:
        span = f"{row.low:.1f}-{row.high:.1f}"
        bins.add_row(span, str(row.questions), f"{row.promised:.3f}", f"{row.came_true:.3f}")
    console.print(bins)
    weights = ", ".join(f"{weight:.2f}" for weight in found.logistic.weights)
    console.print(f"Logistic({found.logistic.bias:.2f}, ({weights}))")
