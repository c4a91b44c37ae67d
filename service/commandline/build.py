"""`madoguchi build`: make the index now instead of at the first start."""

from __future__ import annotations

import typer

from service.commandline.exits import load_settings


def build() -> None:
    """Build the index from the plans, or say that the one on disk is current."""
    from service.commandline.building import ensure_index  # noqa: PLC0415

    version = ensure_index(load_settings())
    typer.echo(f"index version {version}")
