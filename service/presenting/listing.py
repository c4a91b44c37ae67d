"""Three or more things said in one sentence, found so that each can stand on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.records import Enumeration, Measure, Record, Statistic

_VALUE = r"(?:[0-9][0-9.,]*(?:%|ポイント|[件人名台つ])?)?"
_QUOTED = rf"「(?:[^「」]|「[^「」]*」)+」{_VALUE}"
_CIRCLED = r"[①-⑳](?:(?!の[0-9]+[つ点件]|です|があり|、の)[^①-⑳。])+"
_ASIDE = r"(?:（[^（）]*）)?"
_AND = r"(?:、(?:及び|または|又は)?|・|と|や|及び)"
# Before the first item stands a particle (は、 には、 として、) or nothing; else the run is only a
# part of a longer one.
_BEFORE = re.compile(r"(?:^|は|[ぁ-ん]、)$")
_COUNT = re.compile(r"、?の?([0-9]{1,2})(?:つ|点|件|項目|施策|事業|言語|団体|種類|段階|階層|分野)")
_TOPIC = re.compile(r"[はもで]$")
_OPENING, _CLOSING = "「『（〈", "」』）〉"


@dataclass(frozen=True, slots=True)
class Listing:
    """A sentence as what stands before its items, the items, and what stands behind them."""

    lead: str
    items: tuple[str, ...]
    tail: str


def named_things(records: Iterable[Record]) -> tuple[str, ...]:
    """The names under which records can be listed: items of lists, titles, labels."""
    names: dict[str, None] = {}
    for record in records:
        match record:
            case Enumeration():
                names.update(dict.fromkeys(item.text for item in record.items))
            case Measure():
                names[record.title] = None
            case Statistic():
                names[record.label] = None
            case _:
                continue
    return tuple(filter(None, names))


def listed(sentence: str, names: Sequence[str], at_least: int) -> Listing | None:
    """The run of `at_least` things or more in a sentence, or None.

    Things numbered ①②③ or in 「 」 are known by their marks, others by the count that the sentence
    itself gives (の3つです) or by their `names` in the plan.
    """
    known = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return (
        _marked(sentence, _CIRCLED, "、?", at_least)
        or _marked(sentence, _QUOTED, _AND, at_least)
        or _counted(sentence, at_least)
        or (_marked(sentence, rf"「?(?:{known})」?{_ASIDE}", _AND, at_least) if known else None)
    )


def _marked(sentence: str, item: str, between: str, at_least: int) -> Listing | None:
    for run in re.finditer(rf"{item}(?:{between}{item}){{{at_least - 1},}}", sentence):
        lead, tail = sentence[: run.start()], sentence[run.end() :]
        if _BEFORE.search(lead):
            items = re.findall(item, run.group())
            return Listing(lead, tuple(one.rstrip("、") for one in items), tail)
    return None


def _counted(sentence: str, at_least: int) -> Listing | None:
    """A、B、Cの3つ: the last three parts before the count, where the count is right."""
    for count in _COUNT.finditer(sentence):
        number = int(count.group(1))
        parts = _parts(sentence[: count.start()])
        if not at_least <= number < len(parts):
            continue
        lead, items = "、".join(parts[:-number]), parts[-number:]
        if _TOPIC.search(lead) and all(items) and not any(map(_TOPIC.search, items)):
            return Listing(f"{lead}、", tuple(items), sentence[count.start() :])
    return None


def _parts(text: str) -> list[str]:
    """The text parted at each 、 outside of brackets."""
    parts, depth = [""], 0
    for sign in text:
        depth = max(0, depth + (sign in _OPENING) - (sign in _CLOSING))
        if sign == "、" and depth == 0:
            parts.append("")
        else:
            parts[-1] += sign
    return parts
