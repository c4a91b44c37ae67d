"""Figure captions and the publications that figures name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.mending import one_width
from knowledge.reading.otawara.folio import Folio
from knowledge.reading.otawara.wording import readable
from knowledge.records import LeftOutClass, ParagraphRole

_CAPTION = re.compile(r"図表\s*([0-9０-９]+[-－][0-9０-９]+)：(.+)")
_NEXT = re.compile(r"\s+(?=図表)")
# A caption that ends so goes on in the next line.
_OPEN = re.compile(r"(?:及び|並びに|[、・のとをや])$")


@dataclass(frozen=True, slots=True)
class Caption:
    """The caption of `figure` (`図表2-13`), printed on the lines of `indices`."""

    figure: str
    title: str
    indices: tuple[int, ...]


def caption_lines(folio: Folio) -> list[Caption]:
    """Every caption, in order; two on one line are two captions of that line."""
    found = []
    for index, line in enumerate(folio.lines):
        if not _CAPTION.match(line.text):
            continue
        for text in _NEXT.split(line.text):
            match = _CAPTION.fullmatch(text)
            if match is None:
                raise folio.broken(index, f"a figure caption without number or title: {text!r}")
            indices = [index]
            if _OPEN.search(text) and index + 1 < len(folio.lines):
                indices.append(index + 1)
            title = readable([match[2], *(folio.lines[i].text for i in indices[1:])])
            found.append(Caption(f"図表{one_width(match[1])}", title, tuple(indices)))
    return found


def leave_captions(folio: Folio, captions: Sequence[Caption]) -> None:
    """Leave out the captions of figures of which the text holds nothing."""
    indices = {i for caption in captions for i in caption.indices if i not in folio.taken}
    folio.leave(sorted(indices), LeftOutClass.FIGURE_CAPTION)


def read_sources(folio: Folio) -> None:
    """【出典】 lines as paragraphs; one goes on while its quotation marks are open."""
    for index in folio.free():
        text = folio.lines[index].text
        if not text.startswith(folio.layout.source_mark) or index in folio.taken:
            continue
        own = [index]
        while text.count("「") > text.count("」") and own[-1] + 1 < len(folio.lines):
            own.append(own[-1] + 1)
            text += folio.lines[own[-1]].text
        folio.add_paragraph(own, ParagraphRole.SOURCE)


def publication(folio: Folio, text: str) -> str:
    """What the text of a 【出典】 paragraph names, without the mark."""
    return text.removeprefix(folio.layout.source_mark).strip()
