"""Where words may name one person: looser than what is refused, for it is only masked.

What a question is refused for never gets here. What slipped through is a name told in passing, a
telephone number beside a public office's name, a house number without a word of living.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from service.question.morphology import Word, words

Range = tuple[int, int]

_DIGIT = r"[0-9〇零一二三四五六七八九]"
_LONG_NUMBER = re.compile(
    rf"(?:[A-Z]{{1,2}} ?)?{_DIGIT}(?:[ .\-/・,ー―‐の]{{0,2}}{_DIGIT}){{6,}}[A-Z]{{0,2}}"
)
_YEARS = re.compile(r"(?:(?:19|20)[0-9]{2}[ .\-/・,の]{0,2})+")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
_DAY = re.compile(r"(?:19|20)[0-9]{2}[./\-]?[0-9]{1,2}[./\-]?[0-9]{1,2}")
# 10・11・13・14条: several numbers. A number dictated in pairs is known by its check digit.
_SMALL_ONES = re.compile(r"[0-9]{1,2}(?:[^0-9A-Z]{1,2}[0-9]{1,2})+")
_MAIL = re.compile(
    r"[A-Za-z0-9._%+\-]+\s?(?:@|\(at\)|アットマーク)\s?[A-Za-z0-9\-]+(?:\s?\.\s?[A-Za-z0-9\-]+)+"
)
_NUMBER = r"[0-9一二三四五六七八九十]{1,4}"
_PLACE = r"[一-龥々ヶケァ-ヴー]{0,12}"
_BLOCK = re.compile(
    r"〒\s?[0-9]{3}-?[0-9]{4}\s?[^0-9、。]{0,20}[0-9\-]*"
    rf"|{_PLACE}{_NUMBER}(?:丁目|番地|番(?={_NUMBER})|号室)[0-9\-番地号の一二三四五六七八九十]*"
    rf"|(?<=[都道府県市区町村郡字]){_PLACE}[0-9]{{1,4}}-[0-9]{{1,4}}(?:-[0-9]{{1,4}})*"
)
_NUMBERED = re.compile(r"施策|計画|目標|図表|図|表|第|章|条|取組|方針|項目|事業|標準")
_AFTER = 5  # characters behind a block in which a plan's own numbering is named: 1-1-1の施策

_KANJI = re.compile(r"[一-龥々]")
_KANA = re.compile(r"[ぁ-ゖァ-ヴ]")
_HONORIFICS = frozenset({"さん", "様", "さま", "氏", "くん", "君", "ちゃん", "殿"})
# Who holds an office is named by it in public.
_OFFICE = (
    r"(?:市長|町長|村長|知事|議員|議長|教育長|課長|部長|局長|会長|委員長?|教授|大臣|首相|総理)"
)
_OFFICE_BEFORE = re.compile(rf"{_OFFICE}の? ?$")
_OFFICE_AFTER = re.compile(_OFFICE)


def identifying(text: str) -> tuple[Range, ...]:
    """[start, end) of what may name a person, in order; ranges never overlap."""
    found: list[Range] = []
    for span in sorted((*_numbers(text), *_addresses(text), *_names(text))):
        if found and span[0] <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], span[1]))
        else:
            found.append(span)
    return tuple(found)


def _numbers(text: str) -> Iterator[Range]:
    yield from (match.span() for match in _MAIL.finditer(text))
    for match in _LONG_NUMBER.finditer(text):
        run = match.group()
        if not any(known.fullmatch(run) for known in (_YEARS, _THOUSANDS, _DAY, _SMALL_ONES)):
            yield match.span()


def _addresses(text: str) -> Iterator[Range]:
    for match in _BLOCK.finditer(text):
        if not _NUMBERED.search(match.group() + text[match.end() :][:_AFTER]):
            yield match.span()


def _names(text: str) -> Iterator[Range]:
    short = [word for long in words(text) for word in long if not word.surface.isspace()]
    is_japanese = bool(_KANA.search(text))
    for first, then in pairwise(short):
        if (end := _end_of_name(first, then)) is None:
            continue
        # Sudachi sees names in Chinese sentences: there only what stands by itself is one.
        if not is_japanese and (text[: first.start][-1:].strip() or text[end:][:1].strip()):
            continue
        if not _OFFICE_AFTER.match(text, end) and not _OFFICE_BEFORE.search(text[: first.start]):
            yield first.start, end


def _end_of_name(first: Word, then: Word) -> int | None:
    """Where a name ends that begins with `first`: a full name, or part of one with さん."""
    if then.surface in _HONORIFICS:
        return first.end if _is(first, "姓") or _is(first, "名") else None
    is_full = _is(first, "姓") and _is(then, "名") and len(first.surface) > 1
    # Kana beside a surname are hardly ever a given name: 井野なないろ保育所.
    return (
        then.end
        if is_full and _KANJI.search(first.surface) and _KANJI.search(then.surface)
        else None
    )


def _is(word: Word, part: str) -> bool:
    return word.pos[1] == "固有名詞" and word.pos[2:4] == ("人名", part)
