"""All corrections as staff see them: listed by filters, and read with their history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Select, Text, cast, select

from service.answering.corrections.records import CorrectionKind
from service.correcting.errors import UnknownCorrectionError
from service.correcting.states import VersionState
from service.correcting.versions import Corrected, version_of
from service.store import CorrectionRow, CorrectionVersionRow, Store, UserRow

# A list shows what is open or stands; the rest is history.
_LISTED = [one.value for one in VersionState if one is not VersionState.SUPERSEDED]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list is to hold; None and "" for all.

    cities  those that may be seen; None for all, and what is of no city, too
    words   what has to stand in the body of some version
    """

    cities: frozenset[str] | None = None
    kind: CorrectionKind | None = None
    city: str | None = None
    author_id: str | None = None
    words: str = ""


class Register:
    """Reads corrections. Every method raises StoreError."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def list(self, wanted: Wanted) -> tuple[Corrected, ...]:
        """The corrections wanted, the newest writing first, without superseded versions."""
        query = _narrowed(_joined(), wanted).where(CorrectionVersionRow.state.in_(_LISTED))
        with self._store.reading() as connection:
            found = _grouped(connection, query)
        return tuple(sorted(found, key=lambda one: one.shown.written_at, reverse=True))

    def read(self, correction_id: str) -> Corrected:
        """A correction with all its versions. Raises UnknownCorrectionError."""
        with self._store.reading() as connection:
            found = _grouped(connection, _joined().where(CorrectionRow.id == correction_id))
        if not found:
            raise UnknownCorrectionError(f"no correction {correction_id!r}")
        return found[0]

    def of_message(self, message_id: str) -> tuple[Corrected, ...]:
        """The corrections that a message gave rise to."""
        with self._store.reading() as connection:
            return _grouped(connection, _joined().where(CorrectionRow.origin_id == message_id))

    def authors(self, cities: frozenset[str] | None) -> Mapping[str, str]:
        """Names by id of all who wrote for these cities."""
        query = (
            select(UserRow.id, UserRow.name)
            .join(CorrectionVersionRow, CorrectionVersionRow.author_id == UserRow.id)
            .join(CorrectionRow, CorrectionRow.id == CorrectionVersionRow.correction_id)
            .distinct()
            .order_by(UserRow.name, UserRow.id)
        )
        if cities is not None:
            query = query.where(CorrectionRow.city.in_(cities))
        with self._store.reading() as connection:
            return {row.id: row.name for row in connection.execute(query)}


def _joined() -> Select[Any]:
    return (
        select(
            *(CorrectionRow.__table__.columns[name] for name in _OF_CORRECTION),
            *CorrectionVersionRow.__table__.columns,
        )
        .join(CorrectionVersionRow, CorrectionVersionRow.correction_id == CorrectionRow.id)
        .order_by(CorrectionRow.created_at, CorrectionRow.id, CorrectionVersionRow.number.desc())
    )


_OF_CORRECTION = ("city", "kind", "origin_id", "live_number", "created_at")


def _narrowed(query: Select[Any], wanted: Wanted) -> Select[Any]:
    if wanted.cities is not None:
        query = query.where(CorrectionRow.city.in_(wanted.cities))
    if wanted.city is not None:
        query = query.where(CorrectionRow.city == wanted.city)
    if wanted.kind is not None:
        query = query.where(CorrectionRow.kind == wanted.kind.value)
    ids = select(CorrectionVersionRow.correction_id)
    if wanted.author_id is not None:
        query = query.where(
            CorrectionRow.id.in_(ids.where(CorrectionVersionRow.author_id == wanted.author_id))
        )
    if wanted.words:
        said = cast(CorrectionVersionRow.body, Text).icontains(wanted.words, autoescape=True)
        query = query.where(CorrectionRow.id.in_(ids.where(said)))
    return query


def _grouped(connection: Connection, query: Select[Any]) -> tuple[Corrected, ...]:
    rows = [dict(row) for row in connection.execute(query).mappings()]
    names = _names(connection, rows)
    return tuple(
        _corrected(list(own), names)
        for _, own in groupby(rows, key=lambda row: row["correction_id"])
    )


def _corrected(rows: list[dict[str, Any]], names: Mapping[str, str]) -> Corrected:
    first = rows[0]
    kind = CorrectionKind(first["kind"])
    return Corrected(
        id=first["correction_id"],
        city=first["city"],
        kind=kind,
        origin_id=first["origin_id"],
        live_number=first["live_number"],
        created_at=first["created_at"],
        versions=tuple(version_of(row, kind, names) for row in rows),
    )


def _names(connection: Connection, rows: Iterable[Mapping[str, Any]]) -> Mapping[str, str]:
    wanted = {row[name] for row in rows for name in ("author_id", "decided_by")} - {None}
    wanted |= {row["writers"][-1] for row in rows if row["writers"]}
    query = select(UserRow.id, UserRow.name).where(UserRow.id.in_(wanted))
    return {row.id: row.name for row in connection.execute(query)}
