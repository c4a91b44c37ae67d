"""What is in force: approved and not taken back, for those who answer."""

from __future__ import annotations

import logging

from sqlalchemy import and_, select

from service.answering.corrections.records import Correction, CorrectionKind, Corrections
from service.correcting.bodies import from_json
from service.correcting.errors import BodyError
from service.correcting.rows import revision
from service.store import CorrectionRow, CorrectionVersionRow, Store

log = logging.getLogger("madoguchi.correcting")


class LiveCorrections:
    """The corrections in force, as the store has them. Both methods raise StoreError."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def revision(self) -> int:
        """Another number than before: something else is in force."""
        with self._store.reading() as connection:
            return revision(connection)

    def load(self) -> Corrections:
        """All of them, the one approved last at the end, as where it was tried. One whose body
        does not read, as of another release, is left out and named in the log: it must not keep
        the others from answering.
        """
        query = (
            select(
                CorrectionRow.id,
                CorrectionRow.city,
                CorrectionRow.kind,
                CorrectionVersionRow.number,
                CorrectionVersionRow.body,
            )
            .join(
                CorrectionVersionRow,
                and_(
                    CorrectionVersionRow.correction_id == CorrectionRow.id,
                    CorrectionVersionRow.number == CorrectionRow.live_number,
                ),
            )
            .order_by(CorrectionVersionRow.decided_at, CorrectionRow.id)
        )
        with self._store.reading() as connection:
            # First: a change in between is then seen as a new revision later, never missed.
            now = revision(connection)
            rows = connection.execute(query).all()
        entries = []
        for row in rows:
            try:
                body = from_json(CorrectionKind(row.kind), row.body)
            except (BodyError, ValueError) as error:
                log.error(
                    "correction %s is left out: version %d: %s",
                    row.id,
                    row.number,
                    error if isinstance(error, BodyError) else "unknown kind",
                )
                continue
            entries.append(Correction(row.id, row.city, body))
        return Corrections(now, tuple(entries))
