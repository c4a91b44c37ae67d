"""The catalog: which cities and plans there are, and how each plan's source is laid out."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from knowledge.errors import CatalogError, Location
from knowledge.records import Plan
from knowledge.toml_lines import TomlLines, syntax_error_line

_Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
_Text = Annotated[str, Field(min_length=1, pattern=r"^\S(.*\S)?$")]
_FiscalYear = Annotated[int, Field(ge=1950, le=2100)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class CityNames(_Entry):
    """A city's name by language code; where one is missing, the official Japanese name serves."""

    en: _Text | None = None
    zh: _Text | None = None
    ko: _Text | None = None
    pt: _Text | None = None
    es: _Text | None = None


class City(_Entry):
    """A city that is served.

    name, reading   取手市, とりでし (hiragana)
    prefecture      茨城県
    aliases         what else it is called or typed as, the bare name without 市 included
    contact         whom to ask what the plans do not tell; names an office, never a number
    names           the name in other languages
    """

    id: _Identifier
    name: _Text
    reading: Annotated[str, Field(pattern=r"^[ぁ-ゖー]+$")]
    prefecture: _Text
    aliases: Annotated[tuple[_Text, ...], Field(strict=False)]
    contact: _Text
    names: CityNames = CityNames()


class _PlanTable(_Entry):
    id: _Identifier
    city: _Identifier
    file: _Text
    title: _Text
    short_title: _Text
    aliases: Annotated[tuple[_Text, ...], Field(strict=False)] = ()
    edition: Annotated[int, Field(ge=1)]
    first_year: _FiscalYear
    last_year: _FiscalYear
    coverage: Annotated[str, Field(min_length=1, pattern=r"。$")]
    publisher: _Text
    published: Annotated[str, Field(pattern=r"^\d{4}(-(0[1-9]|1[0-2]))?$")] | None = None
    style: _Text | None = None
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
    layout: dict[str, Any] = {}


class _CatalogFile(_Entry):
    cities: Annotated[tuple[City, ...], Field(min_length=1, strict=False)]
    plans: Annotated[tuple[_PlanTable, ...], Field(strict=False)] = ()


@dataclass(frozen=True)
class PlanEntry:
    """A plan and where its text is to be had.

    file    the source file, resolved against the catalog's folder
    style   name of its layout style; None: to be detected
    layout  the `[plans.layout]` table as written; the style's layout record checks it
    at      where a key of this entry stands in the catalog, for messages
    """

    plan: Plan
    file: Path
    style: str | None
    layout: dict[str, Any]
    at: Callable[..., Location]


@dataclass(frozen=True, slots=True)
class Catalog:
    """All cities and plans, in the order in which the file gives them."""

    path: Path
    cities: tuple[City, ...]
    plans: tuple[PlanEntry, ...]


def load_catalog(path: Path) -> Catalog:
    """Read and check a catalog; the sources themselves are checked when they are read.

    Raises CatalogError with the file, the line, the field and the offending value.
    """
    try:
        text = path.read_text(encoding="utf-8")
        table = tomllib.loads(text)
    except FileNotFoundError as error:
        raise CatalogError("the catalog does not exist", Location(path)) from error
    except UnicodeDecodeError as error:
        raise CatalogError(f"the catalog is not UTF-8: {error}", Location(path)) from error
    except tomllib.TOMLDecodeError as error:
        line = syntax_error_line(str(error), text)
        raise CatalogError(f"not valid TOML: {error}", Location(path, line)) from error
    lines = TomlLines(text)

    def at(*key: str | int) -> Location:
        return Location(path, lines.line(key), _dotted(key))

    try:
        checked = _CatalogFile.model_validate(table)
    except ValidationError as error:
        raise _first_fault(error, at) from error
    _check_unique("cities", checked.cities, at)
    _check_unique("plans", checked.plans, at)
    entries = tuple(
        _entry(path, index, plan, checked.cities, at) for index, plan in enumerate(checked.plans)
    )
    return Catalog(path, checked.cities, entries)


def _entry(
    path: Path, index: int, table: _PlanTable, cities: Sequence[City], at: Callable[..., Location]
) -> PlanEntry:
    def here(*key: str | int) -> Location:
        return at("plans", index, *key)

    city = next((city for city in cities if city.id == table.city), None)
    if city is None:
        known = ", ".join(city.id for city in cities)
        raise CatalogError(f"unknown city {table.city!r}; known: {known}", here("city"))
    if table.last_year < table.first_year:
        raise CatalogError(
            f"last_year {table.last_year} is before first_year {table.first_year}",
            here("last_year"),
        )
    file = path.parent / table.file
    if not file.is_file():
        raise CatalogError(f"the source file {table.file!r} does not exist", here("file"))
    plan = Plan(
        city_name=city.name,
        source_digest=table.sha256,
        **table.model_dump(exclude={"file", "style", "sha256", "layout"}),
    )
    return PlanEntry(plan, file, table.style, table.layout, here)


def _check_unique(
    table: str, entries: Iterable[City | _PlanTable], at: Callable[..., Location]
) -> None:
    seen: set[str] = set()
    for index, entry in enumerate(entries):
        if entry.id in seen:
            raise CatalogError(f"the id {entry.id!r} stands twice", at(table, index, "id"))
        seen.add(entry.id)


def _first_fault(error: ValidationError, at: Callable[..., Location]) -> CatalogError:
    fault = error.errors()[0]
    given = "" if fault["type"] == "missing" else f" (value: {fault['input']!r})"
    return CatalogError(f"{fault['msg']}{given}", at(*fault["loc"]))


def _dotted(key: Iterable[str | int]) -> str:
    """`("plans", 2, "city")` as `plans[2].city`, counted from 0."""
    text = ""
    for part in key:
        text += f"[{part}]" if isinstance(part, int) else f".{part}"
    return text.removeprefix(".")
