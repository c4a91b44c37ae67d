"""The queue of answers that staff look at: read, and worked through by several at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from service.accounts.roles import Role
from service.accounts.staff import Staff
from service.reviewing.agreement import (
    Agreement,
    Period,
    Reviewers,
    read_agreement,
    read_reviewers,
)
from service.reviewing.queue.change import Change, Changed, Pick, apply
from service.reviewing.queue.following import read_following
from service.reviewing.queue.items import ItemPage, QueueItem, read_items, read_page
from service.reviewing.queue.people import Person, read_people
from service.reviewing.queue.selection import Selection
from service.reviewing.queue.summary import Summary, read_summary
from service.staff_settings import StaffSettings
from service.store import Store
from service.wall_clock import now, on_the_wall

# How far back agreement counts beside the queue: far enough for a figure, and of those who are
# still there.
AGREEMENT_DAYS = 90


@dataclass(frozen=True, slots=True)
class Morning:
    """A page of the queue with what stands round it: one look at the database.

    people     who may be given items of these cities
    agreement  of those who judged the answers of the last AGREEMENT_DAYS twice
    """

    page: ItemPage
    summary: Summary
    people: tuple[Person, ...]
    agreement: Agreement


class Queue:
    """The queue in the store. Every method raises StoreError.

    page_size  items on a page
    pairs_min  answers judged twice from which on agreement is told
    clock      the moment now, with a time zone
    """

    def __init__(
        self, store: Store, page_size: int, pairs_min: int, clock: Callable[[], datetime]
    ) -> None:
        self._store = store
        self._page_size = page_size
        self._pairs_min = pairs_min
        self._clock = clock

    @classmethod
    def over(cls, store: Store, settings: StaffSettings) -> Queue:
        """The queue in a store, as an operator has set it."""
        size, pairs_min = settings.review_items_per_page, settings.review_pairs_min
        return cls(store, size, pairs_min, now)

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
            recent = Period(cities, since=self.today - timedelta(days=AGREEMENT_DAYS))
            agreement = read_agreement(connection, recent, self._pairs_min)
            return Morning(page, summary, read_people(connection, cities), agreement)

    def people(self, staff: Staff) -> tuple[Person, ...]:
        """Who may be given items of the cities of `staff`."""
        with self._store.reading() as connection:
            return read_people(connection, staff.cities(Role.VIEWER))

    def reviewers(self, period: Period) -> Reviewers:
        """How far reviewers agree on the answers of a period."""
        with self._store.reading() as connection:
            return read_reviewers(connection, period, self._pairs_min)

    def items(self, message_ids: Sequence[str]) -> tuple[QueueItem, ...]:
        """The items with these ids, the newest first, but for those that there are not."""
        with self._store.reading() as connection:
            return read_items(connection, message_ids)

    def following(self, staff: Staff, message_id: str, selection: Selection) -> str | None:
        """Which answer of a selection they judge after this one, None where nothing is left."""
        with self._store.reading() as connection:
            return read_following(connection, staff, message_id, selection)

    def change(self, staff: Staff, picks: Sequence[Pick], change: Change) -> Changed:
        """Change items that are as they were seen; the others are told, with who was first."""
        with self._store.writing() as connection:
            return apply(connection, staff, picks, change, self._clock())
