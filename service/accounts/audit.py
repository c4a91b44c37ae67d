"""Writing down who changed what; the database lets nobody change or delete what stands there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert

from service.accounts.staff import Staff
from service.store import AuditRow


def note(  # noqa: PLR0917 (what an entry consists of, in its order)
    connection: Connection,
    staff: Staff | None,
    action: str,
    subject: str,
    city: str | None = None,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    *,
    at: datetime,
) -> None:
    """Note a change in the transaction that makes it: both are kept, or neither.

    staff    who did it, None for a command of the operator
    action   a code such as `correction.approved`; its name stands in the wording's area `audit`
    subject  kind and id of what was changed, such as `correction:0f3c…`
    city     whose it is, None for no one city's
    before, after  what changed; no words of residents, no passwords, no secrets
    """
    connection.execute(
        insert(AuditRow).values(
            at=at,
            user_id=staff.id if staff else None,
            login=staff.login if staff else "",
            action=action,
            city=city,
            subject=subject,
            before=None if before is None else dict(before),
            after=None if after is None else dict(after),
        )
    )
