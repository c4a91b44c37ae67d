"""The pages that only a kiosk has, as their templates read them."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from knowledge.catalog import City
from service.http.pages.place import Place
from service.topics import CityTopics, Topic


@dataclass(frozen=True, slots=True)
class ChoosePage:
    """Which city a terminal is for; seen only by whoever sets it up."""

    cities: tuple[City, ...]


@dataclass(frozen=True, slots=True)
class TopicsPage:
    """The topics of a city, or one of them with its questions."""

    place: Place
    topics: tuple[CityTopics, ...]
    topic: Topic | None
    has_answer: bool


@dataclass(frozen=True, slots=True)
class WritePage:
    """Where a question is typed."""

    place: Place
    has_answer: bool
    typed: str = ""
    error: None = None


@dataclass(frozen=True, slots=True)
class TakePage:
    """The code that takes an answer along; `code` None where it could not be made.

    address  what the code says
    minutes  how long it may be opened
    """

    code: Markup | None
    minutes: int
    address: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class OfflinePage:
    """What stands where no page could be loaded.

    sayings  language tag, title and text, in every language
    """

    sayings: tuple[tuple[str, str, str], ...]
    idle_s: int


@dataclass(frozen=True, slots=True)
class WorkerScript:
    """The script that keeps the offline page.

    cache  its name, another one with every version
    page   address of the page; `kept`: what it needs, itself included
    """

    cache: str
    page: str
    kept: tuple[str, ...]
