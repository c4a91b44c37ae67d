"""Where a person lives, told down to the block."""

from __future__ import annotations

import re

from service.question.private_numbers import PUBLIC

_BLOCK = (
    r"[0-9]{1,4}(?:丁目[ ]?[0-9]{1,4}(?:番地?|-)?(?:の?-?[ ]?[0-9]{1,4}(?:号|番地?)?)?"
    r"|番地?(?:の?[0-9]{1,4}|[ ]?[0-9]{1,4}号)?(?![組目手線茶付煎犬通号選])"
    r"|-[0-9]{1,4}-[0-9]{1,4}(?:-[0-9]{1,5})?|-[0-9]{1,4})"
)
# Kanji, katakana, and single hiragana inside a name (駅東通り) that are no particle.
_NAME = r"(?:[一-龥々ヶケノのァ-ヴー]|(?![はがをにでとも])[ぁ-ゖ](?![ぁ-ゖ])){0,10}"
_STRICT = re.compile(
    r"(?:[都道府県市区町村]|大字|字)[一-龥々ヶケぁ-ゖァ-ヴー]{0,10}?[ ]?[0-9]{1,4}"
    r"(?:丁目[ ]?[0-9]|番地|番[0-9 ]{1,4}号)"
)
_LOOSE = re.compile(rf"(?:[都道府県市区町村]|大字|字){_NAME}[ ]?{_BLOCK}")
_ROOM = re.compile(r"[0-9]{1,4}-[0-9]{1,5}号室|[0-9]{1,3}丁目[ ]?[0-9]{1,4}")
_POSTAL = re.compile(
    r"〒\s?[0-9]{3}-?[0-9]{4}\s?[^0-9、。]{0,8}[都道府県市区町村郡][^0-9、。]{0,15}[0-9]"
)
_HOME = re.compile(
    r"住所(は|が|:|を)|自宅|住んで|住まい|すんで|家は|うちは|実家|在住|引っ?越し|転居|宛て?に|届け先|送って"
    r"|[0-9]号室|マンション|アパート|ハイツ|コーポ"
    r"|\bi live\b|my address|我住|我的地址|제 주소|살고|\bmoro\b|\bvivo en\b",
    re.IGNORECASE,
)
_LATIN_HOME = re.compile(
    r"(?:\bi live (?:at|in)|my (?:home )?address(?: is|:)|\bmoro (?:em|na|no)|meu endereço é"
    r"|\bvivo en|mi dirección es)\s[0-9]{1,5}(?:-[0-9]{1,5}){0,3},?\s(?-i:[A-Z])[a-z]+",
    re.IGNORECASE,
)
# 市役所の住所は: a word of living that speaks of an office.
_OFFICE_ADDRESS = re.compile(rf"(?:{PUBLIC.pattern})の?(?:住所|所在地)", re.IGNORECASE)
_NOT_HOME = re.compile(r"施策|計画|目標|図表|図|表|第|章|条|取組|方針|項目")


def has_home_address(text: str) -> bool:
    """A block or house number, unless it is a public office's or a plan's own number."""
    public = PUBLIC.search(text) is not None
    if not public and (_STRICT.search(text) or _POSTAL.search(text)):
        return True
    if _LATIN_HOME.search(text):
        return True
    rest = _OFFICE_ADDRESS.sub("", text) if public else text
    if not _HOME.search(rest):
        return False
    if _ROOM.search(rest):
        return True
    return any(not _NOT_HOME.search(match.group()) for match in _LOOSE.finditer(rest))
