"""What is live, and what would be, as the store has it."""

from __future__ import annotations

from sqlalchemy import select

from service.answering.corrections.records import CorrectionKind, Corrections
from service.correcting.bodies import from_json
from service.correcting.live import LiveCorrections
from service.correcting.states import VersionState
from service.proving.prover import Draft
from service.store import CorrectionRow, CorrectionVersionRow, Store


class StoredDrafts:
    """Live corrections and drafts; see `prover.Drafts`. Both methods raise StoreError."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._live = LiveCorrections(store)

    def load(self) -> Corrections:
        """All that is live."""
        return self._live.load()

    def draft(self, correction_id: str, number: int) -> Draft | None:
        """A version that nobody has decided on; None where it is none, or is gone.

        Raises BodyError where what is stored does not read.
        """
        version = CorrectionVersionRow
        query = (
            select(CorrectionRow.city, CorrectionRow.kind, version.__table__)
            .join(CorrectionRow, CorrectionRow.id == version.correction_id)
            .where(version.correction_id == correction_id, version.number == number)
        )
        with self._store.reading() as connection:
            row = connection.execute(query).mappings().one_or_none()
        if row is None or not VersionState(row["state"]).is_open:
            return None
        # What withdraws is approved as it is made: it is never open.
        body = from_json(CorrectionKind(row["kind"]), row["body"])
        return Draft(correction_id, row["city"], row["edits"], body)
