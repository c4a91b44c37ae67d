"""`madoguchi build`: make the index now instead of at the first start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from service.commandline.exits import load_settings

if TYPE_CHECKING:
    from index import BuildReport


def build() -> None:
    """Build the index from the plans, or say that the one on disk is current."""
    from index import build as build_index
    from index import progress_bar
    from knowledge.knowledgebase import load_knowledge
    from service.opening import index_settings_of

    settings = load_settings()
    report = build_index(
        load_knowledge(), index_settings_of(settings), settings.artifact_folder, progress_bar
    )
    _print(report)


def _print(report: BuildReport) -> None:
    if report.reused:
        typer.echo(f"index {report.version} is current ({report.seconds:.1f} s)")
        return
    typer.echo(f"index {report.version} built in {report.seconds:.1f} s at {report.path}")
    typer.echo(f"vectors: {report.embedded} made, {report.cached} from the cache")
    for kind, count in report.counts.items():
        typer.echo(f"  {kind}: {count}")
