"""What staff call the things that figures are of: as in the queue, where these are looked up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from service.http.pages.wording import staff_wording
from service.outcome import Status
from service.reporting import Step
from service.wall_clock import on_the_wall

STATUSES = tuple(status.value for status in Status)


def text(key: str, **values: object) -> str:
    """A text for staff. Raises KeyError for an unknown key."""
    return staff_wording().text(key, **values)


def known(key: str, code: str) -> str:
    """The name of a code; a code that was given up since is its own name."""
    return staff_wording().texts.get(key, code)


@dataclass(frozen=True, slots=True)
class Names:
    """Names that the app gives. `city`: by id, None for what is of no city; `plan`: by id."""

    city: Callable[[str | None], str]
    plans: Mapping[str, str]

    def plan(self, plan_id: str) -> str:
        """The plan's title, or the id of one that is no longer held."""
        return self.plans.get(plan_id, plan_id)


def status_name(status: str) -> str:
    """How a question ended."""
    return text(f"queue.status_{Status(status).value}")


def channel_name(channel: str) -> str:
    """Where it was asked."""
    return known(f"queue.channel_{channel}", channel)


def lang_name(lang: str) -> str:
    """The language of the answer."""
    return known(f"dashboard.lang_{lang.replace('-', '_')}", lang)


def kind_name(kind: str) -> str:
    """What kind of thing was asked for."""
    return known(f"queue.kind_{kind}", kind) if kind else text("dashboard.kind_none")


def day_name(day: date) -> str:
    """`6月2日`."""
    return text("dashboard.day", month=day.month, day=day.day)


def full_day(day: date) -> str:
    """`2025年6月2日`."""
    return text("dashboard.full_day", year=day.year, month=day.month, day=day.day)


def moment_name(moment: datetime) -> str:
    """`2025年6月2日 09:05`, on the wall clock of the cities."""
    wall = on_the_wall(moment)
    day = full_day(wall.date())
    return text("dashboard.moment", day=day, hour=f"{wall.hour:02}", minute=f"{wall.minute:02}")


def step_name(step: Step, start: date) -> str:
    """A step in a table, with its year: a spreadsheet takes a day without one for one of now."""
    return _step_name(step, start, full_day)


def step_label(step: Step, start: date) -> str:
    """A step on a plot, where there is little room."""
    return _step_name(step, start, day_name)


def _step_name(step: Step, start: date, named: Callable[[date], str]) -> str:
    match step:
        case Step.DAY:
            return named(start)
        case Step.WEEK:
            return text("dashboard.week", day=named(start))
        case Step.MONTH:
            return text("dashboard.month", year=start.year, month=start.month)
