"""What an entry of the log of changes says, field by field, in the words of staff."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from service.http.pages.wording import staff_wording
from service.http.review.dashboard.naming import full_day, moment_name

# Where the codes of a field have their names; the first that knows a code is asked.
_CODES = {
    "role": ("review.role_",),
    "roles": ("review.role_",),
    "state": ("corrections.state_", "queue.state_"),
    "verdict": ("judging.verdict_",),
    "sentences": ("judging.verdict_",),
    "citations": ("judging.fit_",),
    "by": ("audit.by_",),
}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T[\d:.]+([+-][\d:]+|Z)")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of what was changed.

    before  lines that it held, None where it is new
    after   lines that it holds now, None where it is gone or nothing is said of it
    """

    name: str
    before: tuple[str, ...] | None
    after: tuple[str, ...] | None

    @property
    def is_changed(self) -> bool:
        """Whether it was one thing and is another."""
        return self.before is not None and self.after is not None and self.before != self.after


@dataclass(frozen=True, slots=True)
class Changes:
    """An entry's fields. `told`: what it changed; `context`: what was so and stayed."""

    told: tuple[FieldChange, ...]
    context: tuple[FieldChange, ...]


def changes_of(
    before: Mapping[str, Any] | None,
    after: Mapping[str, Any] | None,
    city_title: Callable[[str], str],
    logins: Mapping[str, str],
) -> Changes:
    """What `note` was given, in words. A field that only `before` has was not touched, unless
    nothing is left at all.

    logins  of users by id, for who an answer was given to
    """

    def said(name: str, value: Any) -> tuple[str, ...]:
        return _lines(name, value, city_title, logins)

    old, new = _flat(before or {}), _flat(after or {})
    told: list[FieldChange] = []
    context: list[FieldChange] = []
    for name in dict.fromkeys((*new, *old)):
        change = FieldChange(
            _text("audit.value_", name) or name,
            said(name, old[name]) if name in old else None,
            said(name, new[name]) if name in new else None,
        )
        is_context = name not in new and after is not None
        (context if is_context else told).append(change)
    return Changes(tuple(told), tuple(context))


def _flat(held: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a correction's body stand among the others."""
    body = held.get("body")
    rest = {name: value for name, value in held.items() if name != "body"}
    return {**rest, **body} if isinstance(body, Mapping) else rest


def _lines(
    name: str, value: Any, city_title: Callable[[str], str], logins: Mapping[str, str]
) -> tuple[str, ...]:
    texts = staff_wording().texts
    if value is None or value in ("", [], {}):
        return (texts["audit.nothing"],)
    if isinstance(value, Mapping):
        if "passage_id" in value:  # its digest tells a reader nothing
            return (str(value["passage_id"]),)
        named = city_title if name == "roles" else str
        return tuple(
            f"{named(key)}：{'、'.join(_lines(name, one, city_title, logins))}"
            for key, one in value.items()
        )
    if isinstance(value, list):
        return tuple(line for one in value for line in _lines(name, one, city_title, logins))
    if isinstance(value, bool):
        return (texts["audit.yes" if value else "audit.no"],)
    if name == "city":
        return (city_title(str(value)),)
    if name == "assignee_id":
        return (logins.get(value, str(value)),)
    return (_one(name, str(value)),)


def _one(name: str, value: str) -> str:
    for beginning in _CODES.get(name, ()):
        if found := _text(beginning, value):
            return found
    try:
        if _DAY.fullmatch(value):
            return full_day(date.fromisoformat(value))
        if _MOMENT.fullmatch(value):
            return moment_name(datetime.fromisoformat(value))
    except ValueError:  # staff's own words may look like a day that no calendar has
        return value
    return value


def _text(beginning: str, code: str) -> str | None:
    return staff_wording().texts.get(f"{beginning}{code}")
