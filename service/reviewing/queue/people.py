"""Who may be given items to look at."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from service.accounts.roles import ALL_CITIES, Role
from service.store import UserRoleRow, UserRow


@dataclass(frozen=True, slots=True)
class Person:
    """A member of staff who reviews. `cities`: ids of theirs; None for all."""

    id: str
    name: str
    cities: frozenset[str] | None

    def reviews(self, city: str | None) -> bool:
        """Whether items of a city can be theirs; those of no city are of who has all."""
        return self.cities is None or city in self.cities


def read_people(connection: Connection, cities: frozenset[str] | None) -> tuple[Person, ...]:
    """Who reviews in any of these cities, by name. `cities` None: in any at all."""
    reviewing = [role.value for role in Role if role.includes(Role.REVIEWER)]
    rows = connection.execute(
        select(UserRow.id, UserRow.name, UserRoleRow.city)
        .join(UserRoleRow, UserRoleRow.user_id == UserRow.id)
        .where(UserRow.disabled_at.is_(None), UserRoleRow.role.in_(reviewing))
        .order_by(UserRow.name, UserRow.id)
    )
    names: dict[str, str] = {}
    theirs: dict[str, set[str]] = {}
    for row in rows:
        names[row.id] = row.name
        theirs.setdefault(row.id, set()).add(row.city)
    people = (
        Person(user_id, name, None if ALL_CITIES in theirs[user_id] else frozenset(theirs[user_id]))
        for user_id, name in names.items()
    )
    return tuple(
        person
        for person in people
        if cities is None or person.cities is None or person.cities & cities
    )
