"""How often one client may ask: a bucket of tokens for each address."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

# An entry is some 200 bytes: 10,000 clients are 2 MB. Beyond that the longest unseen are forgotten,
# which only ever favours them.
CLIENTS_MAX = 10_000


@dataclass(slots=True)
class _Bucket:
    tokens: float
    filled_at: float


class RateLimit:
    """Each client may send `per_minute` requests at once and as many a minute; 0 sets no limit."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._per_minute = per_minute
        self._clock = clock
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def take(self, client: str) -> int:
        """Count one request: 0 when it may pass, else the whole seconds until the next one may."""
        if self._per_minute == 0:
            return 0
        now = self._clock()
        bucket = self._buckets.pop(client, None) or _Bucket(self._per_minute, now)
        gained = (now - bucket.filled_at) * self._per_minute / 60
        bucket.tokens = min(self._per_minute, bucket.tokens + gained)
        bucket.filled_at = now
        self._buckets[client] = bucket
        if len(self._buckets) > CLIENTS_MAX:
            self._buckets.popitem(last=False)
        if bucket.tokens >= 1:
            bucket.tokens -= 1
            return 0
        return max(1, math.ceil((1 - bucket.tokens) * 60 / self._per_minute))
