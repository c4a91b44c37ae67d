"""Corrections and their versions, read back as records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from service.answering.corrections.records import Body, CorrectionKind
from service.correcting.bodies import from_json
from service.correcting.entered import Entered, entered_of
from service.correcting.errors import BodyError
from service.correcting.states import VersionState


@dataclass(frozen=True, slots=True)
class Version:
    """One version; the fields are those of `CorrectionVersionRow`.

    body    None where it withdraws, and where what is stored does not read
    author, writer, decider  names of staff: who began it, wrote last, decided; "" for none
    """

    number: int
    body: Body | None
    withdraws: bool
    state: VersionState
    based_on: int | None
    replaces: int | None
    edits: int
    author: str
    writer: str
    author_id: str
    writers: tuple[str, ...]
    written_at: datetime
    decider: str
    decided_at: datetime | None
    decision_note: str

    @property
    def entered(self) -> Entered:
        """What it says, as the form has it; nothing where it has no body."""
        return entered_of(self.body) if self.body is not None else Entered()


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction with its versions, the newest first. `city`: None for all cities."""

    id: str
    city: str | None
    kind: CorrectionKind
    origin_id: str | None
    live_number: int | None
    created_at: datetime
    versions: tuple[Version, ...]

    def version(self, number: int | None) -> Version | None:
        """The version of a number, None where it was not read."""
        return next((one for one in self.versions if one.number == number), None)

    @property
    def title(self) -> str:
        """What names it in a line: its first question, its words, its text; "" where none reads."""
        bodies = (one.body for one in (self.shown, *self.versions) if one.body is not None)
        return next(map(_title, bodies), "")

    @property
    def live(self) -> Version | None:
        """The version that answers now."""
        return self.version(self.live_number)

    @property
    def standing(self) -> Version | None:
        """The version approved last, which may be one that withdraws; what undo undoes."""
        return next((one for one in self.versions if one.state is VersionState.APPROVED), None)

    @property
    def open(self) -> Version | None:
        """The version that is being written or decided on."""
        return next((one for one in self.versions if one.state.is_open), None)

    @property
    def shown(self) -> Version:
        """The version that stands for it in a list: the open one, else the live one, else the
        newest that says something.
        """
        telling = (one for one in self.versions if one.body is not None)
        return self.open or self.live or next(telling, self.versions[0])


# What names a correction best, of the fields of its form.
_NAMING = ("forms", "name", "words", "note", "text", "reason")


def _title(body: Body) -> str:
    entered = entered_of(body)
    lines = next(filter(None, (entered.text(name).splitlines() for name in _NAMING)), [""])
    return "、".join(lines) if "words" in entered.texts else lines[0]


def version_of(row: Mapping[str, Any], kind: CorrectionKind, names: Mapping[str, str]) -> Version:
    """A row of the table. `names`: of staff, by id."""
    body: Body | None = None
    if not row["withdraws"]:
        try:
            body = from_json(kind, row["body"])
        except BodyError:
            body = None  # of another release: its history is shown all the same
    return Version(
        number=row["number"],
        body=body,
        withdraws=row["withdraws"],
        state=VersionState(row["state"]),
        based_on=row["based_on"],
        replaces=row["replaces"],
        edits=row["edits"],
        author=names.get(row["author_id"], ""),
        writer=names.get(row["writers"][-1], "") if row["writers"] else "",
        author_id=row["author_id"],
        writers=tuple(row["writers"]),
        written_at=row["written_at"],
        decider=names.get(row["decided_by"] or "", ""),
        decided_at=row["decided_at"],
        decision_note=row["decision_note"],
    )
