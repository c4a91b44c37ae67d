"""What a role includes, and where it is held."""

from __future__ import annotations

import pytest

from service.accounts import Role, Staff


def test_each_role_includes_those_before_it() -> None:
    order = list(Role)
    for at, role in enumerate(order):
        assert [role.includes(other) for other in order] == [n <= at for n in range(len(order))]


@pytest.mark.parametrize(
    ("roles", "role", "city", "may"),
    [
        ({"toride": Role.APPROVER}, Role.REVIEWER, "toride", True),
        ({"toride": Role.REVIEWER}, Role.APPROVER, "toride", False),
        ({"toride": Role.ADMIN}, Role.VIEWER, "otawara", False),
        ({"toride": Role.ADMIN}, Role.VIEWER, None, False),
        ({"*": Role.VIEWER}, Role.VIEWER, None, True),
        ({"*": Role.VIEWER, "toride": Role.ADMIN}, Role.ADMIN, "toride", True),
        ({"*": Role.VIEWER, "toride": Role.ADMIN}, Role.ADMIN, "otawara", False),
        ({}, Role.VIEWER, "toride", False),
    ],
)
def test_a_role_holds_in_its_city(
    roles: dict[str, Role], role: Role, city: str | None, may: bool
) -> None:
    assert Staff("id", "login", "name", roles).may(role, city) is may


def test_the_cities_of_a_role() -> None:
    staff = Staff("id", "login", "name", {"toride": Role.ADMIN, "oyama": Role.VIEWER})
    assert staff.cities(Role.VIEWER) == {"toride", "oyama"}
    assert staff.cities(Role.REVIEWER) == {"toride"}
    assert staff.only_city is None
    everywhere = Staff("id", "login", "name", {"*": Role.REVIEWER})
    assert everywhere.cities(Role.REVIEWER) is None
    assert everywhere.cities(Role.APPROVER) == frozenset()
    assert everywhere.only_city is None
    assert Staff("id", "login", "name", {"oyama": Role.VIEWER}).only_city == "oyama"
    assert Staff("id", "login", "name", {}).only_city is None
