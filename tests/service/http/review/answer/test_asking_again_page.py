"""The same question asked again, and pages of answers that cannot be judged."""

from __future__ import annotations

import re
from collections.abc import Callable

from sqlalchemy import func, select

from service.accounts import Role
from service.conversations import Feedback
from service.counter import Counter
from service.http.pages.wording import staff_wording
from service.http.parts import Parts
from service.http.static_files import TEMPLATE_FOLDER
from service.outcome import Reason
from service.store import MessageRow, OutcomeRow, ReviewItemRow
from tests.service.http.review.answering import REFUSED, WHEN, page_of, text_of, told
from tests.service.http.review.staff_client import SignedIn

SignIn = Callable[..., SignedIn]


def test_the_same_question_is_asked_again_without_a_trace_of_it(
    parts: Parts, signed_in: SignIn
) -> None:
    reviewer, reply = signed_in(Role.REVIEWER), told(parts)
    path = f"/review/answers/{reply.message_id}"

    def rows() -> list[int | None]:
        with parts.store.reading() as connection:
            return [
                connection.scalar(select(func.count()).select_from(table))
                for table in (MessageRow, OutcomeRow, ReviewItemRow)
            ]

    before = rows()
    page = page_of(reviewer.post(f"{path}/again", note="書きかけ"))
    shown = text_of(page.get_element_by_id("again"))
    assert "同じ回答です" in shown
    assert "上位の候補の順位は同じです" in shown
    assert reply.answer.index_version in shown
    assert page.get_element_by_id("field-note").text == "書きかけ"
    assert rows() == before
    viewer = page_of(signed_in(Role.VIEWER).post(f"{path}/again"))
    assert "同じ回答です" in text_of(viewer)
    refused = told(parts, REFUSED)
    none = reviewer.post(f"/review/answers/{refused.message_id}/again")
    assert "同じ質問をすることもできません" in text_of(page_of(none, 422))


def test_a_viewer_reads_and_cannot_judge(parts: Parts, signed_in: SignIn) -> None:
    path = f"/review/answers/{told(parts).message_id}"
    page = page_of(signed_in(Role.VIEWER).get(path))
    assert not page.xpath("//*[@id='judgement']")
    assert "判定する権限がありません" in text_of(page)


def test_erased_words(parts: Parts, signed_in: SignIn) -> None:
    reviewer, reply = signed_in(Role.REVIEWER), told(parts)
    path = f"/review/answers/{reply.message_id}"
    parts.conversations.rate(Feedback(reply.message_id, True))
    assert reviewer.post(f"{path}/judgement", verdict="right").status_code == 303
    parts.conversations.forget(reply.conversation_id)
    page = page_of(reviewer.get(path))
    shown = text_of(page)
    assert WHEN not in shown
    assert reply.answer.text not in shown
    assert "言葉は消去されています" in shown
    assert "役に立った" in shown
    assert "あなたの判定:正しい" in shown.replace("：", ":")
    assert page.xpath("//a[starts-with(@href, '/sources/toride-4?from=')]")
    assert not page.xpath("//*[@id='judgement']")
    late = page_of(reviewer.post(f"{path}/judgement", verdict="wrong", version="1"), 422)
    assert "消去された" in text_of(late.xpath("//*[@role='alert']")[0])


def test_bad_input_is_named(parts: Parts, signed_in: SignIn) -> None:
    reviewer = signed_in(Role.REVIEWER)
    path = f"/review/answers/{told(parts).message_id}"
    assert reviewer.post(f"{path}/judgement", **{"sentence-1": "perhaps"}).status_code == 422
    assert reviewer.post(f"{path}/judgement", verdict="right", version="x").status_code == 422
    assert reviewer.get(f"/review/answers/{'0' * 32}").status_code == 404
    assert reviewer.get("/review/answers/nothing").status_code == 404


def test_every_code_has_its_word(counter: Counter) -> None:
    texts = staff_wording().texts
    for reason in Reason:
        assert f"judging.reason_{reason.value.replace('.', '_')}" in texts
    told_by = [type(step).__name__ for step in counter._steps]
    page = (TEMPLATE_FOLDER / "review/answer/seen.html").read_text(encoding="utf-8")
    named = set(re.findall(r'"([A-Z][A-Za-z]+)"', page))
    assert set(told_by) <= named
    assert all(f"judging.step_{name.lower()}" in texts for name in named)
