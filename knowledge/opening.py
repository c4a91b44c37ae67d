"""From a catalog entry to its reading: the source checked, the style found, the layout checked."""

from __future__ import annotations

import re
from typing import Any

from knowledge.catalog import PlanEntry
from knowledge.errors import CatalogError, SourceError
from knowledge.reading import STYLES, Style, styles_fitting
from knowledge.reading.style import ValidationError
from knowledge.records import Reading
from knowledge.source import SourceText, read_source


def open_plan(entry: PlanEntry) -> tuple[SourceText, Reading]:
    """Read the source of a catalog entry in its style, detected where the entry names none.

    Raises CatalogError for a wrong digest, style or layout, SourceError for a broken source.
    """
    source = read_source(entry.file)
    if source.digest != entry.plan.source_digest:
        raise CatalogError(
            f"sha256 {entry.plan.source_digest} is not that of {entry.file}, "
            f"which has {source.digest}",
            entry.at("sha256"),
        )
    style = _style(entry, source)
    try:
        return source, style.read(source, entry.plan, _layout(entry, style))
    except re.error as error:  # of a layout's own patterns: the readers' are tested
        raise CatalogError(
            f"the layout holds a broken regular expression {error.pattern!r}: {error}",
            entry.at("layout"),
        ) from error


def _style(entry: PlanEntry, source: SourceText) -> Style:
    known = ", ".join(STYLES)
    if entry.style is not None:
        if entry.style not in STYLES:
            raise CatalogError(f"unknown style {entry.style!r}; known: {known}", entry.at("style"))
        return STYLES[entry.style]
    fitting = styles_fitting(source)
    if len(fitting) != 1:
        names = ", ".join(style.name for style in fitting) or "none"
        raise SourceError(
            f"the style cannot be told from the source (fitting: {names}); "
            f"name one at {entry.at()}: {known}",
            source.at(0),
        )
    return fitting[0]


def _layout(entry: PlanEntry, style: Style) -> Any:
    try:
        return style.layout_of(entry.layout)
    except ValidationError as error:
        fault = error.errors()[0]
        raise CatalogError(
            f"{fault['msg']} (value: {fault['input']!r}) in the layout of style {style.name!r}",
            entry.at("layout", *fault["loc"]),
        ) from error
