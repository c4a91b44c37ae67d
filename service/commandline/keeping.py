"""`madoguchi backup` and `madoguchi restore`: all that the service keeps, into a file and back."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from service.commandline.exits import Exit, load_settings, stop
from service.wall_clock import now


def backup(
    file: Annotated[Path, typer.Argument(help="A new file, e.g. 2026-04-01.zip.", metavar="FILE")],
) -> None:
    """Write all that is kept into FILE, while the service runs: every table, as of one moment.

    Not in it: who is signed in, and copies of answers for a phone. It can be restored into SQLite
    as into PostgreSQL. Residents' words are in it: keep it safe, and no longer than they may be
    kept (MADOGUCHI_RETENTION_DAYS).
    """
    from service.keeping import back_up
    from service.store import Store

    with closing(Store(load_settings().database_url)) as store:
        manifest = back_up(store, file, now())
    megabytes = file.stat().st_size / 1e6
    typer.echo(f"{file}: {manifest.rows} rows in {len(manifest.tables)} tables, {megabytes:.1f} MB")


def restore(
    file: Annotated[Path, typer.Argument(help="What `backup` wrote.", metavar="FILE")],
    yes: Annotated[bool, typer.Option("--yes", help="Replace what is there, unasked.")] = False,
) -> None:
    """Put FILE in the place of all that is kept, while the service runs: wholly, or not at all.

    Those of earlier releases are brought up to date. Everybody is signed out. Words that residents
    erased since, or that are past their time, are erased again.
    """
    from service.conversations.lifetime import Lifetime
    from service.keeping import holds_data, opened
    from service.keeping import restore as put_back
    from service.store import Store

    settings = load_settings()
    with closing(Store(settings.database_url)) as store, opened(file) as held:
        manifest = held.manifest
        made = f"{manifest.made_at:%Y-%m-%d %H:%M %Z}, release {manifest.version}"
        if not yes and holds_data(store):
            asked = f"Replace all that is kept by {file} ({made}, {manifest.rows} rows)?"
            if not typer.confirm(asked, err=True):
                stop(Exit.NEGATIVE, "nothing was changed")
        put_back(store, held, Lifetime.of(settings), now())
    typer.echo(f"{file}: {manifest.rows} rows of {made} are in place")
