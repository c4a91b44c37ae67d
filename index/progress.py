"""How a long step tells how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as Bars

Advance = Callable[[int], None]
# Opened with a title and a total; gives a function to be told of each further piece of work.
Progress = Callable[[str, int], AbstractContextManager[Advance]]


def silent(title: str, total: int) -> AbstractContextManager[Advance]:
    """Tell nobody."""
    return nullcontext(lambda _: None)


@contextmanager
def progress_bar(title: str, total: int) -> Iterator[Advance]:
    """A bar on stderr with count, time taken and time left."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Bars(*columns, console=Console(stderr=True)) as bars:
        task = bars.add_task(title, total=total)
        yield lambda count: bars.advance(task, count)
