"""Every language says everything that Japanese says, with the same values and in its own words."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import jinja2
import pytest
from jinja2 import meta

import prompts
from prompts import say, wordings
from service.answering.voice import LANGUAGES
from service.outcome import Reason

FOLDER = Path(prompts.__file__).parent
OTHERS = [lang for lang in LANGUAGES if lang != "ja"]
FOREIGN = [lang for lang in OTHERS if lang != "ja-easy"]
# What a language may use beside what Japanese uses: the code passes it to all.
ALSO = {
    "year/fiscal": {"western", "printed"},
    "phrase/contact": {"city"},
    "outcome/refused.emergency": {"lines"},
}
# Japanese says both forms of a year at once.
ONLY_JAPANESE = {"year/fiscal": {"both"}}
VALUES: dict[str, object] = {
    "where": "(W)",
    "contact": "(C)",
    "nearest": "(N)",
    "page": 10,
    "further": "",
    "other_city": "(O)",
    "cities": ["(A)", "(B)"],
    "lead": "(L)",
    "reviewed": "",
    "told": "(T).",
    "answer": "(R)",
}
SHOWN = {
    Reason.ANSWERED_FAQ: ["(L)", "(R)", "(P)", "(V)"],
    Reason.ANSWERED_RECORD: ["(L)", "(R)", "(P)", "(V)"],
    Reason.ANSWERED_CONTENTS: ["(T)"],
    Reason.NOT_FOUND_NO_EVIDENCE: ["(W)", "(C)"],
    Reason.NOT_FOUND_NO_MORE: ["(W)", "(C)"],
    Reason.NOT_FOUND_NOT_IN_PLAN: ["(W)", "(N)", "(C)"],
    Reason.NOT_FOUND_OTHER_CITY: ["(O)", "(A)", "(B)"],
    Reason.NOT_FOUND_LIVE: ["(W)", "(C)"],
    Reason.NOT_FOUND_PERSONAL_MATTER: ["(W)", "(C)"],
    Reason.REFUSED_EMERGENCY: ["119", "110"],
}
SCRIPT = {
    "en": r"\b(the|we|please)\b",
    "zh": r"[请们这计划]",
    "ko": r"[가-힣]",
    "pt": r"\b(de|não|você|uma?|está)\b",
    "es": r"\b(de|el|la|está|su|en|esta)\b",
    "ja-easy": r"(です|ます|ません|ください|ました)",
}


def source(lang: str, name: str) -> str:
    return (FOLDER / lang / f"{name}.j2").read_text(encoding="utf-8")


def variables(lang: str, name: str) -> set[str]:
    return meta.find_undeclared_variables(jinja2.Environment().parse(source(lang, name)))


@pytest.mark.parametrize("lang", OTHERS)
def test_the_same_templates_stand_in_every_language(lang: str) -> None:
    assert wordings(lang) == wordings("ja")


@pytest.mark.parametrize(("lang", "name"), list(product(OTHERS, sorted(wordings("ja")))))
def test_the_same_values_are_used(lang: str, name: str) -> None:
    japanese, used = variables("ja", name), variables(lang, name)
    assert used <= japanese | ALSO.get(name, set())
    assert japanese - ONLY_JAPANESE.get(name, set()) <= used


@pytest.mark.parametrize(("lang", "reason"), list(product(OTHERS, Reason)))
def test_every_reason_has_a_sentence(lang: str, reason: Reason) -> None:
    note = (
        say("phrase/contents_only", lang)
        if reason is Reason.ANSWERED_CONTENTS
        else say("phrase/period_over", lang, period="(P)", newer="(V)")
    )
    text = say(f"outcome/{reason.value}", lang, **VALUES, note=note)
    assert text.endswith(("。", ".", "」", "」.")), text
    assert re.search(SCRIPT[lang], text, re.IGNORECASE), text
    assert not re.search(r"[{}%]|<br>|  ", text), text
    assert not re.search(r"[.!?](?=[A-Za-zÀ-ÿ가-힣])", text), text
    for shown in SHOWN.get(reason, []):
        assert shown in text


@pytest.mark.parametrize(("lang", "name"), list(product(FOREIGN, sorted(wordings("ja")))))
def test_no_japanese_is_left_in_a_frame(lang: str, name: str) -> None:
    words = re.sub(r"\{[{%].*?[%}]\}", "", source(lang, name), flags=re.DOTALL)
    assert not re.search("[ぁ-ゖァ-ヺ]", words.replace("・", "")), words


@pytest.mark.parametrize("lang", OTHERS)
def test_help_lines_stand_with_their_numbers(lang: str) -> None:
    line = {"name": "いのちの電話", "number": "0120-000-000", "what": "相談"}
    text = say("outcome/refused.emergency", lang, lines=(line,))
    assert "「いのちの電話」" in text
    assert "0120-000-000" in text
    assert text.index("119") < text.index("0120")
    assert "0120" not in say("outcome/refused.emergency", lang, lines=())


@pytest.mark.parametrize("name", sorted(wordings("ja")))
def test_easy_japanese_keeps_sentences_short(name: str) -> None:
    words = re.sub(r"\{[{%].*?[%}]\}|〈[^〉]*〉", "", source("ja-easy", name), flags=re.DOTALL)
    sentences = re.split(r"。|<br>|\n", words)
    assert max(map(len, sentences)) <= 50
    assert not re.search("なければなりません|ないわけ|ざるを得|お[^。]{1,6}ください", words)
