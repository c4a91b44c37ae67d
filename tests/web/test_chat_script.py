"""What the chat's script adds: keys of an input method, waiting, what is said, lost connections."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.web.axe import violations
from tests.web.events import KEY, LISTEN

OpenPage = Callable[..., AbstractContextManager[Page]]
QUESTION = "コンビニ交付はいつから始まりましたか。"


@contextmanager
def held(page: Page) -> Iterator[list[Route]]:
    """Questions that have been sent, and wait for the test to let them through."""
    routes: list[Route] = []

    def hold(route: Route) -> None:
        if route.request.method == "POST":
            routes.append(route)
        else:
            route.continue_()

    page.route("**/toride", hold)
    yield routes
    page.unroute("**/toride", hold)


@pytest.mark.meets("U-08")
def test_enter_that_ends_a_conversion_never_sends(open_page: OpenPage) -> None:
    with open_page("/toride") as page, held(page) as sent:
        question = page.locator("#question")
        question.fill("こんびに")

        def key(kind: str, **init: Any) -> None:
            question.evaluate(KEY, [kind, init])

        key("compositionstart")
        key("keydown", key="Enter", isComposing=True)
        key("keydown", key="Enter", keyCode=229)
        # Safari: the conversion ends first, and the Enter that ended it comes as a plain key.
        question.evaluate(
            """(input) => {
                input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))
                const init = { key: 'Enter', bubbles: true, cancelable: true }
                input.dispatchEvent(new KeyboardEvent('keydown', init))
            }"""
        )
        page.evaluate("new Promise((go) => setTimeout(go, 50))")
        assert not sent
        with page.expect_request("**/toride"):
            question.press("Enter")
        expect(page.locator("#send")).to_have_attribute("aria-disabled", "true")
        assert not violations(page)  # while an answer is awaited
        assert len(sent) == 1
        sent[0].continue_()
        expect(page.locator("li[data-status]")).to_have_count(1)


@pytest.mark.meets("U-09", "U-10", "U-11", "U-12", "U-13", "R-03")
def test_waiting_is_told_in_time_and_the_answer_once(open_page: OpenPage) -> None:
    with open_page("/toride?furigana=on") as page, held(page) as sent:
        page.clock.install(time=0)
        page.clock.pause_at(10_000)
        page.evaluate(LISTEN)
        question, button = page.locator("#question"), page.locator("#send")
        expect(page.get_by_role("log")).to_have_attribute("aria-live", "off")
        question.fill(QUESTION)
        with page.expect_request("**/toride"):
            question.press("Enter")
        expect(question).to_have_attribute("readonly", "")
        expect(question).to_have_value(QUESTION)
        expect(button).to_have_attribute("aria-disabled", "true")
        assert button.evaluate("e => e.disabled") is False  # it would lose the focus
        question.press("Enter")
        button.evaluate("e => e.click()")
        page.clock.run_for(400)
        expect(page.locator("#progress")).to_be_hidden()
        page.clock.run_for(200)
        expect(page.locator("#progress")).to_have_text("回答を探しています。")
        page.clock.run_for(5000)
        page.clock.run_for(5000)
        first, again = "回答を探しています。", "まだ回答を探しています。そのままお待ちください。"
        assert page.evaluate("heard") == [["polite", text] for text in (first, again, again)]
        button.focus()
        assert len(sent) == 1
        sent[0].continue_()
        turn = page.locator("li[data-status=answered]")
        expect(turn).to_have_count(1)
        expect(button).to_be_focused()
        expect(page.locator("#progress")).to_be_hidden()
        expect(question).not_to_have_attribute("readonly", "")
        expect(turn.locator("rt")).not_to_have_count(0)
        (answer,) = page.evaluate("heard")[3:]
        assert answer == ["polite", turn.get_attribute("data-spoken")]
        assert answer[1].startswith("案内：諸証明のコンビニ交付は平成28年度")
        page.clock.run_for(900)
        expect(page.locator("[data-announcer]").first).not_to_be_empty()
        page.clock.run_for(200)
        expect(page.locator("[data-announcer]").first).to_be_empty()
        page.clock.run_for(20_000)
        assert len(page.evaluate("heard")) == 4


@pytest.mark.meets("U-15")
def test_the_counter_shows_and_tells_what_is_left(open_page: OpenPage) -> None:
    with open_page("/toride") as page:
        page.clock.install(time=0)
        page.clock.pause_at(10_000)
        page.evaluate(LISTEN)
        count, question = page.locator("#count"), page.locator("#question")
        question.fill("あ" * 239)
        expect(count).to_be_hidden()
        question.fill("あ" * 240)
        expect(count).to_have_text("あと60文字入力できます")
        page.clock.run_for(900)
        question.fill("ｶﾞ" * 250 + "  ")  # counted as the server counts
        expect(count).to_have_text("あと50文字入力できます")
        page.clock.run_for(900)
        assert page.evaluate("heard") == []
        page.clock.run_for(200)
        question.fill("あ" * 301)
        expect(count).to_have_text("1文字多すぎます")
        page.clock.run_for(1100)
        assert page.evaluate("heard") == [
            ["polite", "あと50文字入力できます"],
            ["assertive", "1文字多すぎます"],
        ]


def test_a_lost_connection_loses_no_question(open_page: OpenPage) -> None:
    with open_page("/toride") as page:
        page.evaluate(LISTEN)
        page.context.set_offline(True)
        question, turns = page.locator("#question"), page.locator("li[data-status]")
        question.fill(QUESTION)
        question.press("Enter")
        expect(page.locator("#error")).to_contain_text("質問は残っています")
        expect(question).to_have_value(QUESTION)
        expect(question).to_be_focused()
        assert page.evaluate("heard")[-1][0] == "assertive"
        assert not violations(page)
        page.locator("[data-retry]").click()
        expect(page.locator("[data-retry]")).to_be_visible()
        expect(turns).to_have_count(0)
        page.context.set_offline(False)  # sends it again by itself
        expect(turns).to_have_count(1)
        expect(page.locator("#error")).to_have_count(0)
        expect(question).to_have_value("")
        page.context.set_offline(True)
        page.locator(".choices button").first.click()
        expect(page.locator("#error")).to_be_visible()
        asked = question.input_value()
        assert asked
        page.context.set_offline(False)
        expect(turns).to_have_count(2)
        expect(turns.last).to_contain_text(asked)


# Headless browsers have no voices: two of the device's, one of somebody's server.
VOICES = """
const voice = (lang, localService) => ({ lang, localService, name: lang, voiceURI: lang })
const voices = [voice('ko-KR', true), voice('ja-JP', false)]
speechSynthesis.getVoices = () => voices
window.said = []
speechSynthesis.speak = (what) => window.said.push([what.text, what.lang])
window.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text) { super(); this.text = text }
}
window.come = () => {
    voices.push(voice('ja_JP', true))
    speechSynthesis.dispatchEvent(new Event('voiceschanged'))
}
"""


def test_answers_are_read_aloud_only_by_a_voice_of_the_device(open_page: OpenPage) -> None:
    with open_page("/clear") as page:
        page.add_init_script(VOICES)
        page.goto("/toride")
        page.fill("#question", QUESTION)
        page.press("#question", "Enter")
        button = page.locator("[data-speak]")
        expect(button).to_have_count(1)
        expect(button).to_be_hidden()
        page.evaluate("come()")
        expect(button).to_have_text("回答を読み上げる", use_inner_text=True)
        assert page.evaluate("said") == []
        button.click()
        expect(button).to_have_text("読み上げを止める", use_inner_text=True)
        assert page.evaluate("said[0][0]").startswith("案内：")
        button.click()
        expect(button).to_have_text("回答を読み上げる", use_inner_text=True)
        assert page.evaluate("said.length") == 1


@pytest.mark.meets("U-20")
@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_an_answer_only_fades_in_and_not_even_that_where_unwanted(
    open_page: OpenPage, motion: str
) -> None:
    with open_page("/toride", reduced_motion=motion) as page:
        page.fill("#question", QUESTION)
        page.press("#question", "Enter")
        expect(page.locator("li[data-status]")).to_have_count(1)
        moves = page.evaluate(
            """() => [...document.getAnimations()].flatMap((a) => a.effect.getKeyframes())
                .flatMap((frame) => Object.keys(frame))"""
        )
        assert not {"transform", "translate", "left", "top", "width", "height"} & set(moves)
        style = page.locator("li[data-status]").evaluate("e => getComputedStyle(e).animationName")
        assert style == ("none" if motion == "reduce" else "fade-in")
        moving = page.evaluate(
            """() => [...document.querySelectorAll('*')].filter((e) => {
                const style = getComputedStyle(e)
                return style.scrollBehavior === 'smooth' || style.transitionDuration !== '0s'
            }).length"""
        )
        assert moving == 0
