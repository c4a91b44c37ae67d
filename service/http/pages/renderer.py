"""Renders the templates of `web/templates`; what a page shows is given as a frozen record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.environment import TemplateModule
from markupsafe import Markup, escape

from knowledge.catalog import load_catalog
from knowledge.eras import both_forms
from knowledge.knowledgebase import PACKAGE
from knowledge.years import WESTERN
from service.answering.voice import Voice
from service.http.pages.frame import Frame, Surface
from service.http.pages.kiosk.keyboard import layouts_for
from service.http.pages.notice_board import NoticeBoard
from service.http.pages.preferences import Language, TextSize, Theme
from service.http.pages.qr_code import qr_code
from service.http.pages.wording import staff_wording, wording
from service.http.static_files import TEMPLATE_FOLDER, asset_url
from service.settings import Settings
from service.wall_clock import on_the_wall

Ruby = Callable[[str], Markup]


class PageRenderer:
    """The templates, with what every page needs.

    ruby        Japanese text as HTML with furigana
    contact     by city id, the sentence that leads to a person; None: the operator's for all
    city_names  what the cities are called, by id

    Raises NoticesError where `notices_file` does not hold.
    """

    def __init__(
        self,
        settings: Settings,
        ruby: Ruby,
        contact: Callable[[str | None], str | None] | None = None,
    ) -> None:
        self._ruby = ruby
        self._contact = contact or (lambda _: settings.contact)
        cities = load_catalog(PACKAGE / "catalog.toml").cities
        self.city_names: Mapping[str, str] = {city.id: city.name for city in cities}
        self._notices = NoticeBoard(settings.notices_file, set(self.city_names))
        self._templates = Environment(
            loader=FileSystemLoader(TEMPLATE_FOLDER),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.filters["fiscal"] = both_forms
        self._templates.filters["on_the_wall"] = on_the_wall
        self._templates.filters["qr_code"] = qr_code
        self._templates.globals.update(
            asset=asset_url,
            languages=tuple(Language),
            text_sizes=tuple(TextSize),
            themes=tuple(Theme),
            settings=settings,
            keyboard=layouts_for,
        )

    def prepare(self) -> None:
        """Compile every template, some 10 ms each; else each waits for the first who sees it."""
        for template in self._templates.list_templates():
            self._templates.get_template(template)

    def render(self, template: str, frame: Frame, page: Any = None, **around: object) -> str:
        """A page. `page`: a dataclass whose fields the template reads by name, or None; `around`:
        what its layout reads besides.
        """
        values = {field.name: getattr(page, field.name) for field in fields(page)} if page else {}
        template_ = self._templates.get_template(template)
        return template_.render(values | around | self._speaking(frame))

    def macros(self, template: str, frame: Frame, **values: object) -> TemplateModule:
        """A template's macros, to be called one by one; `values` are what they read besides."""
        return self._templates.get_template(template).make_module(values | self._speaking(frame))

    def _speaking(self, frame: Frame) -> dict[str, Any]:
        """What templates say and link with, in the frame's language; see `web/README.md`."""
        preferences = frame.preferences
        is_for_staff = frame.surface is Surface.REVIEW
        texts = staff_wording() if is_for_staff else wording(preferences.lang)
        furigana = self._ruby if preferences.shows_furigana else escape
        in_ruby = preferences.lang.is_japanese

        def say(key: str, **values: object) -> Markup:
            text = texts.text(key, **values)
            return furigana(text) if in_ruby else escape(text)

        return {
            "frame": frame,
            "notices": self._notices.current(frame.city),
            "contact": self._contact(frame.city.id if frame.city else None),
            "prefs": preferences,
            "here": frame.here,
            "prefs_url": frame.changed_url,
            "page_url": frame.url,
            "say": say,
            "plain": texts.text,
            "furigana": furigana,
            "city_name": Voice(preferences.lang.value).city,
            "fiscal": _fiscal(preferences.lang),
            "ja": "" if in_ruby else Markup(' lang="ja"'),
            "own": "" if in_ruby else Markup(' lang="{}"').format(preferences.lang.tag),
        }


def _fiscal(lang: Language) -> Callable[[int], str]:
    """Gives a western 年度 its name; in Japanese with the era that people know it by."""
    if lang is Language.JAPANESE:
        return both_forms
    voice = Voice(lang.value, brief=True)
    return lambda year: voice.year(year, WESTERN)
