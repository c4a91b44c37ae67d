"""Why a step of putting something right is not possible, as one branch of the tree of errors.

CorrectionError (knowledge.errors)
├── UnknownCorrectionError  there is no such correction or version
├── BodyError               what is stored does not read as its kind promises
├── StepError               the version's state does not allow the step
├── OwnWorkError            nobody decides on what they wrote themselves
├── EditConflictError       somebody else saved in between
├── LiveConflictError       something else went live in between
├── OpenDraftError          another version of it is being written
├── UnprovenError           no finished proof of exactly these words
├── SecondLookError         the proof found something worse, and nobody looked a second time
└── NoteMissingError        a decision that needs a reason has none
"""

from __future__ import annotations

from knowledge.errors import CorrectionError
from service.correcting.states import Step, VersionState


class UnknownCorrectionError(CorrectionError):
    """There is no such correction, or no such version of it."""


class BodyError(CorrectionError):
    """A body that is stored does not read; the message holds none of its words."""


class StepError(CorrectionError):
    """A step that the table of states does not allow."""

    def __init__(self, step: Step, state: VersionState) -> None:
        super().__init__(f"{step} is not possible in the state {state}")
        self.step = step
        self.state = state


class OwnWorkError(CorrectionError):
    """Who wrote in a version does not decide on it."""

    def __init__(self) -> None:
        super().__init__("another person has to decide on this version")


class EditConflictError(CorrectionError):
    """The version has `edits` changes, other than those that were seen."""

    def __init__(self, edits: int) -> None:
        super().__init__(f"somebody else has saved in between: {edits} changes now")
        self.edits = edits


class LiveConflictError(CorrectionError):
    """Version `number` answers now (None: none), another one than was seen."""

    def __init__(self, number: int | None) -> None:
        super().__init__(f"version {number} answers now")
        self.number = number


class OpenDraftError(CorrectionError):
    """Version `number` of the same correction is still being written or decided on."""

    def __init__(self, number: int) -> None:
        super().__init__(f"version {number} is not decided yet")
        self.number = number


class UnprovenError(CorrectionError):
    """No proof of exactly these edits is done."""

    def __init__(self) -> None:
        super().__init__("no proof of this version is done")


class SecondLookError(CorrectionError):
    """The proof found `worse` answers that get worse; approving needs a tick and a reason."""

    def __init__(self, worse: int) -> None:
        super().__init__(f"{worse} answers get worse")
        self.worse = worse


class NoteMissingError(CorrectionError):
    """A decision has to say why."""

    def __init__(self) -> None:
        super().__init__("a reason is needed")
