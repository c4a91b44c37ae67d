"""The proof of a version."""

from __future__ import annotations

import secrets

from service.accounts import Role
from service.answering.corrections.records import CityContact
from service.correcting.drafts import Drafts
from service.http.parts import Parts
from service.wall_clock import now
from tests.service.http.review.route import Route
from tests.service.http.review.staff_client import make_staff

TEMPLATE = "/review/corrections/{correction_id}/versions/{number}/proof"


def draft(parts: Parts, text: str = "総合窓口へお尋ねください。") -> str:
    """The id of a correction of 取手市 with its first draft."""
    author = make_staff(parts.accounts, f"author-{secrets.token_hex(4)}", {"toride": Role.REVIEWER})
    return Drafts(parts.store, now).begin(author, "toride", CityContact(text))


def _address(parts: Parts) -> str:
    return f"/review/corrections/{draft(parts)}/versions/1/proof"


ROUTES = (
    Route("GET", TEMPLATE, _address, Role.VIEWER, of_city=True),
    Route("POST", TEMPLATE, _address, Role.APPROVER, of_city=True),
)
