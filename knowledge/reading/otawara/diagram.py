"""The diagram of goals, groups and measures (体系図): scrambled on the page, put in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.mending import one_width
from knowledge.reading.otawara.folio import Folio
from knowledge.reading.otawara.headings import Heading
from knowledge.records import Enumeration, EnumerationItem, ParagraphRole, RecordKind, Span

_MARKS = re.compile(r"^（[0-9０-９]+）|^[①-⑳]|[ⅰ-ⅹ]$")


def read_diagrams(folio: Folio, measures: Sequence[Heading]) -> None:
    """Read every 体系図; each of its pages shows one goal with its groups and measures.

    Names are put together by the headings they stand for, which also say what belongs where. The
    list of a goal's groups is made where all of them stand on its page; what does not fit goes to
    `unresolved`. The whole page becomes one paragraph.
    """
    for heading in folio.headings:
        if not heading.title.endswith(folio.layout.diagram_title):
            continue
        free = folio.free(heading.line, folio.section_end(heading))
        for page in dict.fromkeys(folio.pages.of(index) for index in free):
            _read_page(folio, [i for i in free if folio.pages.of(i) == page], measures)


def _read_page(folio: Folio, indices: list[int], measures: Sequence[Heading]) -> None:
    paths = {measure.path for measure in measures}
    known = {name for path in paths for name in (_bare(part) for part in path[-3:])}
    names = dict(_names(folio, indices, known))
    goals = {path[:-2] for path in paths if _bare(path[-3]) in names}
    if len(goals) != 1:
        folio.puzzle(folio.spans(indices), f"a diagram page with {len(goals)} goals")
        folio.add_paragraph(indices, ParagraphRole.TABLE)
        return
    goal = goals.pop()
    # Headings come in the order of the plan, which is the order of the marks.
    below = [measure.path for measure in measures if measure.path[:-2] == goal]
    groups = list(dict.fromkeys(path[-2] for path in below))
    missing = [part for path in below for part in path[-2:] if _bare(part) not in names]
    surplus = names.keys() - {_bare(part) for path in below for part in path[-3:]}
    if missing or surplus:
        folio.puzzle(folio.spans(indices), f"diagram and headings differ: {missing} {surplus}")
    else:
        _add_groups(folio, goal[-1], groups, names, indices)
    text = [goal[-1]]
    for group in groups:
        text.append(group)
        text += [f"{path[-1]}" for path in below if path[-2] == group]
    folio.add_paragraph(indices, ParagraphRole.TABLE, "\n".join(text))


def _add_groups(
    folio: Folio, goal: str, groups: Sequence[str], names: dict[str, Span], indices: list[int]
) -> None:
    place = folio.place(RecordKind.ENUMERATION, f"{folio.heading(indices[0]).key}{goal}", indices)
    place["spans"] = (names[_bare(goal)], *(names[_bare(group)] for group in groups))
    folio.records.append(
        Enumeration(
            **place,
            title=goal,
            items=tuple(
                EnumerationItem(group[0], _bare(group), names[_bare(group)]) for group in groups
            ),
        )
    )


def _bare(part: str) -> str:
    """A path element without its mark: `① 地域の情報提供の推進` -> `地域の情報提供の推進`."""
    return part.split(" ", 1)[-1]


def _names(folio: Folio, indices: Sequence[int], known: set[str]) -> Iterator[tuple[str, Span]]:
    """Each known name with the span it stands on; a name may go on in the next line."""
    tokens = [
        (token.group(), folio.lines[index].start + token.start())
        for index in indices
        for token in re.finditer(r"\S+", folio.lines[index].text)
    ]
    at = 0
    while at < len(tokens):
        for length in (1, 2, 3):
            run = tokens[at : at + length]
            name = _MARKS.sub("", one_width("".join(text for text, _ in run)))
            if name in known:
                yield name, Span(run[0][1], run[-1][1] + len(run[-1][0]))
                at += length
                break
        else:
            text, start = tokens[at]
            folio.puzzle([Span(start, start + len(text))], f"diagram: no heading {text!r}")
            at += 1
