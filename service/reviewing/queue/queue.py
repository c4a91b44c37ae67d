"""The queue of answers that staff look at: read, and worked through by several at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from service.accounts.roles import Role
from service.accounts.staff import Staff
from service.reviewing.queue.change import Change, Changed, Pick, apply
from service.reviewing.queue.items import ItemPage, read_page
from service.reviewing.queue.people import Person, read_people
from service.reviewing.queue.selection import Selection
from service.reviewing.queue.summary import Summary, read_summary
from service.store import ReviewItemRow, Store
from service.wall_clock import on_the_wall


@dataclass(frozen=True, slots=True)
class Morning:
    """A page of the queue with what stands round it: one look at the database.

    people  who may be given items of these cities
    """

    page: ItemPage
    summary: Summary
    people: tuple[Person, ...]


class Queue:
    """The queue in the store. Every method raises StoreError.

    page_size  items on a page
    clock      the moment now, with a time zone
    """

    def __init__(self, store: Store, page_size: int, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._page_size = page_size
        self._clock = clock

    @property
    def today(self) -> date:
        """The day on the wall clock of the cities."""
        return on_the_wall(self._clock()).date()

    @property
    def page_size(self) -> int:
        """Items on a page."""
        return self._page_size

    def morning(self, staff: Staff, selection: Selection, number: int = 1) -> Morning:
        """A page (1..) of what is selected; empty past the last one."""
        with self._store.reading() as connection:
            page = read_page(connection, selection, number, self._page_size)
            cities = staff.cities(Role.VIEWER)
            summary = read_summary(connection, cities, staff.id, self.today)
            return Morning(page, summary, read_people(connection, cities))

    def cities_of(self, message_ids: Sequence[str]) -> Mapping[str, str | None]:
        """The city of each item that there is, None for none."""
        with self._store.reading() as connection:
            rows = connection.execute(
                select(ReviewItemRow.message_id, ReviewItemRow.city).where(
                    ReviewItemRow.message_id.in_(message_ids)
                )
            )
            return {row.message_id: row.city for row in rows}

    def change(self, staff: Staff, picks: Sequence[Pick], change: Change) -> Changed:
        """Change items that are as they were seen; the others are told, with who was first."""
        with self._store.writing() as connection:
            return apply(connection, staff, picks, change, self._clock())
