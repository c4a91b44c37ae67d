"""The sentences in which plans state shares: patterns of Japanese prose, no plan's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.eras import Era, western

_VALUE = r"(?P<value>\d+(?:\.\d+)?)%"
_QUOTES = r"「[^「」]+」(?:(?:又は|または)「[^「」]+」)*"
# 「電子メールの送受信」の割合が79.7%  「天気予報の利用」（62.0%）
# 「ウイルス感染に不安」と回答した企業の割合が48.8%
_QUOTED = re.compile(
    rf"(?P<label>{_QUOTES})"
    r"(?:(?:と回答した|を利用している)(?P<group>企業|世帯))?"
    rf"(?:の割合)?(?:が合わせて|のは|が|は|（|\(){_VALUE}"
)
# ...を実施している企業の割合は48.6%  平成28年のインターネット人口普及率は...、83.5%
_NAMED = re.compile(
    r"(?:^[►・]?|[、。])(?:(?P<era>平成|令和)(?P<year>\d+)年の)?"
    r"(?P<label>(?:[^、。「」（）]|（[^（）]*）)+?(?:の割合|普及率))は"
    rf"[^。%「]{{0,40}}?{_VALUE}"
)
# クラウドを活用している団体は36.1%  複数拠点を持つ企業では46.2%が実施
_KIND = re.compile(
    r"(?:^|[、。]|対し|については)"
    r"(?P<label>(?:(?!対し|については)[^、。「」%])+?(?P<group>企業|団体|世帯))で?は"
    rf"(?:[^、。「」\d]{{0,8}}は)?{_VALUE}"
)
# 36.5%が「よく利用する」または「たまに利用する」と  45%が有用と評価
_BEHIND = re.compile(rf"{_VALUE}が(?P<label>{_QUOTES}|[^、。「」]{{1,12}})と(?:評価|し)")
# 目標1では94%、目標2が100%
_GOAL = re.compile(rf"(?P<group>目標\d+)(?:では|が|は){_VALUE}")
# 「調整」又は「停滞」の施策は5施策、率としては12%
_COUNTED = re.compile(rf"(?P<label>{_QUOTES})の施策は(?P<count>\d+)施策、率としては{_VALUE}")
# 前年の44.6%から2.3ポイント上昇, right behind a value
_BEFORE = re.compile(rf"となり、前年の{_VALUE}から")
# 15の重点施策、44の個別施策を設定
_NUMBER_OF = re.compile(r"(?P<count>\d+)つ?の(?P<label>(?:基本|重点|個別)(?:目標|施策))(?=[、を])")
# Who was asked; 個人情報 and 個人番号 are no persons.
_WHO = re.compile(r"企業|世帯|個人(?!情報|番号)")
_TOPIC = re.compile(
    r"(?:^|[。、])(?P<topic>[^。、「」]+?)"
    r"(?:を(?:[^。、]{1,6}別に)?みると|別にみると|については|は、?(?=「))"
)


@dataclass(frozen=True, slots=True)
class Share:
    """A value as a sentence states it.

    subject     what is spoken of: the sentence's topic, else the section's title
    sentence    range of the sentence in the flat text
    years_back  1 for a value of 前年, else 0
    year        western year where the sentence names one
    """

    subject: str
    label: str
    group: str
    value: str
    unit: str
    sentence: tuple[int, int]
    years_back: int = 0
    year: int | None = None


def shares_of(text: str, sentences: Sequence[tuple[int, int]], title: str) -> Iterator[Share]:
    """Shares and counts of a paragraph, sentence by sentence, each value once."""
    topic, named, group = title, "", ""
    for start, end in sentences:
        sentence = text[start:end]
        used: set[int] = set()
        for share, found in _matches(sentence, (start, end)):
            if found.start("value") in used:
                continue
            used.add(found.start("value"))
            topics = [own["topic"] for own in _TOPIC.finditer(sentence[: found.start() + 1])]
            if topics:
                # 産業別にみると says by what the share named before is broken down.
                by = re.fullmatch(r".{1,5}", topics[-1]) and "別にみると" in sentence
                topic = f"{named}（{topics[-1]}別）" if by and named else topics[-1]
            if found.re is _NAMED:
                named = share.label
            # Who is asked is said once and holds for the sentences behind.
            group = share.group or group
            subject = title if found.re is _NAMED else topic
            whole = replace(share, subject=subject, group=group)
            yield whole
            yield from _year_before(sentence, found, whole)
        yield from _counts(sentence, (start, end), title)


def _matches(sentence: str, place: tuple[int, int]) -> Iterator[tuple[Share, re.Match[str]]]:
    found = [
        own
        for pattern in (_COUNTED, _QUOTED, _NAMED, _KIND, _BEHIND, _GOAL)
        for own in pattern.finditer(sentence)
    ]
    for own in sorted(found, key=lambda match: match.start("value")):
        named = own.groupdict()
        who = _WHO.search(sentence)
        group = named.get("group") or (who[0] if who else "")
        year = western(Era(named["era"]), int(named["year"])) if named.get("year") else None
        label = _unquoted(named.get("label") or _goal_label(sentence))
        yield Share("", label, group, own["value"], "%", place, year=year), own


def _unquoted(label: str) -> str:
    return label[1:-1] if re.fullmatch(r"「[^「」]+」", label) else label


def _goal_label(sentence: str) -> str:
    found = re.search(rf"({_QUOTES})の割合", sentence)
    return found[1] if found else ""


def _year_before(sentence: str, found: re.Match[str], share: Share) -> Iterator[Share]:
    before = _BEFORE.match(sentence, found.end())
    if before:
        yield replace(share, value=before["value"], years_back=1)


def _counts(sentence: str, place: tuple[int, int], title: str) -> Iterator[Share]:
    for found in _COUNTED.finditer(sentence):
        yield Share(title, _unquoted(found["label"]), "", found["count"], "施策", place)
    for found in _NUMBER_OF.finditer(sentence):
        unit = "施策" if found["label"].endswith("施策") else "つ"
        yield Share(title, found["label"], "", found["count"], unit, place)
