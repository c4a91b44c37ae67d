"""Contrast of every pair of colours in use, in every theme (U-01), and what sheets may name."""

from __future__ import annotations

import re

import pytest

from service.http.pages.palette import (
    PAIRS,
    TEXT_LEAST,
    THEMES,
    TOKENS_FILE,
    block_of,
    colours,
    contrast,
    pairs,
    properties,
)
from service.http.static_files import STATIC_FOLDER

CSS = TOKENS_FILE.read_text(encoding="utf-8")
OF_THE_DEVICE = ':root:not([data-theme="light"]):not([data-theme="contrast"]) {'
PAPERS = {"white": "#ffffff", "gray-50": "#f2f2f2", "blue-50": "#e8f1fe"}

# Colours of デジタル庁デザインシステム that read well on white alone, or nowhere.
TRAPS = {
    "error-1": ("#ec0000", 4.60, 4.11, 4.04),
    "success-1": ("#259d63", 3.45, 3.08, 3.03),
    "warning-yellow-1": ("#b78f00", 3.02, 2.70, 2.66),
    "warning-orange-1": ("#fb5b01", 3.18, 2.84, 2.80),
    "warning-yellow-2": ("#927200", 4.54, 4.05, 3.98),
    "warning-orange-2": ("#c74700", 4.85, 4.33, 4.26),
}


def sheets() -> str:
    """Every style sheet but the tokens."""
    return "\n".join(
        path.read_text(encoding="utf-8")
        for path in sorted(STATIC_FOLDER.rglob("*.css"))
        if path != TOKENS_FILE
    )


def test_contrast_is_computed_as_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.meets("U-01")
@pytest.mark.parametrize("theme", THEMES)
def test_every_pair_in_use_can_be_read(theme: str) -> None:
    assert not [pair for pair in pairs(theme) if pair.ratio < pair.least]


@pytest.mark.meets("U-01")
def test_the_theme_of_high_contrast_has_seven_to_one_throughout() -> None:
    assert min(pair.ratio for pair in pairs("contrast")) >= 7


@pytest.mark.meets("U-01")
@pytest.mark.parametrize("name", TRAPS)
def test_no_theme_falls_into_a_trap(name: str) -> None:
    colour, *ratios = TRAPS[name]
    for ratio, paper in zip(ratios, PAPERS.values(), strict=True):
        assert contrast(colour, paper) == pytest.approx(ratio, abs=0.005)
    assert min(ratios) < TEXT_LEAST
    assert colour not in {value for theme in THEMES for value in colours(theme).values()}


def test_every_theme_names_the_same_colours() -> None:
    names = set(colours("light"))
    assert {role for pair in PAIRS for role in pair[:2]} <= names
    for theme in THEMES:
        assert set(colours(theme)) == names


def test_a_dark_device_and_a_visitor_who_chose_dark_see_the_same() -> None:
    assert block_of(CSS, OF_THE_DEVICE) == colours("dark")
    assert CSS.index("prefers-color-scheme: dark") < CSS.index(OF_THE_DEVICE)


@pytest.mark.meets("U-01")
def test_a_device_that_asks_for_more_contrast_gets_it() -> None:
    wanted = CSS[CSS.index("prefers-contrast: more") :]
    in_light = block_of(wanted, ':root:not([data-theme="dark"]):not([data-theme="contrast"]) {')
    in_dark = block_of(wanted, ':root[data-theme="dark"] {')
    assert block_of(wanted, OF_THE_DEVICE) == in_dark
    for theme, stronger in (("light", in_light), ("dark", in_dark)):
        before, after = colours(theme), {**colours(theme), **stronger}
        for ink, paper, least in PAIRS:
            more = contrast(after[ink], after[paper])
            assert more >= max(least, contrast(before[ink], before[paper]) - 0.01), (ink, paper)


def test_sheets_name_tokens_and_hold_no_colour_of_their_own() -> None:
    css = sheets()
    known = set(properties()) | set(re.findall(r"(--[a-z0-9-]+)\s*:", css))
    used = set(re.findall(r"var\(--([a-z0-9-]+)\)", css))
    assert used
    assert not {name for name in used if name not in known and f"--{name}" not in known}
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", css)


def test_no_token_is_left_without_use() -> None:
    css = sheets()
    assert not [name for name in properties() if f"var(--{name})" not in css]


@pytest.mark.meets("U-02")
def test_sizes_of_text_are_relative() -> None:
    css = sheets()
    assert not re.findall(r"font(?:-size)?:[^;]*\dpx", css)
    assert all(
        value.endswith("rem") for name, value in properties().items() if name.startswith("font-")
    )


@pytest.mark.meets("U-19")
def test_no_words_stand_in_style_sheets() -> None:
    rules = re.sub(r"/\*.*?\*/", "", sheets(), flags=re.S)
    assert not re.search(r"[ぁ-んァ-ン一-龥]", rules)
