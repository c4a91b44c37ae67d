"""Corrections: the list, forms of every kind, a version in each state, a conflict, an undo."""

from __future__ import annotations

from playwright.sync_api import Page

from service.accounts import Role
from service.answering.corrections.records import (
    ApprovedAnswer,
    Body,
    CityContact,
    HiddenPassage,
    RestsOn,
    Synonym,
)
from service.http.parts import Parts
from tests.service.correcting.written import (
    AUTHOR,
    OTHER,
    a_draft,
    live_id,
    proposed_id,
    put_proof,
)
from tests.web.review_states import ReviewState

HOME = "/review/corrections"


def _answer(parts: Parts) -> Body:
    """An approved answer whose passage has changed since."""
    entry = next(one for one in parts.desk.counter.knowledge.faq if one.plan_id == "toride-5")
    return ApprovedAnswer(entry.forms[:3], entry.answer, (RestsOn(entry.id, "0" * 64),))


def _list(parts: Parts) -> str:
    live_id(parts, _answer(parts))
    a_draft(parts, Synonym(("情報化推進計画", "デジタルの計画")))
    proposed_id(parts, CityContact("電話0297-74-2141へお尋ねください。"))
    return HOME


def _stale(parts: Parts) -> str:
    held = live_id(parts, _answer(parts))
    parts.drafts.begin_version(AUTHOR, held, _answer(parts), 1)
    return f"{HOME}/{held}"


def _draft(parts: Parts) -> str:
    return f"{HOME}/{a_draft(parts, _answer(parts))}/versions/1"


def _to_decide(parts: Parts) -> str:
    held = live_id(parts, _answer(parts))
    other = ApprovedAnswer(("別の質問ですか。",), "計画に書かれています。", _answer(parts).passages)  # type: ignore[union-attr]
    parts.drafts.begin_version(AUTHOR, held, other, 1)
    parts.drafts.propose(AUTHOR, held, 2, 0)
    put_proof(parts.store, held, 2, worse=2)
    return f"{HOME}/{held}/versions/2"


def _unreasoned(page: Page) -> None:
    page.get_by_role("button", name="差し戻す").click()
    page.wait_for_selector("#field-note-error")


def _difference(parts: Parts) -> str:
    return _to_decide(parts).replace("/versions/2", "/difference?one=1&other=2")


def _undo(parts: Parts) -> str:
    return f"{HOME}/{live_id(parts, CityContact('窓口へお尋ねください。'))}/undo"


def _gone(parts: Parts) -> str:
    lost = HiddenPassage(RestsOn("toride-5/none/1", "0" * 64), "古い数です。")
    return f"{HOME}/{live_id(parts, lost)}"


def _searched(page: Page) -> None:
    page.fill("#field-forms", "総合窓口とは何ですか。")
    page.fill("#field-passages-query", "情報セキュリティ")
    page.get_by_role("button", name="文章を探す").click()
    page.wait_for_selector(".picker__item")


def _refused(page: Page) -> None:
    page.fill("#field-forms", "同じ\n同じ")
    page.fill("#field-answer", "計画は98765件です")
    page.get_by_role("button", name="下書きを保存する").click()
    page.wait_for_selector("#field-answer-error")


def _tried(page: Page) -> None:
    page.fill("#field-words", "情報化推進計画\nぴかぴか計画")
    page.fill("#field-trial", "ぴかぴか計画の期間はいつですか")
    page.get_by_role("button", name="試してみる").click()
    page.wait_for_selector("#tried")


_edited: list[tuple[Parts, str]] = []


def _edit(parts: Parts) -> str:
    held = a_draft(parts)
    _edited.append((parts, held))
    return f"{HOME}/{held}/versions/1/edit"


def _conflict(page: Page) -> None:
    parts, held = _edited[-1]
    parts.drafts.save(OTHER, held, 1, CityContact("相手の文です。"), 0)
    page.fill("#field-text", "自分の文です。")
    page.get_by_role("button", name="下書きを保存する").click()
    page.wait_for_selector(".sides")


STATES = {
    "list": ReviewState(_list),
    "none": ReviewState(f"{HOME}?words=ありません", is_variant=True),
    "new-answer": ReviewState(f"{HOME}/new", _searched, Role.REVIEWER),
    "refused": ReviewState(f"{HOME}/new", _refused, Role.REVIEWER, is_variant=True),
    "new-hidden": ReviewState(f"{HOME}/new?kind=hidden", None, Role.REVIEWER, is_variant=True),
    "new-refusal": ReviewState(f"{HOME}/new?kind=refusal", None, Role.REVIEWER, is_variant=True),
    "new-contact": ReviewState(f"{HOME}/new?kind=contact", None, Role.REVIEWER, is_variant=True),
    "tried": ReviewState(f"{HOME}/new?kind=synonym", _tried, Role.REVIEWER),
    "conflict": ReviewState(_edit, _conflict, Role.REVIEWER),
    "correction": ReviewState(_stale),
    "gone": ReviewState(_gone, is_variant=True),
    "draft": ReviewState(_draft, None, Role.REVIEWER, is_variant=True),
    "decide": ReviewState(_to_decide, _unreasoned, Role.APPROVER),
    "difference": ReviewState(_difference, None, Role.VIEWER, is_variant=True),
    "undo": ReviewState(_undo, None, Role.APPROVER, is_variant=True),
}
