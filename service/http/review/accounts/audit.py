"""`/review/audit`: the log of changes, to be read and not to be touched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse

from service.accounts import Role, Staff
from service.accounts.audit_log import AuditEntry, AuditFilter
from service.accounts.signing_in import plain_login
from service.http.api.conversations import out_of_line
from service.http.pages.wording import staff_wording
from service.http.parts import PartsOf
from service.http.review.access import HOME, allowed
from service.http.review.accounts.changes import Changes, changes_of
from service.http.review.pages import city_titles, review_page

AUDIT_PATH = f"{HOME}/audit"
_ID_MAX = 2**31 - 1

router = APIRouter(prefix=HOME, default_response_class=HTMLResponse)


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a list."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class AuditLogPage:
    """A page of the log.

    actions  what can be chosen, by name
    names    of all actions by code
    faults   words of the wording by field of the filter
    older    the address of the next page, "" at the end
    """

    entries: tuple[tuple[AuditEntry, Changes], ...]
    wanted: AuditFilter
    since: str
    until: str
    actions: tuple[Option, ...]
    names: dict[str, str]
    faults: dict[str, str]
    older: str


@router.get("/audit")
async def audit(
    request: Request,
    parts: PartsOf,
    staff: Annotated[Staff, Depends(allowed(Role.APPROVER))],
    *,
    login: str = "",
    action: str = "",
    subject: str = "",
    since: str = "",
    until: str = "",
    older_than: Annotated[int | None, Query(ge=1, le=_ID_MAX)] = None,
) -> HTMLResponse:
    """Who changed what in the cities where one approves; the latest first."""
    faults, days = {}, {}
    for name, given in (("since", since), ("until", until)):
        try:
            days[name] = date.fromisoformat(given) if given else None
        except ValueError:
            faults[name] = "day_wrong"
            days[name] = None
    wanted = AuditFilter(plain_login(login), action, subject.strip(), days["since"], days["until"])
    log, cities = parts.accounts.audit_log, staff.cities(Role.APPROVER)
    found = await out_of_line(lambda: log.page(cities, wanted, older_than))
    asked = {"login": login, "action": action, "subject": subject, "since": since, "until": until}
    names, city_title = action_names(), city_titles(parts)
    page = AuditLogPage(
        entries=tuple(
            (one, changes_of(one.before, one.after, city_title, found.logins))
            for one in found.entries
        ),
        wanted=wanted,
        since=since,
        until=until,
        actions=tuple(Option(code, name) for code, name in sorted(names.items())),
        names=names,
        faults=faults,
        older=_older(asked, found.older_than),
    )
    status = 422 if faults else 200
    return review_page(request, parts, staff, "review/accounts/audit.html", page, status)


def action_names() -> dict[str, str]:
    """The names of actions by their codes: `audit.action_user__added` names `user.added`."""
    beginning = "audit.action_"
    return {
        key.removeprefix(beginning).replace("__", "."): text
        for key, text in staff_wording().texts.items()
        if key.startswith(beginning)
    }


def _older(asked: dict[str, str], older_than: int | None) -> str:
    if older_than is None:
        return ""
    held = {name: value for name, value in asked.items() if value}
    return f"{AUDIT_PATH}?{urlencode({**held, 'older_than': older_than})}"
