"""The report of `madoguchi knowledge check`."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from knowledge.coverage import PlanCoverage


def print_coverage(found: Sequence[PlanCoverage]) -> None:
    """Print a summary of all plans, then what each leaves open."""
    console = Console(highlight=False)
    table = Table(
        "plan", "pages", "characters", "on records", "left out", "left over", "unresolved"
    )
    for cover in found:
        pages = f"{cover.pages[0]}-{cover.pages[1]}" if cover.pages else "unknown"
        verdict = "" if cover.is_complete else " [bold red]too much[/]"
        table.add_row(
            cover.plan.id,
            pages,
            f"{cover.characters:,}",
            f"{cover.on_records / cover.characters:.2%}",
            f"{sum(cover.left_out.values()) / cover.characters:.2%}",
            f"{cover.leftover_share:.2%}{verdict}",
            str(len(cover.unresolved)),
        )
    console.print(table)
    console.print(_kinds(found))
    for cover in found:
        _print_open(console, cover)


def _kinds(found: Sequence[PlanCoverage]) -> Table:
    kinds = list(dict.fromkeys(kind for cover in found for kind in cover.records))
    table = Table("records", *(cover.plan.id for cover in found))
    for kind in kinds:
        table.add_row(kind.value, *(str(cover.records.get(kind, "")) for cover in found))
    reasons = list(dict.fromkeys(reason for cover in found for reason in cover.left_out))
    table.add_section()
    for reason in reasons:
        counts = [cover.left_out.get(reason, 0) for cover in found]
        if any(counts):
            table.add_row(f"left out: {reason.value}", *(str(count or "") for count in counts))
    return table


def _print_open(console: Console, cover: PlanCoverage) -> None:
    """List what is not settled and what stands on no record, each with its line."""
    for item in cover.unresolved:
        place = f"{cover.plan.id}:{item.excerpt.line}"
        console.print(f"{place} unresolved: {escape(item.what)} 「{escape(item.excerpt.text)}」")
    for excerpt in cover.leftovers:
        console.print(f"{cover.plan.id}:{excerpt.line} left over: 「{escape(excerpt.text)}」")
