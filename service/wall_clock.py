"""Moments as the clock on the wall shows them."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Asia/Tokyo")  # every city that is served lies there


def on_the_wall(moment: datetime) -> datetime:
    """A moment with a time zone, in that of the cities."""
    return moment.astimezone(HERE)


def now() -> datetime:
    """The moment at which it is called, in UTC."""
    return datetime.now(UTC)
