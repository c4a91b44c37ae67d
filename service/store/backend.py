"""What has to be said to each kind of database, so that both behave the same."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from typing import Any, Protocol

from sqlalchemy import Connection, Engine


class Access(Enum):
    """What a transaction is for."""

    READ = auto()  # sees one state throughout and changes nothing
    WRITE = auto()  # the only writer until its end
    REPLACE = auto()  # the same, over all rows: waits long for its turn, and may take long


class Backend(Protocol):
    """One kind of database."""

    engine_options: Mapping[str, Any]

    def prepare(self, engine: Engine) -> None:
        """Make ready what has to be there before the first transaction. Raises OSError."""

    def on_connect(self, connection: Any) -> None:
        """Settings of a new connection, as the driver gives it."""

    def execution_options(self, access: Access) -> Mapping[str, Any]:
        """Of the connection for such a transaction."""

    def on_begin(self, connection: Connection, access: Access) -> None:
        """Begin such a transaction; a writer waits for its turn here."""

    def flush_deleted(self, engine: Engine) -> None:
        """Leave no deleted words in files where that can be asked for."""


ACCESS = "madoguchi_access"  # execution option of a connection
