"""Which of the cities we hold a question names, and where in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from knowledge.catalog import City
from knowledge.vocabulary import load_municipalities, load_words


@dataclass(frozen=True, slots=True)
class CityMention:
    """A name of a held city at [start, end) of the text."""

    start: int
    end: int
    city_id: str


_PERSON = r"(?!\s?(?:さん|氏|様|さま|くん|君|先生|ちゃん|選手|夫妻|家の))"
# After a bare name: what may follow 小山 in 小山の計画, but not in 小山田 or 小山内.
_AFTER_HAN = r"(?=$|[^一-龥々ァ-ヺ]|市|情報|計画|地域|第[0-9一-九]|全域|住民|職員|次|図書|役所)"
_BEFORE_KANA = r"(?:(?<=^)|(?<=[^ぁ-ゖァ-ヺー])|(?<=[はのもがでに]\s))"
_KANA_SHI = r"(?:し(?=$|[^ぁ-ゖ]|[のはでがにもやくと]))?"
# とりで before kanji is the city in とりで市 and とりで第五次, but not in とりで未来創造プラン.
_AFTER_KANA = (
    r"(?=の|は|で|が|に|も|やくしょ|って|と\s|$|[^ぁ-ゖァ-ヺー一-龥々]"
    r"|市|情報|計画|地域|第[0-9一-九]|役所)"
)


def cities_in(text: str, cities: Sequence[City]) -> tuple[CityMention, ...]:
    """Mentions of held cities, in order, longest name first where several fit one place."""
    found: list[CityMention] = []
    for mention in sorted(
        _all_mentions(text, tuple(cities)), key=lambda m: (m.start, m.start - m.end)
    ):
        if not found or mention.start >= found[-1].end:
            found.append(mention)
    return tuple(found)


def _all_mentions(text: str, cities: tuple[City, ...]) -> Iterator[CityMention]:
    for city in cities:
        for match in _pattern(city).finditer(text):
            yield CityMention(match.start(), match.end(), city.id)


@lru_cache(maxsize=64)
def _pattern(city: City) -> re.Pattern[str]:
    """Every way to write the city's name, each with what may stand round it."""
    stem = city.name[:-1]
    names = {city.name, stem, city.reading, city.reading.removesuffix("し"), *city.aliases}
    names.update(load_words("city_names").get(city.name, ()))
    names.update(m.romaji for m in load_municipalities()[city.prefecture] if m.name == city.name)
    parts = [_guarded(name) for name in sorted(names, key=lambda name: (-len(name), name))]
    return re.compile("|".join(parts), re.IGNORECASE)


def _guarded(name: str) -> str:
    plain = re.escape(name)
    if re.fullmatch(r"[ぁ-ゖー]+|[ァ-ヺー]+", name):
        suffix = "" if name.endswith("し") else _KANA_SHI
        return f"{_BEFORE_KANA}{plain}{suffix}{_PERSON}{_AFTER_KANA}"
    if re.fullmatch(r"[A-Za-zÀ-ž]+", name):
        return rf"\b{plain}(?:[ -]?(?:shi|city)\b)?(?![A-Za-zÀ-ž])"
    if re.search(r"[가-힣]", name):
        return f"{plain}(?:시)?"
    if name[-1] in "市町村区":
        return plain
    return rf"(?<![一-龥々]){plain}市?{_PERSON}{_AFTER_HAN}"
