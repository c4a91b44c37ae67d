"""A proof from the button to what it found, run by the app in the background."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import anyio
import pytest
from fastapi import FastAPI
from lxml.html import HtmlElement, document_fromstring
from sqlalchemy import select

from knowledge.errors import StoreError
from service.accounts import Role
from service.answering.corrections.digests import digest_of
from service.answering.corrections.records import Body, HiddenPassage, RestsOn, Synonym
from service.correcting.drafts import Drafts
from service.counter import Counter, Question
from service.http import proving
from service.http.parts import Parts
from service.http.proving import prove_regularly
from service.proving import EvaluationSets, ProofState
from service.store import AuditRow
from service.wall_clock import now
from tests.service.http.review.staff_client import HTML, SignedIn, make_staff, parts_of_app
from tests.service.proving.conftest import ASKED, TINY, write_set

SignIn = Callable[..., SignedIn]
ENOUGH_S = 60


@pytest.fixture(scope="module")
def parts(review_app: FastAPI, tmp_path_factory: pytest.TempPathFactory) -> Parts:
    """The app's parts, over a tiny evaluation set."""
    parts = parts_of_app(review_app)
    folder = write_set(tmp_path_factory.mktemp("set"), TINY)
    parts.prover._sets = EvaluationSets(parts.store, folder)
    return parts


@pytest.fixture(scope="module")
def draft(parts: Parts) -> Callable[[Body], str]:
    """Makes a draft of 取手市; the address of its proof."""
    author = make_staff(parts.accounts, "proof-author", {"toride": Role.REVIEWER})

    def made(body: Body) -> str:
        correction = Drafts(parts.store, now).begin(author, "toride", body)
        return f"/review/corrections/{correction}/versions/1/proof"

    return made


def hides(counter: Counter) -> HiddenPassage:
    cited = counter.passages[counter.ask(Question(ASKED, "toride")).citations[0].passage_id]
    return HiddenPassage(RestsOn(cited.id, digest_of(cited)), "古くなりました。")


def finished(browser: SignedIn, address: str) -> HtmlElement:
    until = time.monotonic() + ENOUGH_S
    while time.monotonic() < until:
        page = document_fromstring(browser.get(address).text)
        if not page.xpath("//progress"):
            return page
        time.sleep(0.1)
    raise AssertionError("the proof does not end")


def text(page: HtmlElement) -> str:
    return " ".join(page.text_content().split())


def test_a_bad_draft_is_told_to_be_worse(
    signed_in: SignIn, parts: Parts, draft: Callable[[Body], str], counter: Counter
) -> None:
    address = draft(hides(counter))
    approver = signed_in(Role.APPROVER)
    before = document_fromstring(approver.get(address).text)
    assert before.xpath(f"//form[@action='{address}']//button")
    response = approver.post(address)
    assert response.status_code == 303
    assert response.headers["location"] == f"{address.removesuffix('/proof')}#proof"
    page = finished(approver, address)
    assert "悪くなる質問が1問あります" in text(page)
    assert ASKED in text(page)
    assert "答えられるのに、答えませんでした" in text(page)
    counts = [[cell.text_content() for cell in row] for row in page.xpath("//tbody/tr")]
    assert counts[0] == ["正しく答えました", "1", "0"]
    with parts.store.reading() as connection:
        noted = connection.execute(
            select(AuditRow.action).where(AuditRow.subject.contains(address.split("/")[3]))
        )
        assert "proof.started" in noted.scalars().all()


def test_a_draft_that_changes_nothing_says_so(
    signed_in: SignIn, draft: Callable[[Body], str]
) -> None:
    address = draft(Synonym(("情報化計画", "デジタル計画")))
    signed_in(Role.APPROVER).post(address)
    page = finished(signed_in(Role.VIEWER), address)
    assert "正しさの変わる質問はありません。" in text(page)
    assert not page.xpath(
        f"//form[@method='post'][@action='{address}']"
    )  # who only looks begins nothing


