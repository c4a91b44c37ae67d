"""A member of staff, with what they may do where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sqlalchemy import Connection, select

from service.accounts.roles import ALL_CITIES, Role
from service.store import UserRoleRow


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody who works at the desk behind the counter.

    login  what they type to sign in
    name   how others know them
    roles  by city id; `*` for all cities
    """

    id: str
    login: str
    name: str
    roles: Mapping[str, Role]

    def may(self, role: Role, city: str | None) -> bool:
        """Whether they hold `role` in `city`; in None, what is of no one city, only by `*`."""
        held = (self.roles.get(place) for place in {city, ALL_CITIES} if place is not None)
        return any(one is not None and one.includes(role) for one in held)

    def cities(self, role: Role) -> frozenset[str] | None:
        """The cities where they hold `role`; None for all, and for what is of no city, too."""
        places = frozenset(city for city, held in self.roles.items() if held.includes(role))
        return None if ALL_CITIES in places else places

    @property
    def only_city(self) -> str | None:
        """The one city they work for, None where they work for several or for all."""
        city, *more = self.roles or (ALL_CITIES,)
        return None if more or city == ALL_CITIES else city

    def has(self, role: Role) -> bool:
        """Whether they hold `role` anywhere."""
        return any(held.includes(role) for held in self.roles.values())


def roles_of(connection: Connection, user_id: str) -> Mapping[str, Role]:
    """The roles of a user by city id."""
    query = select(UserRoleRow.city, UserRoleRow.role).where(UserRoleRow.user_id == user_id)
    rows = connection.execute(query.order_by(UserRoleRow.city))
    return MappingProxyType({row.city: Role(row.role) for row in rows})
