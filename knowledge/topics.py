"""Reviewed topics: which parts of a plan residents are offered to tap, under which labels."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knowledge.records import FaqEntry, Plan
from knowledge.vocabulary.table import Table, read_table

LANGUAGES = ("ja", "ja-easy", "en", "zh", "ko", "pt", "es")
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_KEYS = {"id", "plan", "headings", "label", "first", "leave_out"}


@dataclass(frozen=True)
class ReviewedTopic:
    """A part of a plan with the label under which it is offered.

    id         stable, lower case, safe in addresses
    headings   elements of section paths as records carry them; the topic is all that stands below
    labels     by language code, all of `LANGUAGES`
    first      ids of FAQ entries to be offered first, in this order
    leave_out  ids of FAQ entries never to be offered
    """

    id: str
    plan_id: str
    headings: tuple[str, ...]
    labels: Mapping[str, str]
    first: tuple[str, ...] = ()
    leave_out: frozenset[str] = frozenset()


def load_topics(
    path: Path, plans: Sequence[Plan], faq: Sequence[FaqEntry]
) -> tuple[ReviewedTopic, ...]:
    """The topics of a file in its order; none where there is no file.

    Raises KnowledgeError, which names file, line, field and value, for an unknown plan, a heading
    under which no FAQ entry stands, an unknown entry, or a label that is missing.
    """
    if not path.exists():
        return ()
    table = read_table(path)
    known: dict[str, list[FaqEntry]] = {plan.id: [] for plan in plans}
    for entry in faq:
        known[entry.plan_id].append(entry)
    topics = []
    for index, row in enumerate(table.data.get("topics", [])):
        topics.append(_topic(table, index, row, known))
        if topics[-1].id in {topic.id for topic in topics[:-1]}:
            table.fail("the id stands twice", ("topics", index, "id"), row["id"])
    return tuple(topics)


def _topic(
    table: Table, index: int, row: dict[str, Any], known: Mapping[str, Sequence[FaqEntry]]
) -> ReviewedTopic:
    here = ("topics", index)
    if odd := sorted(row.keys() - _KEYS):
        table.fail("unknown key", here, odd)
    identifier, plan, labels = row.get("id", ""), row.get("plan", ""), row.get("label", {})
    if not _ID.fullmatch(identifier):
        table.fail("expected an id of a-z, 0-9 and -", (*here, "id"), identifier)
    if plan not in known:
        table.fail(f"unknown plan; known: {', '.join(known)}", (*here, "plan"), plan)
    if set(labels) != set(LANGUAGES) or not all(labels.values()):
        table.fail("a label is needed in each language and no other", (*here, "label"), labels)
    headings = table.strings(row.get("headings"), (*here, "headings"))
    for heading in headings:
        if not any(heading in entry.section for entry in known[plan]):
            table.fail("no FAQ entry stands under this heading", (*here, "headings"), heading)
    ids = {entry.id for entry in known[plan]}
    named = {key: table.strings(row.get(key, []), (*here, key)) for key in ("first", "leave_out")}
    for key, entries in named.items():
        if lost := sorted(set(entries) - ids):
            table.fail("unknown FAQ entries", (*here, key), lost)
    return ReviewedTopic(
        identifier, plan, headings, labels, named["first"], frozenset(named["leave_out"])
    )
