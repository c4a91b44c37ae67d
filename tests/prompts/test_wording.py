"""Every outcome has its sentence, polite and free of leftovers."""

import jinja2
import pytest

from knowledge.vocabulary import Danger, help_lines_for
from prompts import UnknownWordingError, say, wordings
from service.outcome import Reason

VALUES: dict[str, object] = {
    "lines": help_lines_for(Danger, most=5),
    "where": "取手市の情報化計画",
    "contact": "市役所の担当課",
    "nearest": "コンビニ収納",
    "page": 10,
    "further": "",
    "other_city": "我孫子市",
    "cities": ["取手市", "小山市"],
    "lead": "",
    "reviewed": "",
    "told": "目次では5ページにあります。",
    "answer": "運用の予定です。",
    "note": "この計画の期間は終わっています。",
}


@pytest.mark.parametrize("reason", list(Reason))
def test_every_reason_has_a_polite_sentence(reason: Reason) -> None:
    text = say(f"outcome/{reason.value}", **VALUES)
    assert text.endswith(("。", "す。"))
    assert "です" in text or "ます" in text or "ません" in text or "ください" in text
    assert "{" not in text
    assert "<br>" not in text


def test_no_outcome_wording_without_a_reason() -> None:
    said = {name.removeprefix("outcome/") for name in wordings() if name.startswith("outcome/")}
    assert said == {reason.value for reason in Reason}


def test_a_missing_value_is_an_error() -> None:
    with pytest.raises(jinja2.UndefinedError):
        say("outcome/not_found.other_city")


def test_an_unknown_wording_is_an_error() -> None:
    with pytest.raises(UnknownWordingError, match="outcome/unknown"):
        say("outcome/unknown")


def test_line_breaks_are_only_those_written() -> None:
    text = say("record/enumeration", title="目標", items=["一", "二"], more=0)
    assert text == "目標は次の2つです。\n・一\n・二"


@pytest.mark.parametrize("danger", Danger)
def test_a_reply_to_danger_names_its_lines_and_is_short(danger: Danger) -> None:
    lines = help_lines_for([danger], most=5)
    said = say("outcome/refused.emergency", lines=lines)
    assert all(line.number in said and line.name in said for line in lines)
    assert len(said) <= 400
