"""Real reviewed answers as replies: copies are held, copies with one number changed are not."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import FaqEntry
from knowledge.reviewing.support import print_era
from service.phrasing.evidence import Evidence
from service.phrasing.outcome import NotPhrased, PhrasingOutcome
from service.phrasing.settings import VerifyingSettings
from service.phrasing.verifying.cutting import sentences
from service.phrasing.verifying.verifier import verify

SAMPLE = 17  # every 17th of 1,697 entries: a hundred from all plans
HELD_SHARE = 0.97  # measured over all entries: 0.997
NUMBER = re.compile(r"[0-9]+")


@pytest.fixture(scope="module")
def entries(knowledge: KnowledgeBase) -> list[FaqEntry]:
    return list(knowledge.records(kind=FaqEntry))[::SAMPLE]


def cited(text: str) -> str:
    """The text with [1] in every sentence."""
    return "".join(
        f"{one[:-1]}[1]。" if one.endswith("。") else f"{one}[1]" for one in sentences(text)
    )


def outcome(knowledge: KnowledgeBase, entry: FaqEntry, reply: str) -> PhrasingOutcome:
    plan = knowledge.plan(entry.plan_id)
    quote = knowledge.sources[plan.id].quote(entry.spans[0])
    place = f"{plan.title} {' > '.join(entry.section)}"
    evidence = [Evidence(1, entry.answer, quote, place)]
    try:
        verify(reply, evidence, print_era(plan), VerifyingSettings())
    except NotPhrased as reason:
        return reason.outcome
    return PhrasingOutcome.SHOWN


def changed(text: str) -> Iterator[str]:
    """The text with one number made one more, for each of its numbers."""
    for found in NUMBER.finditer(text):
        yield f"{text[: found.start()]}{int(found.group()) + 1}{text[found.end() :]}"


def test_most_copies_are_held(knowledge: KnowledgeBase, entries: list[FaqEntry]) -> None:
    assert len(entries) >= 100
    held = [
        outcome(knowledge, entry, cited(entry.answer)) is PhrasingOutcome.SHOWN for entry in entries
    ]
    assert sum(held) >= HELD_SHARE * len(entries)


def test_no_copy_with_a_changed_number_is_held(
    knowledge: KnowledgeBase, entries: list[FaqEntry]
) -> None:
    tried = [
        (text, outcome(knowledge, entry, cited(text)))
        for entry in entries
        for text in changed(entry.answer)
    ]
    assert len(tried) > 100
    assert [text for text, ended in tried if ended is PhrasingOutcome.SHOWN] == []


def test_no_copy_of_another_answer_is_held(
    knowledge: KnowledgeBase, entries: list[FaqEntry]
) -> None:
    pairs = zip(entries, entries[1:] + entries[:1], strict=True)
    shown = [
        other.answer
        for entry, other in pairs
        if outcome(knowledge, entry, cited(other.answer)) is PhrasingOutcome.SHOWN
    ]
    assert shown == []


def test_half_an_answer_is_incomplete(knowledge: KnowledgeBase) -> None:
    entry = next(
        one
        for one in knowledge.records(kind=FaqEntry)
        if "構築" in one.answer and "、33年度" in one.answer
    )
    half = f"{entry.answer.split('、')[0]}の予定です[1]。"
    assert outcome(knowledge, entry, half) is not PhrasingOutcome.SHOWN
