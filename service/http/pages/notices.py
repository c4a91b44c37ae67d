"""An operator's notices, first on every page, such as of an emergency: a TOML file."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, ValidationError, model_validator

from knowledge.catalog import City
from knowledge.errors import Location, NoticesError
from knowledge.toml_lines import TomlLines, syntax_error_line
from service.http.pages.preferences import Language

JAPAN = timezone(timedelta(hours=9))
_Title = Annotated[str, Field(min_length=1, max_length=60)]
_Text = Annotated[str, Field(min_length=1, max_length=400)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(_Entry):
    """What a notice says in one language: a title of 60 characters and a text of 400 at most."""

    title: _Title
    text: _Text


class Notice(Words):
    """One notice; its fields are described in `web/README.md`.

    issued, until  from when to when it holds; without an offset they are Japanese time
    cities         ids of the cities it is for; empty for all
    en to easy     the same words in other languages
    """

    url: HttpUrl | None = None
    issued: datetime
    until: datetime
    cities: tuple[str, ...] = ()
    en: Words | None = None
    zh: Words | None = None
    ko: Words | None = None
    pt: Words | None = None
    es: Words | None = None
    easy: Words | None = None

    @model_validator(mode="after")
    def _ends_after_it_began(self) -> Notice:
        if _japanese(self.until) <= _japanese(self.issued):
            raise ValueError(f"until {self.until} is not after issued {self.issued}")
        return self

    @property
    def when(self) -> datetime:
        """The moment of `issued`, Japanese time."""
        return _japanese(self.issued)

    @property
    def when_told(self) -> str:
        """That moment as a Japanese sentence tells it, the clock in twice twelve hours (J-04)."""
        when = self.when
        half = "午前" if when.hour < 12 else "午後"
        minute = f"{when.minute}分" if when.minute else ""
        return f"{when.year}年{when.month}月{when.day}日{half}{when.hour % 12}時{minute}"

    def holds(self, now: datetime, city: City | None) -> bool:
        """Whether it is shown at a moment on the pages of a city; pages of none show all."""
        is_for = city is None or not self.cities or city.id in self.cities
        return is_for and self.when <= now < _japanese(self.until)

    def words(self, language: Language) -> tuple[Words, Language]:
        """Its words in a language, or the Japanese ones, with the language that they are in."""
        name = "easy" if language is Language.EASY_JAPANESE else language.value
        other: Words | None = getattr(self, name, None)
        return (other, language) if other else (self, Language.JAPANESE)


class _NoticesFile(_Entry):
    notice: tuple[Notice, ...] = ()


def load_notices(path: Path, cities: Collection[str]) -> tuple[Notice, ...]:
    """The notices of a file, for cities of these ids.

    Raises NoticesError with the file, the line, the field and the offending value.
    """
    try:
        text = path.read_text(encoding="utf-8")
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise NoticesError(
            f"not valid TOML: {error}", Location(path, syntax_error_line(str(error), text))
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise NoticesError(f"cannot be read: {error}", Location(path)) from error
    lines = TomlLines(text)
    try:
        notices = _NoticesFile.model_validate(table).notice
    except ValidationError as error:
        fault = error.errors()[0]
        raise NoticesError(_told(fault), _at(path, lines, fault["loc"])) from error
    for index, notice in enumerate(notices):
        for city in notice.cities:
            if city not in cities:
                known = ", ".join(sorted(cities))
                raise NoticesError(
                    f"unknown city {city!r}; known: {known}",
                    _at(path, lines, ("notice", index, "cities")),
                )
    return notices


def _japanese(moment: datetime) -> datetime:
    return moment.replace(tzinfo=JAPAN) if moment.tzinfo is None else moment.astimezone(JAPAN)


def _told(fault: Any) -> str:
    given = "" if fault["type"] in ("missing", "value_error") else f" (value: {fault['input']!r})"
    return f"{fault['msg']}{given}"


def _at(path: Path, lines: TomlLines, key: Sequence[str | int]) -> Location:
    return Location(path, lines.line(key), ".".join(str(part) for part in key))
