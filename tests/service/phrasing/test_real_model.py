"""A real model that is bad at Japanese: none of what it makes up reaches a resident."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest

from knowledge.knowledgebase import KnowledgeBase
from knowledge.reviewing.support import print_era
from service.answering.settings import AnsweringSettings
from service.counter import Counter, Question
from service.outcome import Answer, Generator, Status
from service.phrasing.breaker import CircuitBreaker
from service.phrasing.endpoint import Endpoint, Messages, Reply
from service.phrasing.evidence import Evidence
from service.phrasing.outcome import NotPhrased, PhrasingOutcome
from service.phrasing.phrase import Phrase
from service.phrasing.settings import BreakerSettings, EndpointSettings, VerifyingSettings
from service.phrasing.verifying.cutting import sentences
from service.phrasing.verifying.verifier import verify

QUESTIONS = (
    ("いじめ防止アプリの担当課は？", "toride"),
    ("第三次計画で停滞した施策はいくつ？", "toride"),
    ("第3次計画の期間は何年から何年まで", "joso"),
    ("小山市の計画期間は", "oyama"),
)
# Enough for a sentence or two; the model hardly ever ends by itself.
TOKENS = 28
# Warm enough to make things up: 「平成28年5月1日（水）に策定したものです」.
TEMPERATURE = 0.7


@dataclass(frozen=True)
class Heard:
    """A question, its composed answer, the answer with the model on, and what the model wrote."""

    question: str
    composed: Answer
    answer: Answer
    raw: Reply


@pytest.fixture(scope="module")
def endpoint(gemma_url: str) -> Iterator[Endpoint]:
    endpoint = Endpoint(
        EndpointSettings(
            gemma_url, "gemma", timeout_s=60, retries=0, temperature=TEMPERATURE, tokens=TOKENS
        )
    )
    yield endpoint
    endpoint.close()


@pytest.fixture(scope="module")
def heard(counter: Counter, knowledge: KnowledgeBase, endpoint: Endpoint) -> list[Heard]:
    """Every question asked with the model off and on; half a sentence at the end is let off."""
    written: list[Reply] = []

    def complete(messages: Messages) -> Reply:
        written.append(endpoint(messages))
        text = written[-1].text
        return Reply(text[: text.rfind("。") + 1] or text)

    phrase = Phrase(knowledge, complete, CircuitBreaker(BreakerSettings()))
    parts = (knowledge, counter._searcher, AnsweringSettings(), lambda: date(2025, 6, 2))
    on, off = Counter(*parts, phrase), Counter(*parts)
    found = []
    for text, city in QUESTIONS:
        question = Question(text, city)
        answer = on.ask(question)
        found.append(Heard(text, off.ask(question), answer, written[-1]))
    assert len(written) == len(QUESTIONS)
    return found


def test_the_model_really_wrote(heard: list[Heard]) -> None:
    assert all(one.answer.status is Status.ANSWERED for one in heard)
    assert sum(len(one.raw.text) for one in heard) > 10 * len(heard)
    assert all(one.answer.phrasing is not None for one in heard)


def test_what_is_shown_is_composed_or_held(heard: list[Heard]) -> None:
    for one in heard:
        if one.answer.generator is Generator.COMPOSED:
            assert one.answer.phrasing is not PhrasingOutcome.SHOWN
            assert one.answer.text == one.composed.text
        else:
            assert one.answer.phrasing is PhrasingOutcome.SHOWN
            assert one.answer.text.endswith(one.composed.note)
        assert one.answer.citations == one.composed.citations


def test_no_sentence_of_its_own_is_held_even_when_marks_and_ends_are_given_to_it(
    heard: list[Heard], knowledge: KnowledgeBase
) -> None:
    """As kind as can be: each sentence alone, finished, cited, and allowed to be incomplete."""
    refused = 0
    for one in heard:
        cite = one.composed.citations[0]
        evidence = Evidence(1, one.composed.core, cite.quote, f"{cite.plan_title} {cite.section}")
        seen = "".join(f"{evidence.statement}{evidence.quote}{evidence.place}".split())
        for sentence in sentences(one.raw.text):
            plain = sentence.replace("[1]", "").rstrip("。")
            try:
                shown = verify(
                    f"{plain}[1]。",
                    [evidence],
                    print_era(knowledge.plan(cite.plan_id)),
                    VerifyingSettings(words_kept=0.0),
                )
            except NotPhrased:
                refused += 1
                continue
            assert "".join(shown.rstrip("。").split()) in seen
    assert refused >= len(heard), "an adversary that invents nothing proves nothing"


def test_as_the_service_asks_the_same_question_gets_the_same_words(gemma_url: str) -> None:
    endpoint = Endpoint(EndpointSettings(gemma_url, "gemma", timeout_s=60, tokens=8))
    asked = Messages("短く。", "取手市は")
    first = endpoint(asked)
    assert first.text
    assert endpoint(asked) == first
    endpoint.close()
