"""Opinions from hearings: bullets below the word 意見, in the category of their heading."""

from __future__ import annotations

from knowledge.reading.otawara.folio import Folio
from knowledge.records import LeftOutClass, Opinion, RecordKind


def read_opinions(folio: Folio) -> None:
    """Every bullet is what somebody said; raises SourceError for a list without bullets."""
    for mark in folio.free():
        if folio.lines[mark].text != folio.layout.opinion_mark:
            continue
        heading = folio.heading(mark)
        opinions: list[list[int]] = []
        for index in folio.free(mark + 1, folio.next_heading(mark)):
            if folio.lines[index].indented:
                opinions.append([index])
            elif opinions:
                opinions[-1].append(index)
            else:
                raise folio.broken(index, f"no bullet before {folio.lines[index].text!r}")
        if not opinions:
            raise folio.broken(mark, f"no opinions below {heading.title!r}")
        folio.leave([mark], LeftOutClass.TABLE_HEADER)
        for number, indices in enumerate(opinions, start=1):
            folio.records.append(
                Opinion(
                    **folio.place(RecordKind.OPINION, f"{heading.key}-{number}", indices, heading),
                    category=heading.title,
                    text=folio.text(indices),
                )
            )
            folio.take(indices)
