"""How long conversations last: for the resident who holds one, and until its words are erased."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, or_

from service.settings import Settings
from service.store import ConversationRow

KIOSK = "kiosk"


@dataclass(frozen=True, slots=True)
class Lifetime:
    """From the last question of a conversation on.

    usual     the resident can go on, read it again and rate it
    at_kiosk  the same where the next person sits down at the same device, and there the words are
              erased then, too: the page ends a visit by itself, and this holds where the page could
              not, as when the kiosk is switched off
    kept      its words are there for staff, who are to put right what was answered wrongly
    """

    usual: timedelta
    at_kiosk: timedelta
    kept: timedelta

    @classmethod
    def of(cls, settings: Settings) -> Lifetime:
        """As an operator has set it."""
        return cls(
            timedelta(hours=settings.conversation_hours),
            timedelta(minutes=settings.kiosk_conversation_minutes),
            timedelta(days=settings.retention_days),
        )

    def is_over(self, now: datetime) -> ColumnElement[bool]:
        """The condition on a conversation that no resident can go on with any more."""
        return self._since(now, self.usual)

    def is_due(self, now: datetime) -> ColumnElement[bool]:
        """The condition on a conversation whose words are to be erased."""
        return self._since(now, self.kept)

    def _since(self, now: datetime, elsewhere: timedelta) -> ColumnElement[bool]:
        return or_(
            ConversationRow.last_at < now - elsewhere,
            and_(ConversationRow.at_kiosk.is_(True), ConversationRow.last_at < now - self.at_kiosk),
        )
