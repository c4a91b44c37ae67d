"""Bodies as they are stored: each kind there and back, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any

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
from service.correcting import entered_of, from_json, kind_of, to_json
from service.correcting.entered import body_of
from service.correcting.errors import BodyError

REST = RestsOn("toride-4/measure/1", "0" * 64)
BODIES: list[Body] = [
    ApprovedAnswer(("問1", "問2"), "答えです。", (REST,), date(2025, 4, 1), date(2026, 3, 31)),
    ApprovedAnswer(("問1",), "一行目です。\n・二行目", (REST,)),
    Synonym(("情報化", "デジタル化")),
    HiddenPassage(REST, "古い数です。"),
    PassageNote(REST, "令和7年に変わりました。"),
    RefusalTopic("訴訟", (("裁判",), ("市長", "訴え")), "お答えできません。"),
    CityContact("電話でお尋ねください。"),
]


@pytest.mark.parametrize("body", BODIES, ids=lambda body: type(body).__name__)
def test_a_body_comes_back_as_it_was(body: Body) -> None:
    stored = to_json(body)
    assert from_json(kind_of(body), stored) == body
    # And through the form that it was typed into.
    typed, faults = body_of(kind_of(body), entered_of(body), lambda one: REST)
    assert (typed, faults) == (body, ())


@pytest.mark.parametrize(
    ("kind", "stored", "named"),
    [
        (CorrectionKind.CONTACT, {}, "text"),
        (CorrectionKind.CONTACT, {"text": 3}, "text"),
        (CorrectionKind.CONTACT, {"text": "あ", "colour": "赤"}, "colour"),
        (CorrectionKind.SYNONYM, {"words": "市"}, "words"),
        (CorrectionKind.SYNONYM, {"words": ["市", 1]}, "words.1"),
        (CorrectionKind.NOTE, {"passage": {"passage_id": "x"}, "note": "n"}, "passage.digest"),
        (
            CorrectionKind.ANSWER,
            {
                "forms": ["問"],
                "answer": "答",
                "passages": [],
                "valid_from": "きょう",
                "valid_to": None,
            },
            "valid_from",
        ),
        (CorrectionKind.ANSWER, {"forms": ["問"], "answer": "答", "passages": []}, "valid_from"),
    ],
)
def test_what_does_not_read_is_named_without_its_words(
    kind: CorrectionKind, stored: dict[str, Any], named: str
) -> None:
    with pytest.raises(BodyError, match=named) as refused:
        from_json(kind, stored)
    assert "赤" not in str(refused.value)
