"""The life of a version: which step leads from which state to which."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class VersionState(StrEnum):
    """Where a version stands."""

    DRAFT = "draft"
    PROPOSED = "proposed"  # its author is done; somebody else decides
    SENT_BACK = "sent_back"  # with a reason, to be written anew
    WITHDRAWN = "withdrawn"  # given up by those who wrote it
    APPROVED = "approved"  # the one that counts now
    SUPERSEDED = "superseded"  # another one was approved after it

    @property
    def is_open(self) -> bool:
        """Whether it is still to be decided on. A correction has one such version at most."""
        return self in (VersionState.DRAFT, VersionState.PROPOSED, VersionState.SENT_BACK)


class Step(StrEnum):
    """What can be done with a version."""

    SAVE = "save"
    PROPOSE = "propose"
    SEND_BACK = "send_back"
    WITHDRAW = "withdraw"
    APPROVE = "approve"
    SUPERSEDE = "supersede"  # never by itself: it comes with the approval of another version


# What is not named here is forbidden.
TABLE: Mapping[tuple[VersionState, Step], VersionState] = MappingProxyType(
    {
        (VersionState.DRAFT, Step.SAVE): VersionState.DRAFT,
        (VersionState.DRAFT, Step.PROPOSE): VersionState.PROPOSED,
        (VersionState.DRAFT, Step.WITHDRAW): VersionState.WITHDRAWN,
        (VersionState.PROPOSED, Step.SEND_BACK): VersionState.SENT_BACK,
        (VersionState.PROPOSED, Step.APPROVE): VersionState.APPROVED,
        (VersionState.PROPOSED, Step.WITHDRAW): VersionState.WITHDRAWN,
        (VersionState.SENT_BACK, Step.SAVE): VersionState.DRAFT,
        (VersionState.SENT_BACK, Step.WITHDRAW): VersionState.WITHDRAWN,
        (VersionState.APPROVED, Step.SUPERSEDE): VersionState.SUPERSEDED,
    }
)


def allowed_steps(state: VersionState) -> frozenset[Step]:
    """The steps that a state allows."""
    return frozenset(step for held, step in TABLE if held is state)
