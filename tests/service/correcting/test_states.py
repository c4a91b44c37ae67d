"""The life of a version: every step from every state, and what the store does with it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.answering.corrections.records import CityContact
from service.correcting import Register, Step, VersionState, allowed_steps
from service.correcting.errors import StepError
from tests.service.correcting.written import APPROVER, AUTHOR, OTHER, Correcting

STEPS = [step for step in Step if step is not Step.SUPERSEDE]  # that one is never asked for
ALLOWED = {
    (VersionState.DRAFT, Step.SAVE, VersionState.DRAFT),
    (VersionState.DRAFT, Step.PROPOSE, VersionState.PROPOSED),
    (VersionState.DRAFT, Step.WITHDRAW, VersionState.WITHDRAWN),
    (VersionState.PROPOSED, Step.SEND_BACK, VersionState.SENT_BACK),
    (VersionState.PROPOSED, Step.APPROVE, VersionState.APPROVED),
    (VersionState.PROPOSED, Step.WITHDRAW, VersionState.WITHDRAWN),
    (VersionState.SENT_BACK, Step.SAVE, VersionState.DRAFT),
    (VersionState.SENT_BACK, Step.WITHDRAW, VersionState.WITHDRAWN),
}


def brought_to(at_work: Correcting, state: VersionState) -> str:
    """A correction whose first version is in a state."""
    drafts, decisions = at_work.drafts, at_work.decisions
    held = drafts.begin(AUTHOR, "toride", CityContact("市役所へお尋ねください。"))
    if state is VersionState.DRAFT:
        return held
    if state is VersionState.WITHDRAWN:
        drafts.withdraw(AUTHOR, held, 1, 0)
        return held
    drafts.propose(AUTHOR, held, 1, 0)
    if state is VersionState.SENT_BACK:
        decisions.send_back(APPROVER, held, 1, 0, note="数を確かめてください。")
    if state in (VersionState.APPROVED, VersionState.SUPERSEDED):
        decisions.approve(APPROVER, held, 1, 0, live=None)
    if state is VersionState.SUPERSEDED:
        at_work.next(held, "総務課へお尋ねください。", 1)
    return held


@pytest.mark.parametrize("state", VersionState)
def test_every_step_from_every_state(at_work: Correcting, state: VersionState) -> None:
    drafts, decisions = at_work.drafts, at_work.decisions
    read = Register(at_work.store).read
    for step in STEPS:
        held = brought_to(at_work, state)
        before = read(held)
        live = before.live_number
        take: dict[Step, Callable[[str], object]] = {
            Step.SAVE: lambda held: drafts.save(OTHER, held, 1, CityContact("別の文です。"), 0),
            Step.PROPOSE: lambda held: drafts.propose(OTHER, held, 1, 0),
            Step.WITHDRAW: lambda held: drafts.withdraw(AUTHOR, held, 1, 0),
            Step.SEND_BACK: lambda held: decisions.send_back(APPROVER, held, 1, 0, note="理由"),
            Step.APPROVE: lambda held, live=live: decisions.approve(  # type: ignore[misc]
                APPROVER, held, 1, 0, live=live
            ),
        }
        led_to = {to for start, own, to in ALLOWED if (start, own) == (state, step)}
        if led_to:
            take[step](held)
            assert {read(held).versions[-1].state} == led_to
            continue
        with pytest.raises(StepError) as refused:
            take[step](held)
        assert (refused.value.step, refused.value.state) == (step, state)
        assert read(held) == before


def test_what_a_state_allows_is_the_table() -> None:
    for state in VersionState:
        named = {step for start, step, _ in ALLOWED if start is state}
        assert allowed_steps(state) - {Step.SUPERSEDE} == named
