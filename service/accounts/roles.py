"""What staff may do, from looking to giving others their roles."""

from __future__ import annotations

from enum import StrEnum

ALL_CITIES = "*"


class Role(StrEnum):
    """A role; each includes those before it.

    VIEWER    sees what was asked and answered
    REVIEWER  judges answers and drafts corrections
    APPROVER  lets a correction of somebody else go live; reads the log of changes
    ADMIN     adds users and gives roles
    """

    VIEWER = "viewer"
    REVIEWER = "reviewer"
    APPROVER = "approver"
    ADMIN = "admin"

    def includes(self, other: Role) -> bool:
        """Whether who holds this role may do what `other` may."""
        order = list(Role)
        return order.index(self) >= order.index(other)
