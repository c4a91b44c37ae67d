"""`madoguchi search`: the ranked passages behind an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from service.commandline.ask import AsJson, City
from service.commandline.exits import Exit, load_settings
from service.commandline.opening import known_city, open_quietly

if TYPE_CHECKING:
    from index.results import ResultSet


def search(
    q: Annotated[str, typer.Argument(help="What to look for.")],
    city: City = None,
    k: Annotated[int, typer.Option("-k", min=1, max=100, help="How many passages.")] = 10,
    why: Annotated[
        bool, typer.Option("--why", help="Add the arithmetic of each score and what lost.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Search the plans and print ranked passages. Exits with 1 when nothing is found."""
    counter = open_quietly(load_settings())
    results = counter.search(q, known_city(counter.knowledge, city), k)
    if as_json:
        from service.http.api.schemas.search import SearchReply

        typer.echo(SearchReply.of(results, k).model_dump_json(indent=2))
    else:
        _print(results, k, why)
    if not results.hits:
        raise typer.Exit(Exit.NEGATIVE)


def _print(results: ResultSet, k: int, why: bool) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console(highlight=False)
    table = Table("#", "score", "plan", "p.", "kind", "passage", show_lines=why)
    ranked = [(str(rank), hit) for rank, hit in enumerate(results.hits[:k], start=1)]
    lost = [("-", hit) for hit in results.rejected[:k]] if why else []
    for rank, hit in ranked + lost:
        passage = hit.passage
        cell = f"[bold]{escape(passage.title)}[/] {escape(_short(passage.shown))}"
        if why:
            cell += f"\n[dim]{escape(hit.arithmetic())}[/]"
            cell += f"\n[dim]form: {escape(hit.best_form)}[/]" if hit.best_form else ""
            cell += f"\nrejected: {escape(hit.rejected)}" if hit.rejected else ""
        page = "" if passage.page is None else str(passage.page)
        table.add_row(rank, f"{hit.score:.3f}", passage.plan_id, page, passage.kind.value, cell)
    console.print(table)
    steps = "  ".join(f"{name} {spent:.1f} ms" for name, spent in results.milliseconds.items())
    console.print(f"[dim]{steps}  index {results.index_version}[/]")


def _short(text: str, most: int = 120) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"
