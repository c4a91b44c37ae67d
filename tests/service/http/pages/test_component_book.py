"""The book of components is whole: every macro, every argument documented, every example shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from jinja2 import Environment, FileSystemLoader, nodes
from lxml.html import HtmlElement

from knowledge.errors import WordingError
from service.http.pages.component_book import load_components
from service.http.static_files import TEMPLATE_FOLDER

Parse = Callable[..., HtmlElement]
COMPONENTS = load_components()
WITH_MACRO = [component for component in COMPONENTS if component.macro]
IDS = [component.id for component in WITH_MACRO]


def _macros(name: str) -> dict[str, nodes.Macro]:
    source = (TEMPLATE_FOLDER / "components" / f"{name}.html").read_text(encoding="utf-8")
    tree = Environment(loader=FileSystemLoader(TEMPLATE_FOLDER)).parse(source)
    return {macro.name: macro for macro in tree.find_all(nodes.Macro)}


def test_every_template_of_a_component_is_described() -> None:
    templates = {path.stem for path in (TEMPLATE_FOLDER / "components").glob("*.html")}
    assert templates == {component.id for component in COMPONENTS}


@pytest.mark.parametrize("component", WITH_MACRO, ids=IDS)
def test_every_argument_is_documented_and_tried(component) -> None:  # type: ignore[no-untyped-def]
    macros = _macros(component.id)
    assert set(macros) == {component.macro}
    arguments = {argument.name for argument in macros[component.macro].args}
    assert not [name for name in arguments if name not in component.record]
    tried = {name for example in component.examples for name in example.given}
    assert tried <= arguments
    assert arguments - tried <= {"autocomplete"}


def test_the_page_shows_every_example_once(client: TestClient, page_of: Parse) -> None:
    page = page_of(client.get("/components"))
    for component in COMPONENTS:
        shown = page.xpath(f"//section[@aria-labelledby='book-{component.id}']")
        assert len(shown) == 1
        examples = shown[0].xpath(".//*[@data-component]")
        assert len(examples) == len(component.examples)
        assert all(example.get("lang") == "ja" for example in examples)
        assert all("".join(example.itertext()).strip() or len(example) for example in examples)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    named = page.xpath("//@for | //@aria-labelledby") + [
        name for value in page.xpath("//@aria-describedby") for name in value.split()
    ]
    assert set(named) <= set(ids)


def test_the_page_is_english_with_japanese_around_it(client: TestClient, page_of: Parse) -> None:
    page = page_of(TestClient(client.app).get("/components?lang=ko"))
    assert page.get("lang") == "ja"
    assert page.xpath("//main/div/@lang") == ["en"]


def test_the_page_tells_contrast_in_figures(client: TestClient, page_of: Parse) -> None:
    page = page_of(client.get("/components"))
    row = page.xpath("//tr[th='quiet on page']")[0]
    assert [cell.text_content().split()[-1] for cell in row.xpath("./td")] == [
        "4.5", "7.00", "10.30", "21.00",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "body", "told"),
    [
        ("button", 'title = "x"\nabout = "x"\ncriteria = []', "[criteria]"),
        ("button", "title = ", ":1"),
        ("button", 'title = "x"\nabout = "x"\ncriteria = ["x"]\nmacro = "button"', "examples"),
        ("nothing", 'title = "x"', "nothing.html"),
    ],
)
def test_a_bad_description_is_named(tmp_path: Path, name: str, body: str, told: str) -> None:
    (tmp_path / f"{name}.toml").write_text(body, encoding="utf-8")
    with pytest.raises(WordingError) as raised:
        load_components(tmp_path)
    assert f"{name}.toml" in str(raised.value)
    assert told in str(raised.value)