def test_the_script_gets_the_state_alone(signed_in: SignIn, draft: Callable[[Body], str]) -> None:
    address = draft(Synonym(("情報化計画", "電子計画")))
    browser = signed_in(Role.APPROVER)
    headers = HTML | {"Madoguchi-Fragment": "proof"}
    fragment = browser.client.get(address, headers=headers)
    assert fragment.text.lstrip().startswith('<div class="proof__state" data-state="none"')
    browser.post(address)
    finished(browser, address)
    done = document_fromstring(browser.client.get(address, headers=headers).text)
    (state,) = done.xpath("//*[@data-state='done']")
    assert "良くなった質問は0問" in state.get("data-told")
    assert done.xpath(f"//a[@href='{address.removesuffix('/proof')}']")


def test_a_fault_ends_one_proof_and_not_those_after_it(
    signed_in: SignIn,
    parts: Parts,
    draft: Callable[[Body], str],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    failing = draft(Synonym(("情報化計画", "失敗する計画")))
    with monkeypatch.context() as patched:
        patched.setattr(parts.prover, "_sets", None)
        signed_in(Role.APPROVER).post(failing)
        page = finished(signed_in(Role.APPROVER), failing)
    assert "試験中に問題が起きました。" in text(page)
    assert "AttributeError" in caplog.text
    following = draft(Synonym(("情報化計画", "次の計画")))
    signed_in(Role.APPROVER).post(following)
    finished(signed_in(Role.APPROVER), following)
    newest = parts.proofs.newest(following.split("/")[3], 1)
    assert newest is not None
    assert newest.state is ProofState.DONE


@pytest.mark.parametrize("step", ["finish", "fail"])
def test_a_proof_ends_though_the_store_was_out_of_reach_for_a_moment(
    signed_in: SignIn,
    parts: Parts,
    draft: Callable[[Body], str],
    monkeypatch: pytest.MonkeyPatch,
    step: str,
) -> None:
    write, failures = getattr(parts.prover.runs, step), [StoreError("locked")]

    def at_last(*given: object) -> None:
        if failures:
            raise failures.pop()
        write(*given)

    monkeypatch.setattr(parts.prover.runs, step, at_last)
    if step == "fail":
        monkeypatch.setattr(parts.prover, "_sets", None)
    address = draft(Synonym(("情報化計画", f"{step}の計画")))
    signed_in(Role.APPROVER).post(address)
    page = finished(signed_in(Role.APPROVER), address)
    assert page.xpath(f"//*[@data-state='{'done' if step == 'finish' else 'failed'}']")


def test_what_a_restart_interrupted_ends_once_the_store_is_back(
    parts: Parts, draft: Callable[[Body], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    tidy, failures = parts.prover.runs.fail_interrupted, [StoreError("locked")]
    ended: list[int] = []

    def at_last() -> None:
        if failures:
            raise failures.pop()
        ended.append(tidy())

    async def briefly() -> None:
        with anyio.move_on_after(ENOUGH_S):
            async with anyio.create_task_group() as group:
                group.start_soon(prove_regularly, parts.prover, parts.desk)
                while not ended:
                    await anyio.sleep(0.01)
                group.cancel_scope.cancel()

    monkeypatch.setattr(parts.prover.runs, "fail_interrupted", at_last)
    monkeypatch.setattr(proving, "LOOK_EVERY_S", 0.01)
    with ThreadPoolExecutor(1) as apart:
        apart.submit(anyio.run, briefly).result()
    assert ended == [0]


def test_an_unknown_version_is_not_found(signed_in: SignIn, draft: Callable[[Body], str]) -> None:
    address = draft(Synonym(("情報化計画", "知らない計画"))).replace("/1/", "/2/")
    assert signed_in(Role.APPROVER).get(address).status_code == 404
    assert signed_in(Role.APPROVER).post(address).status_code == 404


def test_no_number_of_a_version_is_too_large_to_be_refused(
    signed_in: SignIn, draft: Callable[[Body], str]
) -> None:
    address = draft(Synonym(("情報化計画", "多すぎる計画"))).replace("/1/", f"/{'9' * 30}/")
    assert signed_in(Role.APPROVER).get(address).status_code in (404, 422)
