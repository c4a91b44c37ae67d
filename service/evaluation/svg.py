"""Figures of matplotlib as SVG that stands in a page or alone, the same bytes for the same data."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from xml.etree import ElementTree

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

_SVG = "http://www.w3.org/2000/svg"
_LINK = "http://www.w3.org/1999/xlink"


class Picture:
    """One plot on its way to SVG; `svg` is there after the `with` block that drew it."""

    svg: str = ""


@contextmanager
def drawing(name: str, title: str, width: float, height: float) -> Iterator[tuple[Picture, Axes]]:
    """Axes to draw on, `width` by `height` inches.

    name   sets the ids of this picture apart from those of others in the same page
    title  what a person who does not see it is told
    """
    picture = Picture()
    with mpl.rc_context(
        {
            "svg.fonttype": "none",  # text stays text: it can be read out and searched
            "svg.hashsalt": name,
            "font.family": "sans-serif",
            "font.size": 11,
            "axes.spines.top": False,
            "axes.spines.right": False,
            "axes.grid": True,
            "axes.axisbelow": True,
            "grid.color": "#d9d9d9",
        }
    ):
        figure = Figure(figsize=(width, height), layout="constrained")
        yield picture, figure.add_subplot()
        drawn = BytesIO()
        figure.savefig(drawn, format="svg", metadata={"Date": None, "Creator": None})
    picture.svg = _accessible(drawn.getvalue(), name, title)


def _accessible(drawn: bytes, name: str, title: str) -> str:
    root = ElementTree.fromstring(drawn)
    for metadata in root.findall(f"{{{_SVG}}}metadata"):
        root.remove(metadata)
    for element in root.iter():
        for key, value in element.attrib.items():
            if key == "id":
                element.set(key, f"{name}-{value}")
            elif value.startswith("#") and key == f"{{{_LINK}}}href":
                element.set(key, f"#{name}-{value[1:]}")
            elif "url(#" in value:
                element.set(key, value.replace("url(#", f"url(#{name}-"))
    # The page decides how wide it is; the view box keeps the proportions.
    del root.attrib["width"], root.attrib["height"]
    root.set("role", "img")
    root.set("aria-labelledby", f"{name}-title")
    told = ElementTree.Element(f"{{{_SVG}}}title", {"id": f"{name}-title"})
    told.text = title
    root.insert(0, told)
    ElementTree.register_namespace("", _SVG)
    ElementTree.register_namespace("xlink", _LINK)
    return ElementTree.tostring(root, encoding="unicode")
