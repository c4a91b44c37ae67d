"""A full name that a person tells as their own."""

from __future__ import annotations

import re

from service.question.morphology import words

_NAME = r"([一-龥々ぁ-ゖァ-ヴー ]{2,12}?)"
_I = r"(?:私|わたし|わたくし|僕|ぼく|俺|おれ|自分)"
_END = r"(?:です(?!か)|でございます|と(?:申し|もうし|いい|言い)ます|といいます|。|、|,|$)"
_TOLD = re.compile(
    rf"{_I}の(?:名前|なまえ|氏名)は{_NAME}{_END}"
    rf"|(?:^|[。、!?] ?)(?:お?名前|なまえ|氏名)(?:は|:) ?{_NAME}{_END}"
    rf"|(?:{_I}は|^|[。、!?] ?){_NAME}と(?:申し|もうし)ます"
)
# Kana are names only where the speaker says so: what else would 私の名前 be.
_IN_KANA = re.compile(rf"{_I}の(?:名前|なまえ|氏名)は[ぁ-ゖァ-ヴー ]{{4,12}}(?:です(?!か)|と)")
_LATIN = re.compile(
    r"(?i:\bmy (?:full )?name is|\bmeu nome é|\bmi nombre es|\bme llamo|\bme chamo)"
    r" (?-i:[A-ZÀ-Þ][\w'\-]+ [A-ZÀ-Þ][\w'\-]+)"
)
_CHINESE = re.compile(
    r"我(?:的(?:名字|姓名)(?:是|叫)|叫(?:做)?)([一-龥]{2,4})(?=[,，。、!?\s]|$)(?<!什么)(?<!什麼)"
)
_KOREAN = re.compile(r"(?:제|내|저의) ?이름은 ?[가-힣]{2,4}(?:입니다|이에요|예요|이고)")


def has_own_name(text: str) -> bool:
    """Whether a full name is introduced as the speaker's own; a surname alone is none."""
    if _LATIN.search(text) or _CHINESE.search(text) or _KOREAN.search(text):
        return True
    if _IN_KANA.search(text):
        return True
    return any(_is_full_name(next(filter(None, match.groups()))) for match in _TOLD.finditer(text))


def _is_full_name(text: str) -> bool:
    """A surname and a given name, and nothing else, by Sudachi."""
    classes = [word.pos for long in words(text) for word in long if not word.surface.isspace()]
    return len(classes) >= 2 and all("人名" in pos for pos in classes)
