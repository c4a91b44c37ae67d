"""The readers, one for each layout style, and how the style of a source is found."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from knowledge.reading import booklet, markdown
from knowledge.reading.detecting import has_full_stop_sections, has_plain_sections
from knowledge.reading.style import Style
from knowledge.records import Reading
from knowledge.source import SourceText


@dataclass(frozen=True)
class _NoLayout:
    pass


def _pending(name: str, module: str, layout: str, detect: Any) -> Style:
    """Until the reader stands: its style, reading nothing."""
    try:
        found = importlib.import_module(module)
        return Style(name, getattr(found, layout), detect, found.read)
    except (ImportError, AttributeError):
        return Style(name, _NoLayout, detect, lambda source, plan, layout: Reading((), (), ()))


STYLES: Mapping[str, Style] = {
    style.name: style
    for style in (
        _pending(
            "annual-schedule", "knowledge.reading.toride", "TorideLayout", has_plain_sections
        ),
        _pending(
            "half-year-schedule",
            "knowledge.reading.otawara",
            "OtawaraLayout",
            has_full_stop_sections,
        ),
        markdown.STYLE,
        booklet.STYLE,
    )
}


def styles_fitting(source: SourceText) -> tuple[Style, ...]:
    """Every style whose marks the source shows, in the order of `STYLES`."""
    return tuple(style for style in STYLES.values() if style.detect(source))


__all__ = ["STYLES", "Style", "styles_fitting"]
