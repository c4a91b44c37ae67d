"""`madoguchi settings`: what can be set, and what is set now."""

from __future__ import annotations

from typing import Annotated

import typer

from service.commandline.exits import load_settings


def settings(
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Print the table as the README shows it.")
    ] = False,
) -> None:
    """Print every setting: environment variable, unit, default, meaning, and its value now."""
    from service.settings_docs import documented

    if markdown:
        typer.echo("| variable | unit | default | meaning |\n| --- | --- | --- | --- |")
        for doc in documented():
            default = f"`{doc.default}`"
            typer.echo(f"| `{doc.variable}` | {doc.unit} | {default} | {doc.meaning} |")
        return

    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    now = load_settings()
    table = Table("variable", "unit", "default", "now", "meaning")
    for doc in documented():
        table.add_row(
            doc.variable,
            doc.unit,
            escape(doc.default),
            ""
            if doc.field not in now.model_fields_set
            else escape(doc.shown(getattr(now, doc.field))),
            escape(doc.meaning),
        )
    Console(highlight=False).print(table)
