"""Brings a database to the tables of this version; the steps are in `migrations/versions`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from knowledge.errors import StoreError

FOLDER = Path(__file__).parent / "migrations"


def migrate(connection: Connection, revision: str = "head") -> None:
    """Run what is missing, in the transaction of `connection`; nothing where nothing is.

    Raises StoreError for tables of a later release.
    """
    held = revision_of(connection)
    if held and held not in known_revisions():
        raise StoreError(
            f"the tables are of a later release than this one: revision {held!r}, while "
            f"{head_revision()!r} is the last that is known"
        )
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def revision_of(connection: Connection) -> str:
    """What the tables of a database are at; "" for one without any."""
    return MigrationContext.configure(connection).get_current_revision() or ""


@cache
def known_revisions() -> tuple[str, ...]:
    """All that this release knows, the newest first."""
    scripts = ScriptDirectory.from_config(_config())
    return tuple(script.revision for script in scripts.walk_revisions())


def head_revision() -> str:
    """What the tables of this release are at."""
    return known_revisions()[0]


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
