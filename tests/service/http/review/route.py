"""How a test comes to a route of `/review`, and who is to be let in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from service.accounts import Role
from service.http.parts import Parts


@dataclass(frozen=True, slots=True)
class Route:
    """One route.

    address   of a thing of 取手市; a function makes the thing first, once
    role      the least one that is let in; None: whoever is signed in
    fields    of the form of a POST, without what every form carries
    of_city   a thing of one city, which staff of another are refused; False for a list, which
              shows each what is theirs
    is_open   for those who are not signed in, too
    """

    method: str
    template: str
    address: str | Callable[[Parts], str]
    role: Role | None
    fields: Mapping[str, str] = field(default_factory=dict)
    of_city: bool = False
    is_open: bool = False
