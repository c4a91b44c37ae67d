"""What a form asks to be done with the items that are ticked in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from starlette.datastructures import FormData

from service.http.review.queue.queue_page import ActForm
from service.reviewing.queue import Act, Change, Person, Pick
from service.reviewing.states import SETTABLE, ItemState

_PICK = re.compile(r"([0-9a-f]{32})\.([0-9]{1,9})")


def form_of(data: FormData) -> ActForm:
    """What was sent, as it was; the filter of the same page has the other names."""

    def text(name: str) -> str:
        value = data.get(name, "")
        return value if isinstance(value, str) else ""

    picks = frozenset(pick for pick in data.getlist("pick") if isinstance(pick, str))
    return ActForm(picks, text("act"), text("to"), text("due"), text("to_state"))


def picks_of(form: ActForm) -> tuple[Pick, ...]:
    """The items that are ticked; what is none is passed over."""
    found = (_PICK.fullmatch(pick) for pick in sorted(form.picks))
    return tuple(Pick(one[1], int(one[2])) for one in found if one)


def change_of(
    form: ActForm, people: Iterable[Person], cities: Iterable[str | None]
) -> Change | ActForm:
    """What is to become of the items, or the form with what is wrong with it.

    people  who may be given items
    cities  of the items that are ticked
    """
    if not picks_of(form):
        return replace(form, faults={"pick": "fault_pick"})
    if form.act == Act.ASSIGN:
        chosen = next((person for person in people if person.id == form.assignee), None)
        if chosen is None:
            return replace(form, faults={"assignee": "fault_assignee"})
        if not all(chosen.reviews(city) for city in cities):
            return replace(form, faults={"assignee": "fault_assignee_city"})
        return Change(Act.ASSIGN, assignee_id=chosen.id)
    if form.act == Act.DUE:
        try:
            due = date.fromisoformat(form.due) if form.due else None
        except ValueError:
            return replace(form, faults={"due": "fault_day"})
        return Change(Act.DUE, due_on=due)
    if form.act == Act.STATE:
        if form.state not in {state.value for state in SETTABLE}:
            return replace(form, faults={"state": "fault_state"})
        return Change(Act.STATE, state=ItemState(form.state))
    if form.act in (Act.TAKE, Act.RELEASE):
        return Change(Act(form.act))
    return replace(form, faults={"pick": "fault_act"})
