"""Putting right: drafts, versions, decisions, undo."""

from __future__ import annotations

from service.accounts import Role
from service.http.parts import Parts
from tests.service.correcting.written import a_draft, live_id, proposed_id
from tests.service.http.review.route import Route

HOME = "/review/corrections"
VERSION = f"{HOME}/{{correction_id}}/versions/{{number}}"


def _draft(parts: Parts) -> str:
    return f"{HOME}/{a_draft(parts)}"


def _proposed(parts: Parts) -> str:
    return f"{HOME}/{proposed_id(parts)}/versions/1"


def _live(parts: Parts) -> str:
    return f"{HOME}/{live_id(parts)}"


ROUTES = (
    Route("GET", HOME, HOME, Role.VIEWER),
    Route("GET", f"{HOME}/new", f"{HOME}/new", Role.REVIEWER),
    Route(
        "POST",
        f"{HOME}/new",
        f"{HOME}/new",
        Role.REVIEWER,
        {"kind": "contact", "city": "toride", "text": "市役所の窓口でお尋ねください。"},
        of_city=True,
    ),
    Route("GET", f"{HOME}/{{correction_id}}", _draft, Role.VIEWER, of_city=True),
    Route(
        "GET",
        f"{HOME}/{{correction_id}}/difference",
        lambda parts: _draft(parts) + "/difference",
        Role.VIEWER,
        of_city=True,
    ),
    Route(
        "GET",
        f"{HOME}/{{correction_id}}/next",
        lambda parts: _live(parts) + "/next",
        Role.REVIEWER,
        of_city=True,
    ),
    Route(
        "POST",
        f"{HOME}/{{correction_id}}/next",
        lambda parts: _live(parts) + "/next",
        Role.REVIEWER,
        {"edits": "1", "text": "市役所の窓口でお尋ねください。"},
        of_city=True,
    ),
    Route("GET", VERSION, lambda parts: _draft(parts) + "/versions/1", Role.VIEWER, of_city=True),
    Route(
        "GET",
        f"{VERSION}/edit",
        lambda parts: _draft(parts) + "/versions/1/edit",
        Role.REVIEWER,
        of_city=True,
    ),
    Route(
        "POST",
        f"{VERSION}/edit",
        lambda parts: _draft(parts) + "/versions/1/edit",
        Role.REVIEWER,
        {"edits": "0", "text": "市役所の窓口でお尋ねください。"},
        of_city=True,
    ),
    Route(
        "POST",
        f"{VERSION}/propose",
        lambda parts: _draft(parts) + "/versions/1/propose",
        Role.REVIEWER,
        {"edits": "0"},
        of_city=True,
    ),
    Route(  # by who wrote it too, whatever their role
        "POST",
        f"{VERSION}/withdraw",
        lambda parts: _draft(parts) + "/versions/1/withdraw",
        Role.ADMIN,
        {"edits": "0"},
        of_city=True,
    ),
    Route(
        "POST",
        f"{VERSION}/send-back",
        lambda parts: _proposed(parts) + "/send-back",
        Role.APPROVER,
        {"edits": "0", "note": "数を確かめてください。"},
        of_city=True,
    ),
    Route(
        "POST",
        f"{VERSION}/approve",
        lambda parts: _proposed(parts) + "/approve",
        Role.APPROVER,
        {"edits": "0", "live": ""},
        of_city=True,
    ),
    Route(
        "GET",
        f"{HOME}/{{correction_id}}/undo",
        lambda parts: _live(parts) + "/undo",
        Role.APPROVER,
        of_city=True,
    ),
    Route(
        "POST",
        f"{HOME}/{{correction_id}}/undo",
        lambda parts: _live(parts) + "/undo",
        Role.APPROVER,
        {"standing": "1", "note": "誤りがありました。"},
        of_city=True,
    ),
    Route(
        "GET",
        f"{HOME}/{{correction_id}}/take-out",
        lambda parts: _live(parts) + "/take-out",
        Role.APPROVER,
        of_city=True,
    ),
    Route(
        "POST",
        f"{HOME}/{{correction_id}}/take-out",
        lambda parts: _live(parts) + "/take-out",
        Role.APPROVER,
        {"standing": "1", "note": "誤りがありました。"},
        of_city=True,
    ),
)
