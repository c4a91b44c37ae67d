"""A Japanese municipality or prefecture that is asked about and whose plans we do not hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.catalog import City
from knowledge.vocabulary import load_municipalities
from service.question.held_cities import CityMention
from service.question.morphology import Word

_LONGEST = 8
_SUFFIXES = "市町村区都道府県"
_OFFICE = r"[市町村区県都府]?(?:役所|役場|庁|民|立[一-龥]*|営[一-龥ァ-ヺー]*|内|の方)?"
# The place is what the question is about: でも, では, は, の, に住んで ...
_ABOUT = re.compile(
    _OFFICE
    + r"(?:でも|では|じゃ|だと|って|にも|なら|における|に(?:住|引|ある|はあ|は)|は|も(?!と)|の|内の"
    r"|で(?!す|した|しょう|き)|的|有|在|[ \s]|$|[?])"
)
# ... or only mentioned: partners, examples, comparisons, disasters, institutions.
_ASIDE = re.compile(
    _OFFICE + r"(?:の(?:省庁|政府|本社|国|事例|例|ケース|取組みを参|先進|"
    r"震災|地震|水害|豪雨|災害|大学|会社|企業|業者|データセンタ|ように|みたい"
    r"|住民も|人も|方も|人が|人でも)|と(?!は|いう)|など|や(?!って)|から|まで|みたい|並み|に(?:なら|倣|転出|通)|方面|・|、|を(?:参考|はじめ))"
)
_PARTNER_BEFORE = re.compile(r"(?:と|や|・|、|から|と[、 ])$")
_WRONG_AFTER = {
    "市": re.compile(r"[場販街況価史]"),
    "町": re.compile(r"[内会並家]"),
    "区": re.compile(r"[分域間画切別]"),
    "村": re.compile(r"[落民会]"),
}
_HAN_OR_KATAKANA = re.compile(r"[一-龥々ァ-ヺー]$")
_PERSON = re.compile(r"\s?(?:さん|氏|様|さま|くん|君|先生|ちゃん|選手)")
_PREFECTURE_END = re.compile(r"(?:[都道府県郡]|市内|近くの|隣の|となりの|お隣の|隣町の|旧)$")
# Romaji names that are English words or parts of other names as well.
_ENGLISH_WORDS = frozenset(
    re.findall(
        r"\w+",
        "Date Mine Same Soja Ube Ota Ono Ena Hino Tone Mori Kami Minami Kita Higashi Nishi Chuo "
        "Asahi Sakura Midori Sakae Miyako",
    )
)
_LATIN_PLACE = (
    r"\b(?:in|at|of|for|does|do|is|has|will|did|from|em|en|de|do|da)\s+"
    r"({name})(?:[ -](?:city|town|shi))?\b"
    r"|\b({name})(?:\s+city|\s+town|-shi|-machi|-ku|市)\b|\b({name})\x27s\b"
)


@dataclass(frozen=True, slots=True)
class OtherPlace:
    """A place not held: `about` when the question is about it and not merely mentions it."""

    name: str
    about: bool


@dataclass(frozen=True)
class _Gazetteer:
    names: frozenset[str]
    stems: frozenset[str]
    readings: dict[str, str]
    romaji: re.Pattern[str]
    prefectures: frozenset[str]
    prefecture_stems: frozenset[str]


def other_place(
    text: str,
    held: Sequence[CityMention],
    long_words: Sequence[Sequence[Word]],
    cities: Sequence[City],
    spoken_of: Callable[[str], bool],
) -> OtherPlace | None:
    """The first place asked about that is not held, else the first one mentioned, else None.

    `text` is normalised, `long_words` its words by Sudachi. `spoken_of` says whether a plan has a
    name in it: then the bare name (熊本) may stand for what the plan tells of it. A question that
    names a held city as well is never about the other place alone.
    """
    gazetteer = _gazetteer(tuple(cities))
    first: OtherPlace | None = None
    for name, start, end in _mentions(text, held, long_words, gazetteer):
        about = not held and _is_about(text, start, end)
        if about and name[-1] not in _SUFFIXES and spoken_of(name):
            about = False
        if about:
            return OtherPlace(name, True)
        first = first or OtherPlace(name, False)
    return first


@lru_cache(maxsize=8)
def _gazetteer(cities: tuple[City, ...]) -> _Gazetteer:
    own = {city.name for city in cities}
    own_prefectures = {city.prefecture for city in cities}
    places = load_municipalities()
    others = [m for group in places.values() for m in group if m.name not in own]
    seen: dict[str, int] = {}
    for m in others:
        seen[m.name] = seen.get(m.name, 0) + 1
    own_stems = {name[:-1] for name in own}
    # Towns of one name in several prefectures (朝日町, 池田町) are names of quarters as well.
    names = {m.name for m in others if seen[m.name] == 1 or m.name[-1] == "市"}
    own_stems |= {prefecture[:-1] for prefecture in own_prefectures}  # 茨城 is 茨城県, not 茨城町
    stems = {m.stem for m in others if len(m.stem) > 1} - own_stems
    romaji = {m.romaji for m in others if len(m.romaji) > 3} - _ENGLISH_WORDS
    romaji -= {m.romaji for group in places.values() for m in group if m.name in own}
    romaji -= {m.romaji for m in others if m.stem in own_stems}
    alternatives = "|".join(sorted(map(re.escape, romaji | {"Tokyo", "Osaka", "Kyoto"})))
    prefectures = set(places) - own_prefectures
    return _Gazetteer(
        names=frozenset(_folded(name) for name in names),
        stems=frozenset(_folded(stem) for stem in stems),
        readings={m.reading: m.name for m in others if len(m.reading) > 3},
        romaji=re.compile(_LATIN_PLACE.replace("{name}", f"(?-i:{alternatives})"), re.IGNORECASE),
        prefectures=frozenset(prefectures),
        prefecture_stems=frozenset(p[:-1] for p in prefectures if p != "北海道") | {"北海道"},
    )


def _folded(name: str) -> str:
    """One writing of small ケ and of 龍: 龍ケ崎, 龍ヶ崎 and 竜ヶ崎 are one city."""
    return name.replace("ヶ", "ケ").replace("竜", "龍").replace("檜", "桧")


def _mentions(
    text: str,
    held: Sequence[CityMention],
    long_words: Sequence[Sequence[Word]],
    gazetteer: _Gazetteer,
) -> Iterator[tuple[str, int, int]]:
    free = [True] * (len(text) + 1)
    for mention in held:
        free[mention.start : mention.end] = [False] * (mention.end - mention.start)
    for name, start, end in (
        *_full_names(text, gazetteer),
        *_bare_names(text, long_words, gazetteer),
        *_kana_names(text, gazetteer),
        *_latin_names(text, gazetteer),
    ):
        if all(free[start:end]):
            yield name, start, end


def _full_names(text: str, gazetteer: _Gazetteer) -> Iterator[tuple[str, int, int]]:
    folded = _folded(text)
    for at, sign in enumerate(folded):
        if sign not in "市町村区県都府道":
            continue
        known = gazetteer.names if sign in "市町村区" else gazetteer.prefectures
        for start in range(max(0, at - _LONGEST), at):
            name = folded[start : at + 1]
            if name not in known:
                continue
            before = folded[:start]
            wrong = _WRONG_AFTER.get(sign)
            if _HAN_OR_KATAKANA.search(before) and not _PREFECTURE_END.search(before):
                continue
            if wrong and wrong.match(folded, at + 1):
                continue
            yield text[start : at + 1], start, at + 1
            break


def _bare_names(
    text: str, long_words: Sequence[Sequence[Word]], gazetteer: _Gazetteer
) -> Iterator[tuple[str, int, int]]:
    """Names without their suffix, where Sudachi takes them for a place: 守谷でも, 宇都宮では."""
    for long in long_words:
        start, end = long[0].start, long[-1].end
        surface = _folded(text[start:end])
        known = surface in gazetteer.stems or surface in gazetteer.prefecture_stems
        if not known or not any("地名" in word.pos for word in long):
            continue
        before, after = text[:start], text[end : end + 1]
        if _HAN_OR_KATAKANA.search(before) and not _PREFECTURE_END.search(before):
            continue
        if re.match(r"[一-龥々ァ-ヺー]", after) or _PERSON.match(text, end):
            continue
        yield text[start:end], start, end


def _kana_names(text: str, gazetteer: _Gazetteer) -> Iterator[tuple[str, int, int]]:
    """Full readings in hiragana, set apart: もりやし でも."""
    for match in re.finditer(
        r"(?:(?<=^)|(?<=[\s、。]))([ぁ-ゖ]{4,12}?)(?=\s|でも|では|には|は\s|の\s)", text
    ):
        name = gazetteer.readings.get(match[1])
        if name:
            yield name, match.start(1), match.end(1)


def _latin_names(text: str, gazetteer: _Gazetteer) -> Iterator[tuple[str, int, int]]:
    for match in gazetteer.romaji.finditer(text):
        group = match.lastindex or 0
        yield match[group], match.start(group), match.end(group)


def _is_about(text: str, start: int, end: int) -> bool:
    if text[start:end].isascii():
        return True
    if _PARTNER_BEFORE.search(text[:start]):
        return False
    return not _ASIDE.match(text, end) and _ABOUT.match(text, end) is not None
