"""What a backup says of itself: of which release and tables it is, and what each must hold."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from knowledge.errors import BackupError, Location
from service.store import SessionRow, TakeTokenRow

PRODUCT, FORMAT = "madoguchi", 1
# What lives for minutes or hours: who is signed in, and copies of answers for a phone.
LEFT_OUT = frozenset({SessionRow.__tablename__, TakeTokenRow.__tablename__})
MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True)
class TableManifest:
    """One member of the backup: `tables/{name}.jsonl`, a row a line, as arrays of `columns`.

    rows    their number
    sha256  of the member's bytes, hex
    """

    name: str
    columns: tuple[str, ...]
    rows: int
    sha256: str

    @property
    def member(self) -> str:
        """The name of the member that holds the rows."""
        return f"tables/{self.name}.jsonl"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The whole of a backup.

    version  of the product that made it
    schema   revision of the tables, as in `service/store/migrations/versions`
    made_at  with a time zone: what was kept at that moment is in it
    tables   in the order in which they can be put back
    """

    version: str
    schema: str
    made_at: datetime
    tables: tuple[TableManifest, ...]

    @property
    def rows(self) -> int:
        """How many rows it holds."""
        return sum(table.rows for table in self.tables)

    def to_json(self) -> str:
        """The text of the member `manifest.json`."""
        held = asdict(self) | {"made_at": self.made_at.isoformat()}
        return json.dumps({"product": PRODUCT, "format": FORMAT, **held}, indent=1)

    @classmethod
    def from_json(cls, text: bytes, file: Path) -> Manifest:
        """Raises BackupError naming the field that does not hold."""
        try:
            held: dict[str, Any] = json.loads(text)
            found = held["product"], held["format"]
        except (ValueError, KeyError, TypeError) as error:
            raise BackupError("this is no manifest of a backup", Location(file)) from error
        if found != (PRODUCT, FORMAT):
            raise BackupError(
                f"a backup of {PRODUCT} in format {FORMAT} is needed (got {found[0]!r} in format "
                f"{found[1]!r})",
                Location(file, field="format"),
            )
        try:
            tables = tuple(
                TableManifest(
                    str(one["name"]), tuple(one["columns"]), int(one["rows"]), str(one["sha256"])
                )
                for one in held["tables"]
            )
            made_at = datetime.fromisoformat(held["made_at"])
            return cls(str(held["version"]), str(held["schema"]), made_at, tables)
        except (ValueError, KeyError, TypeError) as error:
            raise BackupError(
                f"a field is missing or malformed: {error}", Location(file, field=MANIFEST)
            ) from error
