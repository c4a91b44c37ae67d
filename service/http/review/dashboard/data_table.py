"""A table of figures, for a page and for a file."""

from __future__ import annotations

from dataclasses import dataclass

from service.evaluation.share import Share

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class DataTable:
    """Rows and columns.

    name     of its file and, on a page, its id
    caption  what it tells
    columns  heads, the first over the heads of the rows
    rows     cells; float for percent, None for what there is no value of
    """

    name: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def texts(self) -> tuple[tuple[str, ...], ...]:
        """The cells as a page shows them."""
        return tuple(tuple(map(shown, row)) for row in self.rows)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The columns that hold numbers."""
        width = len(self.columns)
        return tuple(
            n for n in range(1, width) if any(isinstance(row[n], int | float) for row in self.rows)
        )


def shown(cell: Cell) -> str:
    """`1,234`, `56.7`, or a dash for what there is no value of."""
    match cell:
        case None:
            return "―"
        case int():
            return f"{cell:,}"
        case float():
            return f"{cell:.1f}"
    return cell


def percent(value: float | None) -> float | None:
    """0..1 as 0..100 with one decimal."""
    return None if value is None else round(value * 100, 1)


def share_cells(share: Share) -> tuple[Cell, ...]:
    """A share as four cells: of how many, percent, and the ends of its interval in percent."""
    low, high = share.interval or (None, None)
    return share.of, percent(share.value), percent(low), percent(high)
