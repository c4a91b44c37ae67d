"""Contrast of every pair of colours in use, in both schemes (U-01)."""

from __future__ import annotations

import re

import pytest

from service.http.static_files import STATIC_FOLDER

TEXT, CONTROL = 4.5, 3.0
PAIRS = [
    *((ink, paper, TEXT) for ink in ("text", "quiet", "link") for paper in ("page", "panel")),
    ("text", "asked", TEXT),
    ("visited", "page", TEXT),
    ("visited", "panel", TEXT),
    ("error", "page", TEXT),
    ("error", "panel", TEXT),
    ("on-button", "button", TEXT),
    ("on-button", "button-hover", TEXT),
    ("on-mark", "mark", TEXT),
    ("button", "page", CONTROL),
    ("button", "panel", CONTROL),
    ("line", "page", CONTROL),
    ("error", "page", CONTROL),
    ("focus", "page", CONTROL),
    ("focus", "panel", CONTROL),
]


def _schemes() -> dict[str, dict[str, str]]:
    css = (STATIC_FOLDER / "css" / "tokens.css").read_text(encoding="utf-8")
    light, dark = css.split("@media (prefers-color-scheme: dark)")
    found = {}
    for name, part in (("light", light), ("dark", dark)):
        found[name] = dict(re.findall(r"--([a-z-]+):\s*(#[0-9a-f]{6});", part))
    return found


def _luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def sheets() -> str:
    """Every style sheet but the tokens."""
    return "\n".join(
        path.read_text(encoding="utf-8")
        for path in sorted(STATIC_FOLDER.rglob("*.css"))
        if path.name != "tokens.css"
    )


def test_contrast_is_computed_as_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "paper", "least"), PAIRS)
def test_pair(scheme: str, ink: str, paper: str, least: float) -> None:
    colours = _schemes()[scheme]
    assert contrast(colours[ink], colours[paper]) >= least


def test_both_schemes_name_the_same_colours_and_sheets_use_no_others() -> None:
    schemes = _schemes()
    assert set(schemes["light"]) == set(schemes["dark"])
    css = sheets()
    assert set(re.findall(r"var\(--([a-z-]+)\)", css)) <= set(schemes["light"])
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b", css)


def test_sizes_are_relative_and_no_words_stand_in_style_sheets() -> None:
    css = sheets()
    assert not re.findall(r"font(?:-size)?:[^;]*\dpx", css)  # U-02
    assert not re.search(r"[ぁ-んァ-ン一-龥]", css)  # U-19
