"""Pictures: the same bytes for the same data, readable without seeing them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from lxml import etree

from service.evaluation.curve import curve
from service.evaluation.figures import Row, by_type
from service.evaluation.plots import curve_svg, outcomes_svg, reliability_svg
from service.evaluation.reliability import calibration

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def rows(made: Callable[..., Row]) -> list[Row]:
    return [made(0.95), made(0.92, right=False), made(0.35), made(0.31, kind="unanswerable")]


@pytest.fixture(params=["reliability", "curve", "outcomes"])
def draw(request: pytest.FixtureRequest, rows: list[Row]) -> Callable[[str], str]:
    ways: dict[str, Callable[[str], str]] = {
        "reliability": lambda name: reliability_svg(calibration(rows).bins, name),
        "curve": lambda name: curve_svg(curve(rows), 0.5, name),
        "outcomes": lambda name: outcomes_svg(by_type(rows), name),
    }
    return ways[request.param]


def test_the_same_data_draw_the_same_picture(draw: Callable[[str], str]) -> None:
    assert draw("one") == draw("one")
    assert not re.search(r"\d{4}-\d{2}-\d{2}|Matplotlib v|<metadata", draw("one"))


def test_a_picture_has_a_title_and_scales(draw: Callable[[str], str]) -> None:
    root = etree.fromstring(draw("one").encode())
    assert root.get("role") == "img"
    title = root.find(f"{SVG}title")
    assert title is not None
    assert title.text
    assert root.get("aria-labelledby") == title.get("id")
    assert root.get("viewBox")
    assert root.get("width") is None


def test_ids_of_two_pictures_in_a_page_stay_apart(draw: Callable[[str], str]) -> None:
    one, other = (set(re.findall(r'id="([^"]+)"', draw(name))) for name in ("one", "other"))
    assert one
    assert not one & other
    used = set(re.findall(r'url\(#([^)]+)\)|href="#([^"]+)"', draw("one")))
    assert {first or second for first, second in used} <= one


def test_the_number_of_questions_stands_above_each_dot(rows: list[Row]) -> None:
    texts = re.findall(r"<text[^>]*>([^<]+)</text>", reliability_svg(calibration(rows).bins))
    assert texts.count("2") == 2


def test_what_applies_to_no_question_is_no_line(made: Callable[..., Row]) -> None:
    picture = curve_svg(curve([made(0.9)]), 0.5)
    assert ">correct<" in picture
    assert ">refused<" not in picture
