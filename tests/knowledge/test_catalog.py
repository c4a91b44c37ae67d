"""The catalog of the product, and every way in which one can be broken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.catalog import load_catalog
from knowledge.errors import CatalogError, SourceError
from knowledge.knowledgebase import PACKAGE, KnowledgeBase, load_knowledge

MARKDOWN = "## 第1章 はじめに\n\n### 1. 目的\n\n暮らしを便利にします。\n"
Make = Callable[..., str]
Catalog = Callable[..., Path]


def fault(root: Path) -> CatalogError:
    with pytest.raises(CatalogError) as raised:
        load_knowledge(root)
    return raised.value


def line_of(root: Path, start: str, occurrence: int = 1) -> int:
    lines = (root / "catalog.toml").read_text(encoding="utf-8").splitlines()
    return [n for n, text in enumerate(lines, start=1) if text.startswith(start)][occurrence - 1]


def test_our_catalog_knows_four_cities_and_five_plans() -> None:
    catalog = load_catalog(PACKAGE / "catalog.toml")
    assert [city.name for city in catalog.cities] == ["取手市", "大田原市", "常総市", "小山市"]
    periods = {e.plan.id: (e.plan.first_year, e.plan.last_year) for e in catalog.plans}
    assert periods == {
        "toride-4": (2018, 2022),
        "toride-5": (2023, 2027),
        "otawara-1": (2013, 2016),
        "joso-3": (2019, 2023),
        "oyama-3": (2021, 2025),
    }


def test_our_titles_and_dates_stand_in_the_sources(plans: KnowledgeBase) -> None:
    for plan in plans.plans:
        compact = "".join(plans.sources[plan.id].text.split())
        assert plan.title in compact, plan.id
        assert plan.publisher in compact, plan.id


def test_names_of_a_city_lead_to_one_city_only() -> None:
    cities = load_catalog(PACKAGE / "catalog.toml").cities
    names = [name for city in cities for name in {city.name, city.reading, *city.aliases}]
    assert len(names) == len(set(names))
    for city in cities:
        assert city.name.removesuffix("市") in city.aliases
        assert city.name in city.contact
        assert not any(character.isdigit() for character in city.contact)


def test_aliases_of_plans_are_distinct_within_a_city() -> None:
    for city in load_catalog(PACKAGE / "catalog.toml").cities:
        plans = [e.plan for e in load_catalog(PACKAGE / "catalog.toml").plans]
        mine = [plan for plan in plans if plan.city == city.id]
        names = [name for plan in mine for name in {plan.title, plan.short_title, *plan.aliases}]
        assert len(names) == len(set(names)), city.id


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"city": "doko"}, "city", "'doko'"),
        ({"file": "sources/nai.txt"}, "file", "'sources/nai.txt'"),
        ({"last_year": 2020}, "last_year", "2020"),
        ({"first_year": "令和6"}, "first_year", "'令和6'"),
        ({"first_year": 24}, "first_year", "24"),
        ({"edition": 0}, "edition", "0"),
        ({"edition": "1"}, "edition", "'1'"),
        ({"published": "2024-13"}, "published", "'2024-13'"),
        ({"id": "Mihon_1"}, "id", "'Mihon_1'"),
        ({"title": ""}, "title", "''"),
        ({"coverage": "全文"}, "coverage", "'全文'"),
        ({"sha256": "abc"}, "sha256", "'abc'"),
        ({"sha256": "0" * 64}, "sha256", "0" * 64),
        ({"colour": "blue"}, "colour", "'blue'"),
        ({"style": "origami"}, "style", "'origami'"),
        ({"layout": "wide"}, "layout", "'wide'"),
    ],
)
def test_a_wrong_value_is_named_with_file_line_and_field(
    plan_table: Make,
    catalog_of: Catalog,
    changes: dict[str, object],
    field: str,
    said: str,
) -> None:
    good = plan_table("mihon-1", MARKDOWN)
    root = catalog_of(good, plan_table("mihon-2", MARKDOWN, **changes))
    error = fault(root)
    assert said in str(error)
    assert error.location is not None
    assert error.location.file == root / "catalog.toml"
    assert error.location.field == f"plans[1].{field}"
    last = sum(
        text.startswith(f"{field} =")
        for text in (root / "catalog.toml").read_text(encoding="utf-8").splitlines()
    )
    assert error.location.line == line_of(root, f"{field} =", last)


def test_a_missing_key_is_named_at_its_table(plan_table: Make, catalog_of: Catalog) -> None:
    root = catalog_of(plan_table("mihon-1", MARKDOWN, title=None))
    error = fault(root)
    assert error.location is not None
    assert error.location.line == line_of(root, "[[plans]]")
    assert error.location.field == "plans[0].title"


def test_an_id_may_stand_once(plan_table: Make, catalog_of: Catalog) -> None:
    table = plan_table("mihon-1", MARKDOWN)
    root = catalog_of(table, table)
    error = fault(root)
    assert "'mihon-1' stands twice" in str(error)
    assert error.location is not None
    assert error.location.line == line_of(root, 'id = "mihon-1"', 2)


def test_a_wrong_city_is_named(catalog_of: Catalog) -> None:
    city = (catalog_of() / "catalog.toml").read_text(encoding="utf-8")
    root = catalog_of(city=city.replace("みほんし", "見本し"))
    error = fault(root)
    assert "'見本し'" in str(error)
    assert error.location is not None
    assert error.location.line == line_of(root, "reading")


def test_no_city_is_no_catalog(catalog_of: Catalog) -> None:
    assert "cities" in str(fault(catalog_of(city="plans = []\n")))


@pytest.mark.parametrize(
    ("text", "line"), [("[[cities]]\nid = \n", 2), ("a = 1\n\nb = [1,\n", 3), ("a = 1\na = 2\n", 2)]
)
def test_broken_toml_is_named_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    (tmp_path / "catalog.toml").write_text(text, encoding="utf-8")
    error = fault(tmp_path)
    assert error.location is not None
    assert error.location.line == line


def test_a_missing_catalog_is_named(tmp_path: Path) -> None:
    assert str(tmp_path / "catalog.toml") in str(fault(tmp_path))


def test_a_catalog_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "catalog.toml").write_bytes("名 = 1".encode("shift_jis"))
    assert "UTF-8" in str(fault(tmp_path))


@pytest.mark.parametrize(
    ("layout", "field"),
    [('[plans.layout]\nfont = "large"\n', "font"), ("[plans.layout]\ncaption = 3\n", "caption")],
)
def test_a_wrong_layout_is_named(
    plan_table: Make, catalog_of: Catalog, layout: str, field: str
) -> None:
    root = catalog_of(plan_table("mihon-1", MARKDOWN), layout)
    error = fault(root)
    assert error.location is not None
    assert error.location.line == line_of(root, field)
    assert error.location.field == f"plans[0].layout.{field}"


def test_a_style_that_cannot_be_told_is_asked_for(plan_table: Make, catalog_of: Catalog) -> None:
    root = catalog_of(plan_table("mihon-1", "ただの文です。\n"))
    with pytest.raises(SourceError) as raised:
        load_knowledge(root)
    assert "fitting: none" in str(raised.value)
    assert "mihon-1.txt" in str(raised.value)


def test_a_style_that_two_readers_claim_is_asked_for(plan_table: Make, catalog_of: Catalog) -> None:
    both = MARKDOWN + "\n目次\n\n第1章 あ 1\n1 い 2\n2 う 3\n"
    with pytest.raises(SourceError, match="markdown, contents"):
        load_knowledge(catalog_of(plan_table("mihon-1", both)))


@pytest.mark.parametrize("layout", ['caption = "図("', 'glossary_marks = ["※", "["]'])
def test_a_broken_pattern_is_named(plan_table: Make, catalog_of: Catalog, layout: str) -> None:
    error = fault(catalog_of(plan_table("mihon-1", MARKDOWN), f"[plans.layout]\n{layout}\n"))
    assert "broken regular expression" in str(error)
    assert error.location is not None
    assert error.location.line == line_of(error.location.file.parent, "[plans.layout]")
