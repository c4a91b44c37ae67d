"""A training as it goes on, and what came of it."""

from __future__ import annotations

from types import TracebackType

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Table

from index.training import Card, Look, Step

# Share of the losses shown that comes from the steps before: single batches jump about.
_SMOOTHING = 0.95


class TrainingBar:
    """A bar on stderr with the losses, and a line for each look at the held-out forms."""

    def __init__(self, steps: int) -> None:
        self._console = Console(stderr=True)
        self._bar = Progress(
            TextColumn("学習中"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.description}"),
            console=self._console,
        )
        self._task = self._bar.add_task("", total=steps)
        self._losses: tuple[float, float] | None = None

    def __enter__(self) -> TrainingBar:
        self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._bar.stop()

    def watch(self, event: Step | Look) -> None:
        """Show one event of a training."""
        if isinstance(event, Look):
            reach = event.reach
            self._console.print(
                f"step {event.step}: held-out forms found first {reach.first:.3f}, "
                f"among three {reach.three:.3f}, among ten {reach.ten:.3f}",
                highlight=False,
            )
            return
        new = (event.pairs, event.centres)
        old = self._losses or new
        pairs, centres = (
            _SMOOTHING * before + (1 - _SMOOTHING) * now
            for before, now in zip(old, new, strict=True)
        )
        self._losses = (pairs, centres)
        self._bar.update(
            self._task,
            completed=event.number,
            description=f"loss: pairs {pairs:.3f}, centres {centres:.3f}",
        )


def print_card(card: Card) -> None:
    """The looks as a table, and how faithful the packed model is."""
    table = Table("step", "first", "among 3", "among 10")
    for look in card.looks:
        chosen = " *" if look is card.best else ""
        reach = look.reach
        figures = (reach.first, reach.three, reach.ten)
        table.add_row(f"{look.step}{chosen}", *(f"{share:.3f}" for share in figures))
    console = Console(highlight=False)
    console.print(table)
    if card.fidelity:
        console.print(
            f"8-bit against float on {card.fidelity.texts} texts: cosine "
            f"{card.fidelity.least:.4f} at least, {card.fidelity.mean:.4f} in the mean"
        )
