"""The commands. Heavy imports stand inside the commands, so that `--help` is quick."""

from __future__ import annotations

import sys

import typer

from knowledge.errors import MadoguchiError
from service.commandline.ask import ask
from service.commandline.build import build
from service.commandline.evaluate import evaluate
from service.commandline.exits import Exit
from service.commandline.fit import fit
from service.commandline.keeping import backup, restore
from service.commandline.knowledge import knowledge
from service.commandline.model import model
from service.commandline.search import search
from service.commandline.serve import serve
from service.commandline.settings import settings
from service.commandline.user import user

app = typer.Typer(
    name="madoguchi",
    help="Answers about city plans, with the place that says so.\n\n"
    "Exit codes: 0 done; 1 the answer is no (not found, a check failed); "
    "2 wrong usage or settings; 3 knowledge, index, model, database or backup cannot be used.",
    no_args_is_help=True,
    add_completion=False,
    # An unexpected fault prints its traceback, not the values around it: they may be questions.
    pretty_exceptions_enable=False,
)
app.command()(ask)
app.command()(search)
app.command()(build)
app.command()(serve)
app.command()(settings)
app.command()(backup)
app.command()(restore)
app.add_typer(knowledge, name="knowledge")
app.add_typer(evaluate, name="evaluate")
app.add_typer(model, name="model")
app.add_typer(fit, name="fit")
app.add_typer(user, name="user")


def main() -> None:
    """Run the command line; errors of ours end in one line on stderr, without a traceback."""
    try:
        app()
    except MadoguchiError as error:
        print(f"madoguchi: {error}", file=sys.stderr)
        raise SystemExit(Exit.BROKEN) from None
