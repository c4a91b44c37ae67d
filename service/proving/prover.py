"""Tries versions out: what is live now against what would be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from service.answering.corrections.records import ApprovedAnswer, Body, Correction, Corrections
from service.proving.evaluation_set import EvaluationSets
from service.proving.running import Runs, Waiting
from service.proving.states import Fault
from service.proving.trial import Answering, Known, Trial


class Correctable(Answering, Protocol):
    """What answers with any corrections in force: the `Counter`."""

    @property
    def index_version(self) -> str:
        """The version of the index that answers."""

    def unphrased(self) -> Correctable:
        """Another view on the same that asks no language model."""

    def corrected_by(self, corrections: Corrections) -> Answering:
        """Another view on the same, with these corrections and no others."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A version as it would go live.

    edits  changes of the draft so far
    """

    correction_id: str
    city: str | None
    edits: int
    body: Body


class Drafts(Protocol):
    """Where live corrections and drafts are read from."""

    def load(self) -> Corrections:
        """All that is live."""

    def draft(self, correction_id: str, number: int) -> Draft | None:
        """A version that nobody has decided on; None where it is none, or is gone."""


class Prover:
    """Makes trials of proofs that wait; what is known of the answers of today is kept between them.

    today  the day that is asked about

    Safe to use from one thread at a time.
    """

    def __init__(
        self, runs: Runs, drafts: Drafts, sets: EvaluationSets, today: Callable[[], date]
    ) -> None:
        self.runs = runs
        self._drafts = drafts
        self._sets = sets
        self._today = today
        self._answered_by: tuple[str, int, date] | None = None
        self._known: Known = {}

    def trial(self, waiting: Waiting, counter: Correctable) -> Trial | None:
        """The trial of a proof whose turn has come; None where the draft is no longer what it was,
        and the proof has failed by that. Takes up to a second. Raises StoreError.
        """
        draft = self._drafts.draft(waiting.correction_id, waiting.number)
        if draft is None or draft.edits != waiting.edits:
            self.runs.fail(waiting.id, Fault.CHANGED)
            return None
        live = self._drafts.load()
        version = counter.index_version
        # A model would be asked twice a question, and its words differ from one time to the next.
        composing = counter.unphrased()
        trial = Trial(
            questions=self._sets.of(draft.city),
            before=composing.corrected_by(live),
            after=composing.corrected_by(with_draft(live, draft)),
            known=self._known_of(version, live.revision),
        )
        self.runs.begun(waiting.id, trial.total, version, live.revision)
        return trial

    def _known_of(self, index_version: str, revision: int) -> Known:
        """What is known of the answers as they are now; nothing once anything about them is new."""
        answered_by = index_version, revision, self._today()
        if answered_by != self._answered_by:
            self._answered_by, self._known = answered_by, {}
        return self._known


def with_draft(live: Corrections, draft: Draft) -> Corrections:
    """What would be live with a draft in the place of its live version.

    An answer counts as valid whatever its days: what it does once they come is to be seen.
    """
    body = draft.body
    if isinstance(body, ApprovedAnswer):
        body = replace(body, valid_from=None, valid_to=None)
    return live.approving(Correction(draft.correction_id, draft.city, body))
