"""The readers, one for each layout style, and how the style of a source is found."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.reading import booklet, markdown, otawara, toride
from knowledge.reading.detecting import has_full_stop_sections, has_plain_sections
from knowledge.reading.style import Style
from knowledge.source import SourceText

STYLES: Mapping[str, Style] = {
    style.name: style
    for style in (
        Style("annual-schedule", toride.TorideLayout, has_plain_sections, toride.read),
        Style("half-year-schedule", otawara.OtawaraLayout, has_full_stop_sections, otawara.read),
        markdown.STYLE,
        booklet.STYLE,
    )
}


def styles_fitting(source: SourceText) -> tuple[Style, ...]:
    """Every style whose marks the source shows, in the order of `STYLES`."""
    return tuple(style for style in STYLES.values() if style.detect(source))


__all__ = ["STYLES", "Style", "styles_fitting"]
