"""The stored form of FAQ entries: JSON lines, one entry a line, keys in one fixed order."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from knowledge.errors import FaqError, Location
from knowledge.records import FaqKind

# A form is a question as typed; the service takes at most 300 characters (question length).
Form = Annotated[str, StringConstraints(min_length=1, max_length=300)]
# Below 2 characters a string stands almost anywhere and proves nothing.
Evidence = Annotated[str, StringConstraints(min_length=2, pattern=r"^\S+$")]


class EntryLine(BaseModel):
    """One line of an entry file; `knowledge/README.md` has the dictionary of its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, StringConstraints(pattern=r"^[a-z]+-\d+/faq/\d{4}$")]
    plan: str
    section: str
    asks: FaqKind
    answer: Annotated[str, StringConstraints(min_length=1)]
    evidence: Annotated[tuple[Evidence, ...], Field(min_length=1)]
    # 12: two merged entries may keep the distinct forms of both, but no more than that.
    forms: Annotated[tuple[Form, ...], Field(min_length=1, max_length=12)]
    records: tuple[str, ...]
    reviewed: str | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """An entry line and the file and 1-based line it was read from."""

    line: EntryLine
    location: Location

    def field(self, name: str) -> Location:
        """The location of one of its fields, for messages."""
        return Location(self.location.file, self.location.line, name)


def read_entry_file(path: Path) -> tuple[Stored, ...]:
    """Every entry of a file, in order.

    Raises FaqError naming file, line, field and value for the first malformed line.
    """
    stored = []
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            line = EntryLine.model_validate_json(raw)
        except ValidationError as error:
            fault = error.errors()[0]
            field = ".".join(str(part) for part in fault["loc"]) or None
            # The whole line says nothing; the value of the field does.
            value = repr(fault["input"]) if field else repr(raw)
            raise FaqError(
                f"{fault['msg']} (got {value[:120]})", Location(path, number, field)
            ) from error
        if line.id.partition("/")[0] != line.plan:
            raise FaqError(
                f"the id {line.id} does not begin with the plan {line.plan}",
                Location(path, number, "id"),
            )
        stored.append(Stored(line, Location(path, number)))
    return tuple(stored)


def read_entry_folder(folder: Path) -> tuple[Stored, ...]:
    """Every entry of every `*.jsonl` of a folder, in order of file name.

    Raises FaqError as `read_entry_file` does, and where two entries have one id.
    """
    stored: list[Stored] = []
    seen: dict[str, Location] = {}
    for path in sorted(folder.glob("*.jsonl")):
        for entry in read_entry_file(path):
            if entry.line.id in seen:
                raise FaqError(
                    f"the id {entry.line.id} is already that of {seen[entry.line.id]}",
                    entry.field("id"),
                )
            seen[entry.line.id] = entry.location
            stored.append(entry)
    return tuple(stored)


def write_entry_file(path: Path, lines: Iterable[EntryLine]) -> None:
    """Write a whole file aside, then rename it over `path`."""
    aside = path.with_name(path.name + ".new")
    text = "".join(
        json.dumps(line.model_dump(mode="json", exclude_none=True), ensure_ascii=False) + "\n"
        for line in lines
    )
    aside.write_text(text, encoding="utf-8")
    aside.replace(path)
