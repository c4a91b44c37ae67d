"""What staff write, held against limits, the real plans, and what others wrote."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from service.answering.corrections.records import (
    ApprovedAnswer,
    Body,
    CityContact,
    CorrectionKind,
    HiddenPassage,
    PassageNote,
    RefusalTopic,
    RestsOn,
    Synonym,
)
from service.correcting import (
    Check,
    Corrected,
    Entered,
    FaultCode,
    Grounds,
    Version,
    VersionState,
    body_of,
    shared,
)
from service.correcting.entered import plain
from service.counter import Counter

TODAY = date(2025, 6, 2)


@pytest.fixture(scope="module")
def grounds(counter: Counter) -> Grounds:
    return Grounds(counter.knowledge, counter.passages)


@pytest.fixture(scope="module")
def good(counter: Counter, grounds: Grounds) -> ApprovedAnswer:
    """The reviewed answer of an entry, as staff would write it, on the passage of its evidence."""
    entry = next(
        one for one in counter.knowledge.faq if one.plan_id == "toride-5" and "年度" in one.answer
    )
    return ApprovedAnswer(entry.forms[:3], entry.answer, (grounds.rests_on(entry.id),))


def codes(grounds: Grounds, body: Body, city: str | None = "toride") -> set[tuple[str, str]]:
    return {
        (fault.field, fault.code.value)
        for fault in Check(grounds, TODAY).faults(city, body)
        if not fault.is_warning
    }


def test_a_reviewed_answer_has_no_fault(grounds: Grounds, good: ApprovedAnswer) -> None:
    assert codes(grounds, good) == set()
    assert codes(grounds, replace(good, valid_from=TODAY, valid_to=TODAY)) == set()


def test_every_shipped_entry_would_be_taken(counter: Counter, grounds: Grounds) -> None:
    """The rules that hold our own entries and those for staff are the same ones."""
    check = Check(grounds, TODAY)
    for entry in counter.knowledge.faq:
        city = counter.knowledge.plan(entry.plan_id).city
        body = ApprovedAnswer(entry.forms[:1], entry.answer, (grounds.rests_on(entry.id),))
        faults = [one for one in check.faults(city, body) if not one.is_warning]
        assert not faults, (entry.id, faults)


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"forms": ()}, ("forms", "empty")),
        ({"forms": ("同じ質問", "同じ質問？")}, ("forms", "twice")),
        ({"forms": ("あ" * 301,)}, ("forms", "too_long")),
        ({"forms": tuple(f"質問その{n}" for n in range(21))}, ("forms", "too_many")),
        ({"forms": ("電話は090-1234-5678です",)}, ("forms", "personal")),
        ({"forms": ("<b>計画</b>とは",)}, ("forms", "markup")),
        ({"answer": ""}, ("answer", "empty")),
        ({"answer": "長い文です。" * 80}, ("answer", "too_long")),
        ({"answer": "計画は98765件です。"}, ("answer", "number")),
        ({"answer": "計画は1951年度からです。"}, ("answer", "number")),
        ({"answer": "計画は「存在しない標語」を掲げています。"}, ("answer", "quoted")),
        ({"answer": "計画があります"}, ("answer", "not_whole")),
        ({"passages": ()}, ("passages", "no_passage")),
        ({"passages": (RestsOn("toride-5/none/1", ""),)}, ("passages", "passage_gone")),
        (
            {"valid_from": date(2025, 5, 2), "valid_to": date(2025, 5, 1)},
            ("valid_to", "days_reversed"),
        ),
    ],
)
def test_faults_of_an_answer(
    grounds: Grounds, good: ApprovedAnswer, changes: dict[str, object], fault: tuple[str, str]
) -> None:
    assert fault in codes(grounds, replace(good, **changes))  # type: ignore[arg-type]


def test_a_fault_names_the_value(grounds: Grounds, good: ApprovedAnswer) -> None:
    body = replace(good, answer="計画は98765件です。")
    faults = Check(grounds, TODAY).faults("toride", body)
    assert [one.value for one in faults if one.code is FaultCode.NUMBER] == ["98765件"]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ("担当は存在確認推進課です。", FaultCode.NAME),
        ("計画がある。", FaultCode.IMPOLITE),
    ],
)
def test_what_a_person_has_to_look_at_is_a_warning(
    grounds: Grounds, good: ApprovedAnswer, answer: str, code: FaultCode
) -> None:
    faults = Check(grounds, TODAY).faults("toride", replace(good, answer=answer))
    assert [one.is_warning for one in faults if one.code is code] == [True]


def test_a_last_day_that_has_passed_is_a_warning(grounds: Grounds, good: ApprovedAnswer) -> None:
    faults = Check(grounds, TODAY).faults("toride", replace(good, valid_to=date(2025, 6, 1)))
    assert [(one.code, one.is_warning) for one in faults] == [(FaultCode.OVER, True)]


@pytest.mark.parametrize("city", ["otawara", None])
def test_a_passage_belongs_to_the_city(
    grounds: Grounds, good: ApprovedAnswer, city: str | None
) -> None:
    for body in (
        good,
        HiddenPassage(good.passages[0], "古い"),
        PassageNote(good.passages[0], "注"),
    ):
        assert ("passages", "other_city") in codes(grounds, body, city)


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        (Synonym(("情報化",)), ("words", "too_few")),
        (Synonym(("情報化", "情報化")), ("words", "twice")),
        (Synonym(("情報化", "市")), ("words", "one_sign")),
        (Synonym(("情報化", "あ" * 41)), ("words", "too_long")),
        (Synonym(tuple(f"言葉{n}" for n in range(13))), ("words", "too_many")),
        (HiddenPassage(RestsOn("", ""), "理由"), ("passages", "no_passage")),
        (HiddenPassage(RestsOn("x", ""), ""), ("reason", "empty")),
        (PassageNote(RestsOn("x", ""), "あ" * 201 + "です。"), ("note", "too_long")),
        (RefusalTopic("", (("裁判",),), "お答えできません。"), ("name", "empty")),
        (RefusalTopic("訴訟", (), "お答えできません。"), ("phrases", "empty")),
        (RefusalTopic("訴訟", (("水",),), "お答えできません。"), ("phrases", "one_sign")),
        (RefusalTopic("訴訟", (("一二",) * 6,), "お答えできません。"), ("phrases", "too_many")),
        (RefusalTopic("訴訟", (("裁判",),), "お答えできません"), ("text", "not_whole")),
        (CityContact(""), ("text", "empty")),
        (CityContact("私の暗証番号は1234です。"), ("text", "personal")),
    ],
)
def test_faults_of_the_other_kinds(grounds: Grounds, body: Body, fault: tuple[str, str]) -> None:
    assert fault in codes(grounds, body)


def test_a_city_tells_its_own_telephone(grounds: Grounds) -> None:
    assert codes(grounds, CityContact("電話0297-74-2141へお尋ねください。")) == set()


def test_a_day_that_is_none_is_told() -> None:
    entered = Entered({"valid_from": "2025-02-30", "valid_to": "2025/03/01"})
    body, faults = body_of(CorrectionKind.ANSWER, entered, lambda one: RestsOn(one, ""))
    assert isinstance(body, ApprovedAnswer)
    assert (body.valid_from, body.valid_to) == (None, date(2025, 3, 1))
    assert [(one.field, one.code, one.value) for one in faults] == [
        ("valid_from", FaultCode.DAY, "2025-02-30")
    ]


def test_texts_become_plain_and_keep_their_brackets() -> None:
    assert plain(" ２０２５年（ＤＸ） \r\n\r\n・\u200b一つ\x07 ") == "2025年（DX）\n・一つ"


def held(body: Body, city: str | None = "toride", live: bool = True, name: str = "1") -> Corrected:
    state = VersionState.APPROVED if live else VersionState.DRAFT
    at = datetime(2025, 6, 2, tzinfo=UTC)
    version = Version(1, body, False, state, None, None, 0, "", "", "", (), at, "", None, "")
    kind = CorrectionKind.ANSWER
    return Corrected(name, city, kind, None, 1 if live else None, at, (version,))


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (held(ApprovedAnswer(("計画とは？",), "答", ())), [("計画とは", "1", False)]),
        (held(ApprovedAnswer(("計画とは？",), "答", ()), live=False), [("計画とは", "1", True)]),
        (held(ApprovedAnswer(("計画とは？",), "答", ()), city="oyama"), []),
        (held(ApprovedAnswer(("計画とは何",), "答", ())), []),
        (held(ApprovedAnswer(("計画とは",), "答", ()), name="own"), []),
    ],
)
def test_a_form_answers_once_in_a_city(
    other: Corrected, found: list[tuple[str, str, bool]]
) -> None:
    body = ApprovedAnswer(("計画とは",), "別の答", ())
    faults = shared("own", "toride", body, [other])
    assert [(one.value, one.other, one.is_warning) for one in faults] == found


def test_a_synonym_of_another_group_is_shown() -> None:
    other = held(Synonym(("防災無線", "町内放送")), city=None)
    faults = shared("", "toride", Synonym(("町内放送", "屋外放送")), [other])
    assert [(one.value, one.other, one.is_warning) for one in faults] == [
        ("防災無線、町内放送", "1", True)
    ]
    reviewed = shared("", "toride", Synonym(("電子メール", "イーメール")), [])
    assert any("電子メール" in one.value and not one.other for one in reviewed)


def test_other_corrections_of_the_same_passage_are_shown() -> None:
    rest = RestsOn("toride-5/measure/1", "")
    other = held(PassageNote(rest, "注"))
    (fault,) = shared("", "toride", PassageNote(rest, "別の注"), [other])
    assert (fault.code, fault.other, fault.is_warning) == (FaultCode.PASSAGE_TAKEN, "1", True)
    assert shared("", "toride", HiddenPassage(rest, "古い"), [other]) == ()
