"""Renders the templates of `web/templates`; what a page shows is given as a frozen record."""

from __future__ import annotations

from dataclasses import dataclass, fields

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from knowledge.catalog import City
from knowledge.eras import both_forms
from knowledge.records import Plan
from service.http.errors import RequestError
from service.http.pages.source_view import Block, Ink
from service.http.static_files import TEMPLATE_FOLDER, asset_url
from service.outcome import Answer
from service.settings import Settings


@dataclass(frozen=True, slots=True)
class ChatPage:
    """The chat page in one state.

    action   where the form goes: `/` or `/{city}`
    cities   to choose from; empty where the page belongs to one city
    city     the city asked, None if none is known
    plans    what can be asked about
    asked    the question that `answer` answers; None before the first
    typed    what stands in the input: nothing, or what could not be accepted
    error    why it could not
    conversation_id  the conversation that the next question belongs to; "" before the first
    """

    action: str
    cities: tuple[City, ...]
    city: City | None
    plans: tuple[Plan, ...]
    asked: str | None = None
    answer: Answer | None = None
    typed: str = ""
    error: RequestError | None = None
    conversation_id: str = ""


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A plan as a page. `cited` False where an address names a passage that is not there."""

    plan: Plan
    blocks: tuple[Block, ...]
    ink: Ink
    has_citation: bool
    bad_citation: bool


class PageRenderer:
    """The templates, with what every page needs."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._templates = Environment(
            loader=FileSystemLoader(TEMPLATE_FOLDER),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.filters["fiscal"] = both_forms
        self._templates.globals.update(
            stylesheets=[asset_url("tokens.css"), asset_url("madoguchi.css")],
            icon=asset_url("icon.svg"),
            contact=settings.contact,
            question_chars_max=settings.question_chars_max,
        )

    def chat(self, page: ChatPage) -> str:
        """The chat page."""
        return self._render("chat.html", page)

    def source(self, page: SourcePage) -> str:
        """A plan."""
        return self._render("source.html", page)

    def plan_list(self, plans: tuple[Plan, ...]) -> str:
        """All plans."""
        return self._templates.get_template("plan_list.html").render(plans=plans)

    def error(self, error: RequestError) -> str:
        """An error as a page."""
        return self._templates.get_template("error.html").render(error=error)

    def _render(self, template: str, page: ChatPage | SourcePage) -> str:
        context = {field.name: getattr(page, field.name) for field in fields(page)}
        return self._templates.get_template(template).render(context)
