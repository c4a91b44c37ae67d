"""The colours of `tokens.css` by theme, and the contrast of every pair in use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from service.http.static_files import STATIC_FOLDER

TOKENS_FILE = STATIC_FOLDER / "css" / "tokens.css"
TEXT_LEAST, CONTROL_LEAST = 4.5, 3.0  # WCAG 1.4.3 and 1.4.11; ratios

# The block of each theme begins so; the one that follows the device is held equal to dark.
THEMES = {
    "light": ":root {",
    "dark": ':root[data-theme="dark"] {',
    "contrast": ':root[data-theme="contrast"] {',
}
PAPERS = ("page", "panel")
_TEXT_PAIRS = (
    *((ink, paper) for ink in ("text", "quiet", "link", "link-active") for paper in PAPERS),
    *((ink, paper) for ink in ("visited", "error", "success") for paper in PAPERS),
    *((ink, "asked") for ink in ("text", "quiet", "link", "visited")),
    *((ink, "info-panel") for ink in ("text", "quiet", "link", "visited")),
    *((ink, "error-panel") for ink in ("text", "link", "visited", "error")),
    *((ink, "success-panel") for ink in ("text", "link", "visited", "success")),
    *(("on-button", paper) for paper in ("button", "button-hover", "button-active")),
    ("on-mark", "mark"),
)
_CONTROL_PAIRS = tuple(
    (ink, paper) for ink in ("button", "line", "error", "info", "focus") for paper in PAPERS
)
PAIRS = (
    *((ink, paper, TEXT_LEAST) for ink, paper in _TEXT_PAIRS),
    *((ink, paper, CONTROL_LEAST) for ink, paper in _CONTROL_PAIRS),
)


@dataclass(frozen=True, slots=True)
class Pair:
    """One colour on another. `ratio`, `least`: 1 to 21, as WCAG 2.2 counts contrast."""

    ink: str
    paper: str
    ratio: float
    least: float


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` as WCAG 2.2 defines it, 0 (black) to 1 (white)."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours `#rrggbb`, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def block_of(css: str, opening: str) -> dict[str, str]:
    """The custom properties of the rule that begins with `opening`. Raises ValueError for none."""
    body = css[css.index(opening) + len(opening) :].partition("}")[0]
    return dict(re.findall(r"--([a-z0-9-]+):\s*([^;]+);", body))


@cache
def properties(path: Path = TOKENS_FILE) -> Mapping[str, str]:
    """Every custom property of the light theme: colours, sizes, spaces, radii."""
    return block_of(path.read_text(encoding="utf-8"), THEMES["light"])


@cache
def colours(theme: str) -> Mapping[str, str]:
    """`#rrggbb` by role in a theme, one of THEMES."""
    found = block_of(TOKENS_FILE.read_text(encoding="utf-8"), THEMES[theme])
    return {role: value for role, value in found.items() if value.startswith("#")}


def pairs(theme: str) -> tuple[Pair, ...]:
    """Every pair in use, with its contrast in a theme."""
    own = colours(theme)
    return tuple(
        Pair(ink, paper, round(contrast(own[ink], own[paper]), 2), least)
        for ink, paper, least in PAIRS
    )
