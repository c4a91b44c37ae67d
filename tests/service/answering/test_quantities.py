"""Counters and telling numbers, on questions of our own."""

import pytest

from service.answering.quantities import counters_missing, named_numbers, number_agreement


@pytest.mark.parametrize(
    ("question", "told", "missing"),
    [
        ("公民館は何か所ありますか", "43カ所を接続しました。", False),
        ("公民館は何か所ありますか", "公民館で講座を開きます。", True),
        ("委員は何人ですか", "委員20名以内をもって組織する。", False),
        ("委員は何人ですか", "回答は815件でした。", True),
        ("割合は何％ですか", "97.4％となっています。", False),
        ("何件の応募がありましたか", "２０名が応募しました。", True),
        ("いつ始まりますか", "始まります。", False),
    ],
)
def test_a_counter_asked_for_must_be_told(question: str, told: str, missing: bool) -> None:
    assert counters_missing(question, told) is missing


def test_ordinals_are_one_however_written() -> None:
    assert named_numbers("第四次計画") == named_numbers("4次計画") == {"4次"}


@pytest.mark.parametrize(
    ("question", "told", "agreement"),
    [
        ("３０代の利用率は", "30代は91.3%です。", 1.0),
        ("３０代の利用率は", "50代は80.9%です。", -1.0),
        ("第2次計画はいつ", "第二次取手市地域情報化計画を策定", 1.0),
        ("計画はいつ", "第二次取手市地域情報化計画を策定", 0.0),
    ],
)
def test_a_number_named_must_stand_in_the_text(question: str, told: str, agreement: float) -> None:
    assert number_agreement(question, told) == agreement
