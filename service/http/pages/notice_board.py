"""The notices that hold now; their file is read again whenever it changes."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection
from datetime import datetime
from pathlib import Path

from knowledge.catalog import City
from knowledge.errors import NoticesError
from service.http.pages.notices import Notice, load_notices
from service.wall_clock import now

log = logging.getLogger("madoguchi.notices")


class NoticeBoard:
    """The notices that hold now.

    path    the file; None for none, ever
    cities  ids of the cities that a notice may name
    clock   what time it is, aware of its zone

    The first reading raises NoticesError. A file that does not hold later leaves the notices of
    before and is told in the log: a slip of an editor must not take a warning off the pages.
    """

    def __init__(
        self,
        path: Path | None,
        cities: Collection[str],
        clock: Callable[[], datetime] = now,
    ) -> None:
        self._path = path
        self._cities = cities
        self._clock = clock
        self._read_at = self._stamp()
        self._notices = load_notices(path, cities) if path else ()

    def current(self, city: City | None) -> tuple[Notice, ...]:
        """The notices for the pages of a city, the latest first."""
        self._reread()
        now = self._clock()
        found = [notice for notice in self._notices if notice.holds(now, city)]
        return tuple(sorted(found, key=lambda notice: notice.when, reverse=True))

    def _reread(self) -> None:
        stamp = self._stamp()
        if self._path is None or stamp == self._read_at:
            return
        self._read_at = stamp
        try:
            self._notices = load_notices(self._path, self._cities)
        except NoticesError as error:
            log.error("notices as before: %s", error)

    def _stamp(self) -> tuple[int, int] | None:
        try:
            stat = self._path.stat() if self._path else None
        except OSError:
            return None
        return (stat.st_mtime_ns, stat.st_size) if stat else None
