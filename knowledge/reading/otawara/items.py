"""The activities of a schedule table, put together from the pieces its cells were broken into."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.reading.otawara.folio import Folio
from knowledge.reading.otawara.wording import readable

_TAIL_BRACKET = re.compile(r"（[^（）]*）$")


@dataclass(slots=True)
class Item:
    """One cell's text: its printed pieces, and the indices of their first and last line.

    complete  False where the table ends before the activity does
    """

    pieces: list[str]
    first: int
    last: int
    complete: bool = False
    nothing: bool = False

    @property
    def text(self) -> str:
        """The activity, mended; "" where the plan prints that nothing is planned."""
        return "" if self.nothing else readable(self.pieces)


def table_items(folio: Folio, body: Sequence[int]) -> list[Item]:
    """The items of a table in printed order.

    An item ends with a word for an activity (策定, 調査 ...), unless that word and what follows are
    one word elsewhere in the plan (実施 + 手順). A bracket belongs to the item before it.
    """
    items: list[Item] = []
    tokens = [(index, token) for index in body for token in folio.lines[index].text.split()]
    for at, (index, token) in enumerate(tokens):
        if token == folio.layout.nothing_planned:
            items.append(Item([token], index, index, complete=True, nothing=True))
            continue
        open_item = items[-1] if items and not items[-1].complete else None
        if open_item is None and token.startswith("（") and items and not items[-1].nothing:
            open_item = items[-1]
        if open_item is None:
            open_item = Item([], index, index)
            items.append(open_item)
        open_item.pieces.append(token)
        open_item.last = index
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        open_item.complete = _is_complete(folio, "".join(open_item.pieces), index, following)
    return items


def _is_complete(folio: Folio, text: str, index: int, following: tuple[int, str] | None) -> bool:
    bare = _TAIL_BRACKET.sub("", text)
    ending = next((word for word in folio.layout.activity_endings if bare.endswith(word)), None)
    if ending is None:
        return False
    if following is None or following[0] == index or bare != text:
        return True
    # Two characters tell a word: 実施 + 手順 stands elsewhere, 決定 + 研修 does not.
    compound = ending + following[1][:2]
    return not any(compound in line.text for line in folio.lines)
