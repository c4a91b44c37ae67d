"""What a question that leans on earlier turns was found to mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class FollowKind(StrEnum):
    """How a question leans on what was said before."""

    SUBJECT = "subject"  # その担当課は: something else about the same subject
    CHANGED = "changed"  # 大田原は, 来年度は: the same question with one thing changed
    REPLACED = "replaced"  # RPAは: the same question about another subject
    MORE = "more"  # もっと詳しく
    CHOSEN = "chosen"  # はい, 2番目: what was offered


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A question with what it left out filled in.

    text        the question on its own
    city        id of the city it is about, None for none or as named in the text
    record_ids  the records that the earlier answer rests on, where the question stays with them
    told        ids of the answers given before, for those who ask for more
    """

    kind: FollowKind
    text: str = field(repr=False)
    city: str | None = None
    record_ids: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
