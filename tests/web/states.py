"""Every page in every state that a person can bring it to: what tests of all pages go over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from playwright.sync_api import Page

from service.http.pages.preferences import Language

Act = Callable[[Page], None]
EVERY = tuple(Language)
FEW = (Language.JAPANESE, Language.EASY_JAPANESE, Language.ENGLISH)
ONE = (Language.JAPANESE,)
PAGES = ((320, 640), (768, 1024), (1280, 900))
TERMINALS = ((1080, 1920), (1280, 800), (1920, 1080))


@dataclass(frozen=True, slots=True)
class State:
    """A page and what is done there.

    act        brings the page into the state, None where opening it does
    languages  that it is looked at in: all where a kind of page has its words, few where another
               state of the same page has them, or where they are a plan's
    sizes      of the window, in CSS pixels
    is_long    a hundred windows high and made of what shorter states show: axe goes over it once
    """

    path: str
    act: Act | None = None
    languages: tuple[Language, ...] = EVERY
    sizes: tuple[tuple[int, int], ...] = PAGES
    is_long: bool = False


def asked(question: str) -> Act:
    """Ask a question as a person does, and wait for the answer or the error."""

    def act(page: Page) -> None:
        page.fill("#question", question)
        page.press("#question", "Enter")
        page.wait_for_selector("li.turn, #error")

    return act


def _voted(page: Page) -> None:
    asked("コンビニ交付はいつから始まりましたか。")(page)
    page.click("[data-vote] button[value=true]")
    page.wait_for_selector(".vote__thanks")


def _suggested(page: Page) -> None:
    page.locator("#question").press_sequentially("こんびに")
    page.wait_for_selector("[role=option]")


def _found(page: Page) -> None:
    page.fill("#find", "情報")
    page.press("#find", "Enter")
    page.wait_for_selector("mark")


def _touched(page: Page) -> None:
    page.locator(".tile").first.click()
    page.wait_for_url("**/topics/*")
    page.locator("form.lower .tile").first.click()
    page.wait_for_selector(".turn")


def _taken(page: Page) -> None:
    _touched(page)
    page.click("form[action$='/take'] button")
    page.wait_for_selector(".code svg")


STATES: Mapping[str, State] = {
    "start": State("/"),
    "start-city": State("/toride", None, FEW),
    "suggested": State("/toride", _suggested, FEW),
    "answered": State("/toride", asked("コンビニ交付はいつから始まりましたか。")),
    "schedule": State("/toride", asked("情報セキュリティ監査体制の構築はいつですか。"), FEW),
    "survey": State("/otawara", asked("市民が一番関心を持っている市の情報は何か"), FEW),
    "clarify": State("/", asked("計画の期間はいつまでですか。"), FEW),
    "not-found": State("/oyama", asked("今日の天気を教えてください。")),
    "refused": State("/toride", asked("私の電話番号は090-1234-5678です。"), FEW),
    "error": State("/joso", asked("")),
    "voted": State("/toride", _voted, ONE),
    "clear": State("/toride/clear", None, FEW),
    "missing": State("/nowhere"),
    "plans": State("/sources"),
    "plan": State("/sources/oyama-3", None, FEW),
    "plan-cited": State("/sources/toride-4?from=28700&to=28760#cited", None, ONE, PAGES, True),
    "plan-tables": State("/sources/otawara-1?from=40000&to=40100#cited", None, ONE, PAGES, True),
    "plan-found": State("/sources/joso-3", _found, FEW),
    "measures": State("/sources/toride-4/measures", None, FEW),
    "accessibility": State("/accessibility"),
    "privacy": State("/privacy"),
    "components": State("/components", None, ONE),
    "kiosk": State("/kiosk/toride", None, EVERY, TERMINALS),
    "kiosk-write": State("/kiosk/toride/write", None, FEW, TERMINALS),
    "kiosk-answer": State("/kiosk/toride", _touched, ONE, TERMINALS),
    "kiosk-take": State("/kiosk/toride", _taken, ONE, TERMINALS),
    "kiosk-plan": State("/kiosk/oyama/sources/oyama-3", None, ONE, TERMINALS),
    "kiosk-offline": State("/kiosk/offline", None, ONE, TERMINALS),
    "embed": State("/embed/toride"),
    "embed-answered": State("/embed/toride", asked("コンビニ交付はいつから始まりましたか。"), ONE),
}


def reach(page: Page, state: State, language: Language) -> None:
    """Bring the page into the state, in a language, as if nobody had been there before."""
    page.context.clear_cookies()
    path, sign, fragment = state.path.partition("#")
    glue = "&" if "?" in path else "?"
    page.goto(f"{path}{glue}lang={language}{sign}{fragment}")
    if state.act is not None:
        state.act(page)


def unfold(page: Page) -> None:
    """Whatever is folded away is a part of the state, too."""
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
