"""What staff hid is neither found nor cited, quoted, offered or told beside."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from index.results import WITHHELD
from knowledge.records import Footnote, GlossaryTerm
from service.answering.corrections.records import HiddenPassage, RestsOn
from service.counter import Counter, Question
from service.outcome import Answer, Reason
from service.question.exchange import Exchange

Correct = Callable[..., Counter]
On = Callable[[str], RestsOn]

EVENT = "toride-4/timeline/2016-3"
ENTRY = "toride-4/faq/0291"  # rests on the event alone
WORDS = "諸証明のコンビニ交付開始"
ASKED = Question("コンビニ交付はいつから", "toride")


def quotes(answer: Answer) -> str:
    return "".join("".join(citation.quote.split()) for citation in answer.citations)


@pytest.fixture
def hiding(corrected: Correct, on: On) -> Counter:
    return corrected(HiddenPassage(on(EVENT), "年度が違います"))


def test_it_is_gone_with_the_entry_that_rests_on_it(counter: Counter, hiding: Counter) -> None:
    assert {EVENT, ENTRY} <= hiding.in_force.withheld
    before, now = counter.ask(ASKED), hiding.ask(ASKED)
    assert WORDS in quotes(before)
    assert ENTRY in {citation.passage_id for citation in before.citations}
    assert WORDS not in quotes(now)
    assert not {EVENT, ENTRY} & {citation.passage_id for citation in now.citations}
    assert "平成28年度" not in now.text
    offered = {choice.question for choice in now.choices}
    assert not offered & set(next(e.forms for e in counter.knowledge.faq if e.id == ENTRY))


def test_the_search_says_why_and_gives_others_in_its_place(
    counter: Counter, hiding: Counter
) -> None:
    before, now = (one.search(ASKED.text, "toride") for one in (counter, hiding))
    assert len(before.hits) == len(now.hits) == 10
    assert not hiding.in_force.withheld & {hit.passage.id for hit in now.hits}
    reasons = {hit.passage.id: hit.rejected for hit in now.rejected}
    assert reasons[ENTRY] == WITHHELD
    kept = [hit.passage.id for hit in before.hits if hit.passage.id not in hiding.in_force.withheld]
    assert [hit.passage.id for hit in now.hits][: len(kept)] == kept
    assert hiding.ask(ASKED).results is not None


def test_a_conversation_does_not_bring_it_back(hiding: Counter) -> None:
    before = Exchange("コンビニ交付はいつから", Reason.ANSWERED_FAQ, "toride", (ENTRY, EVENT))
    for text in ("もっと詳しく", "それはどの課ですか", "それはいつからですか"):
        turn = hiding.follow(Question(text, "toride", earlier=(before,)))
        assert WORDS not in quotes(turn.answered)
        shown = {hit.passage.id for side in turn.sides for hit in side.results.hits}
        assert not shown & hiding.in_force.withheld


@pytest.mark.parametrize(
    "text",
    [
        "いじめ防止アプリの導入はどの課が行いますか",
        "いじめ防止アプリケーションの導入について",
        "いじめ防止アプリの予定は？",
    ],
)
def test_no_quote_reaches_into_it_and_nothing_is_completed_from_it(
    counter: Counter, corrected: Correct, on: On, text: str
) -> None:
    asked, row = Question(text, "toride"), "toride-4/schedule/2-1-8"
    taken = counter.passages[row].spans
    shown = [c.span for c in counter.ask(asked).citations]
    assert any(span.overlaps(one) for span in shown for one in taken)
    now = corrected(HiddenPassage(on(row), "古い")).ask(asked)
    assert "指導課" not in now.text
    for citation in now.citations:
        assert not any(citation.span.overlaps(one) for one in taken)


def test_a_term_is_not_offered_from_where_it_is_hidden(
    counter: Counter, corrected: Correct, on: On
) -> None:
    asked = Question("LGWANとは何ですか", "oyama")
    assert {choice.city for choice in counter.ask(asked).choices} == {"toride"}
    terms = [
        record.id
        for record in counter.knowledge.records()
        if isinstance(record, GlossaryTerm | Footnote)
        and "LGWAN" in (record.term, *getattr(record, "aliases", ()))
    ]
    hidden = corrected(*(HiddenPassage(on(one), "古い") for one in terms))
    assert not hidden.ask(asked).choices


@pytest.mark.parametrize(
    ("text", "plan_id", "parts"),
    [
        ("第五次計画の第1章には、どのような項目が書かれていますか。", "toride-5", "第1章5"),
        ("第五次計画の第1章には、どのような項目が書かれていますか。", "toride-5", "第1章"),
    ],
)
def test_blanks_between_hidden_headings_are_no_quote(
    corrected: Correct, on: On, text: str, plan_id: str, parts: str
) -> None:
    hidden = on(f"{plan_id}/section/{parts}#parts")
    now = corrected(HiddenPassage(hidden, "古い")).ask(Question(text, "toride"))
    for citation in now.citations:
        assert any(map(str.isalnum, citation.quote))


def test_a_measure_that_holds_it_does_not_tell_it(
    counter: Counter, corrected: Correct, on: On
) -> None:
    asked = Question("公共施設予約システムとはどのようなものですか。", "otawara")
    paragraph = "otawara-1/paragraph/第3章3(1)④i-2"
    told = "予約状況を確認できるサービスを提供する"
    assert told in counter.ask(asked).text
    hiding = corrected(HiddenPassage(on(paragraph), "古い"), city="otawara")
    now = hiding.ask(asked)
    assert told not in now.text
    assert told not in quotes(now)
    assert "otawara-1/measure/3(1)④i" in hiding.in_force.withheld
