"""Which language a question is asked in, by script and by its small words."""

from __future__ import annotations

import re
from functools import cache

from knowledge.vocabulary import load_words

_HANGUL = re.compile(r"[\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e]")
_KANA = re.compile(r"[ぁ-ゖァ-ヺー]")
_HAN = re.compile(r"[一-龥㐀-䶿]")
_LATIN_WORD = re.compile(r"[a-zà-öø-ÿ]+", re.IGNORECASE)
# What stands in quotes or brackets is often a Japanese term inside a foreign question.
_QUOTED = re.compile(
    r"「[^」]*」|『[^』]*』|\([^)]*\)|\"[^\"]*\"|“[^”]*”|'[^']*'|‘[^’]*’|《[^》]*》|【[^】]*】"
)
# Words and signs that Chinese questions need and Japanese ones without kana do not have.
_CHINESE = re.compile(
    r"[吗嗎么麼呢吧們们您哪谁这這没沒给让讓]|怎[么麼样樣]|多少|是否|是什|都是|有没有|可以|请问|請問"
    r"|[为為]何|在哪|我(?!孫子)|你|几|[会會]不[会會]|的是"
)
_INVERTED = re.compile(r"[¿¡ñ]")
_PORTUGUESE = re.compile(r"[ãõç]|\bvocês?\b|\bnão\b", re.IGNORECASE)
_ORDER = ("en", "pt", "es", "romaji")


def language_of(text: str) -> str:
    """BCP 47 code: ja, en, zh, ko, pt or es; ja where nothing tells (a lone acronym)."""
    plain = _QUOTED.sub(" ", text)
    if not re.search(r"\w", plain):
        plain = text
    hangul, kana = len(_HANGUL.findall(plain)), len(_KANA.findall(plain))
    if hangul > kana:
        return "ko"
    latin = _LATIN_WORD.findall(plain)
    if kana:
        if sum(not _in_japanese_set(sign) for sign in _HAN.findall(plain)) >= 2:
            return "zh"
        foreign = _by_words(latin)
        letters = sum(map(len, latin))
        # 「What is マイナポータル?」: a Japanese word in a foreign sentence.
        return foreign if foreign != "ja" and letters > 2 * kana else "ja"
    if han := _HAN.findall(plain):
        if _is_chinese(plain, han):
            return "zh"
        foreign = _by_words(latin)
        return foreign if foreign != "ja" and sum(map(len, latin)) > 3 * len(han) else "ja"
    if _INVERTED.search(plain):
        return "es"
    return _by_words(latin, whole=True)


def _is_chinese(plain: str, han: list[str]) -> bool:
    if _CHINESE.search(plain):
        return True
    # Simplified characters that no Japanese character set holds.
    return any(not _in_japanese_set(sign) for sign in han)


def _in_japanese_set(sign: str) -> bool:
    try:
        sign.encode("cp932")
    except UnicodeEncodeError:
        return False
    return True


@cache
def _small_words() -> dict[str, frozenset[str]]:
    lists = load_words("stop_words")
    return {language: frozenset(lists[language]) for language in _ORDER}


def _by_words(words: list[str], whole: bool = False) -> str:
    """The language with most small words; `whole` when the text holds nothing but these words."""
    lower = [word.lower() for word in words]
    scores = {
        language: sum(word in known for word in lower) for language, known in _small_words().items()
    }
    best = max(_ORDER, key=lambda language: scores[language])
    if scores[best] == 0 or (not whole and scores[best] < 2):
        # Names and acronyms alone (BPR, Wi-Fi LINE) tell nothing; plain words are English.
        plain = [word for word in words if word.islower() and len(word) > 2]
        return "en" if whole and len(plain) >= 2 else "ja"
    if best in ("pt", "es"):
        joined = " ".join(lower)
        if scores["pt"] == scores["es"]:
            return "pt" if _PORTUGUESE.search(joined) else "es"
    return "ja" if best == "romaji" else best
