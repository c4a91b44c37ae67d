"""What the log of changes says of an entry."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from service.http.review.accounts.changes import FieldChange, changes_of


def told(
    before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
) -> tuple[FieldChange, ...]:
    return changes_of(before, after, {"toride": "取手市"}.__getitem__, {"1f": "hanako"}).told


def test_codes_days_and_users_are_told_in_words() -> None:
    before = {"state": "open", "assignee_id": None, "due_on": None}
    after = {"state": "in_progress", "assignee_id": "1f", "due_on": "2026-11-29"}
    state, assignee, due = told(before, after)
    assert state == FieldChange("状態", ("未着手",), ("対応中",))
    assert state.is_changed
    assert assignee == FieldChange("担当", ("なし",), ("hanako",))
    assert due.after == ("2026年11月29日",)
    assert told(None, {"until": "2026-11-22T06:08:00+00:00"})[0].after == ("2026年11月22日 15:08",)
    assert told(None, {"roles": {"toride": "viewer"}})[0].after == ("取手市：閲覧者",)
    assert told(None, {"sentences": {"1": "wrong"}})[0].after == ("1：誤り",)
    assert told(None, {"is_harmful": False, "unheard_of": 3}) == (
        FieldChange("有害", None, ("いいえ",)),
        FieldChange("unheard_of", None, ("3",)),
    )


def test_the_words_of_a_correction_stand_line_by_line() -> None:
    passages = [{"passage_id": "toride-5/1", "digest": "0" * 64}]
    body = {"forms": ["一つ", "二つ"], "answer": "答え", "passages": passages}
    number, forms, answer, rested = told(None, {"number": 1, "body": body})
    assert (number.name, forms.name, answer.name) == ("版", "質問の形", "回答")
    assert forms.after == ("一つ", "二つ")
    assert rested.after == ("toride-5/1",)


def test_what_was_not_touched_is_context_and_what_is_gone_is_told() -> None:
    held = {"number": 2, "state": "proposed", "body": {"text": "窓口へ"}}
    changes = changes_of(held, {"number": 2}, str, {})
    assert [one.name for one in changes.told] == ["版"]
    assert not changes.told[0].is_changed
    assert [one.before for one in changes.context] == [("承認待ち",), ("窓口へ",)]
    gone = changes_of({"verdict": "right"}, None, str, {})
    assert gone.told == (FieldChange("評価", ("正しい",), None),)
    assert gone.context == ()


@pytest.mark.parametrize(
    "text", ["2025-02-30", "２０２５-０６-０２", "2025-06-02T25:00+09:00", "2025-06-02T1+99:99"]
)
def test_words_that_look_like_a_day_and_are_none_are_told_as_they_are(text: str) -> None:
    """The log keeps them for good: no page of it may fail over them."""
    assert told(None, {"name": text}) == (FieldChange("名前", None, (text,)),)
