"""Before a process answers: few threads for each question, and an index that is current."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from service.settings import Settings

THREADS = "OMP_NUM_THREADS"
RUN = "from service.commandline import main; main()"


def limit_threads(settings: Settings) -> None:
    """Limit arithmetic to `model_threads`, unless OMP_NUM_THREADS says otherwise.

    To be called before anything that computes is imported: libraries read it once.
    """
    os.environ.setdefault(THREADS, str(settings.model_threads))


def ensure_index(settings: Settings) -> None:
    """Build the index where it is missing or stale, in a process of its own.

    That process uses every core, and gives its memory back. Ends with its exit code where it
    fails; it has said why on stderr.
    """
    from index import is_current
    from knowledge.knowledgebase import load_knowledge
    from service.opening import index_settings_of

    if is_current(load_knowledge(), index_settings_of(settings), settings.artifact_folder):
        return
    freely = dict(os.environ)
    if freely.get(THREADS) == str(settings.model_threads):  # our own limit, not the operator's
        del freely[THREADS]
    built = subprocess.run([sys.executable, "-c", RUN, "build"], env=freely, check=False)
    if built.returncode != 0:
        raise typer.Exit(built.returncode)
