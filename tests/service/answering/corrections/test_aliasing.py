"""Staff's words find what the plan's word finds, as whole words and in their city only."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.answering.corrections.aliasing import Aliases
from service.answering.corrections.records import Synonym
from service.counter import Counter, Question
from service.outcome import Status

Correct = Callable[..., Counter]

GROUP = ("コンビニ交付", "ピピッと発行", "らくらく発行")
ASKED = "ピピッと発行っていつからできるの"
FACT = "平成28年度（2016年度）"


def found(
    text: str, *groups: tuple[str | None, tuple[str, ...]], city: str = "toride"
) -> list[str]:
    return [text[one.start : one.end] for one in Aliases(groups).found(text, city)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ピピッと発行はいつから", ["ピピッと発行"]),
        ("コンビニ交付とらくらく発行", ["コンビニ交付", "らくらく発行"]),
        ("らくらく発行所はどこ", []),
        ("らくらくに発行できますか", []),
        ("", []),
    ],
)
def test_whole_words_are_found(text: str, words: list[str]) -> None:
    assert found(text, (None, GROUP)) == words


def test_no_word_is_found_inside_another_and_the_longest_counts() -> None:
    cards = ("個人番号カード", "カード"), ("在留カード", "滞在カード")
    assert found("ICカードの利用は", (None, cards[0])) == []
    assert found("カードの利用は", (None, cards[0])) == ["カード"]
    short, long = ("窓口", "カウンター"), ("総合案内", "カウンター受付")
    assert found("カウンター受付はどこ", (None, short), (None, long)) == ["カウンター受付"]
    assert found("券は", (None, ("証票", "券"))) == []


def test_case_and_city_count() -> None:
    group = ("情報通信技術", "Torinet")
    assert found("TORINETとは", ("toride", group)) == ["TORINET"]
    assert found("TORINETとは", ("otawara", group)) == []


def test_a_question_is_found_that_was_not(counter: Counter, corrected: Correct) -> None:
    question = Question(ASKED, "toride")
    assert counter.ask(question).status is Status.NOT_FOUND
    turn = corrected(Synonym(GROUP)).follow(question)
    assert FACT in turn.answered.text
    assert turn.answered.confidence > 0.5
    assert turn.answered.meaning == ASKED
    assert turn.understood.official_text == "コンビニ交付っていつからできるの"
    assert turn.sides[0].as_typed is not None
    assert turn.sides[0].as_typed.query.text == turn.understood.search_text
    best = turn.sides[0].candidates[0].agreement
    plain = counter.follow(question).sides[0].candidates[0].agreement
    assert best.coverage > plain.coverage


def test_a_word_that_staff_know_is_no_slip(counter: Counter, corrected: Correct) -> None:
    slip = "スマートフオン"  # one sign from a word of the plans
    text = f"{slip}の担当課はどこですか"
    assert slip not in counter.follow(Question(text, "toride")).understood.text
    known = corrected(Synonym(("電子申請", slip))).follow(Question(text, "toride"))
    assert slip in known.understood.text


def test_other_cities_and_other_questions_are_as_before(
    counter: Counter, corrected: Correct
) -> None:
    aliased = corrected(Synonym(GROUP))
    for text, city in ((ASKED, "otawara"), ("LGWANとは何ですか", "toride")):
        before, now = (one.ask(Question(text, city)) for one in (counter, aliased))
        assert (before.text, before.confidence) == (now.text, now.confidence)


def test_foreign_questions_hold_them_too(corrected: Correct) -> None:
    aliased = corrected(Synonym(("コンビニ交付", "quick kiosk")))
    turn = aliased.follow(Question("Since when is there a quick kiosk?", "toride"))
    assert turn.understood.official_text == "Since when is there a コンビニ交付?"
