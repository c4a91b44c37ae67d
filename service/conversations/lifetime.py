"""How long conversations are kept: those of a kiosk for a visit, the others for a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, exists, or_
from sqlalchemy.orm import aliased

from service.store import ConversationRow, MessageRow

KIOSK = "kiosk"


@dataclass(frozen=True, slots=True)
class Lifetime:
    """From the last question of a conversation until it is forgotten.

    usual     where one person comes back with their own device
    at_kiosk  where the next person sits down at the same one: its page ends a visit by itself,
              and this holds where the page could not, as when the kiosk is switched off
    """

    usual: timedelta
    at_kiosk: timedelta

    def is_over(self, now: datetime) -> ColumnElement[bool]:
        """The condition on a conversation that is to be forgotten."""
        message = aliased(MessageRow)
        at_kiosk = exists().where(
            message.conversation_id == ConversationRow.id, message.channel == KIOSK
        )
        return or_(
            ConversationRow.last_at < now - self.usual,
            and_(ConversationRow.last_at < now - self.at_kiosk, at_kiosk),
        )
