"""Which language a question is asked in, by script and by its small words."""

from __future__ import annotations

import re
from functools import cache

from knowledge.vocabulary import load_foreign_terms, load_words

_HANGUL = re.compile(r"[\uac00-\ud7a3\u1100-\u11ff\u3131-\u318e]")
_KANA = re.compile(r"[ぁ-ゖァ-ヺー]")
_HIRAGANA = re.compile(r"[ぁ-ゖ]")
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
    r"|設施|預約|圖書|計畫|資訊|網路|線上|稅"
)
_INVERTED = re.compile(r"[¿¡ñ]")
# What Portuguese and Spanish write differently, typed with or without accents.
_PORTUGUESE = re.compile(
    r"[ãõçêôâà]|c[aã]o\b|c[oõ]es\b|nh|lh|ss|dade\b|ais\b|eir[ao]|agem\b|(?<=[aeo])vel\b"
)
_SPANISH = re.compile(
    r"ñ|ci[oó]n\b|ciones\b|miento|dad\b|ales\b|ll|[aeiouáéíó]ble\b|(?<![lbr])ie|(?<![qg])ue"
)
# Words as Japanese is written in Latin letters: syllables that end in a vowel or n.
_ROMAJI = re.compile(r"(?:(?:[kgsztdnhbpmrjwyf]|sh|ch|ts|[kgnhbmpr]y)?[aiueo]|n)+")
_ACCENTED = re.compile(r"[à-öø-ÿ]")
_ROMANCE_END = re.compile(r"(?:[ao]s?|[aei]l|or(?:es)?|ção|ções|ción|ciones|dade|dad)$")
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
        has_hiragana = bool(_HIRAGANA.search(plain))
        foreign = _by_words(latin, bare=not has_hiragana)
        letters = sum(map(len, latin))
        # 「What is マイナポータル?」: a Japanese word in a foreign sentence. A Japanese sentence
        # hardly does without hiragana.
        least = 2 * kana if has_hiragana else 0
        return foreign if foreign != "ja" and letters > least else "ja"
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


def _by_words(words: list[str], *, whole: bool = False, bare: bool = False) -> str:
    """The language with most small words.

    whole  the text holds nothing but these words
    bare   what else it holds are Japanese nouns, no sentence
    """
    lower = [word.lower() for word in words]
    scores = {
        language: sum(word in known for word in lower) for language, known in _small_words().items()
    }
    best = max(_ORDER, key=lambda language: scores[language])
    # Names and acronyms (BPR, Wi-Fi LINE) tell nothing.
    plain = [word for word in words if word.islower() and len(word) > 2]
    romance = [word for word in plain if _is_romance(word)]
    if whole and scores[best] < 2 and (known := _by_service(lower)):
        return known
    if scores[best] == 0 or (not whole and scores[best] < 2 and not (bare and len(plain) > 1)):
        if whole and (2 * len(romance) > len(plain) or _ACCENTED.search("".join(lower))):
            return _portuguese_or_spanish(lower)
        return "en" if whole and len(plain) >= 2 else "ja"
    if best == "romaji":
        return "ja"
    if best in ("pt", "es") or 2 * len(romance) > len(plain):
        return _portuguese_or_spanish(lower)
    return best


def _is_romance(word: str) -> bool:
    return len(word) > 4 and bool(_ROMANCE_END.search(word)) and not _ROMAJI.fullmatch(word)


def _portuguese_or_spanish(lower: list[str]) -> str:
    joined, known = " ".join(lower), _small_words()
    portuguese = sum(w in known["pt"] - known["es"] for w in lower)
    portuguese += len(_PORTUGUESE.findall(joined))
    spanish = sum(w in known["es"] - known["pt"] for w in lower) + len(_SPANISH.findall(joined))
    # Where nothing tells, Portuguese: more residents of these cities speak it.
    return "es" if spanish > portuguese else "pt"


def _by_service(lower: list[str]) -> str | None:
    """The one language in which the words name a city service, None where none or several do."""
    text = f" {' '.join(lower)} "
    found = {
        term.language
        for term in load_foreign_terms()
        if any(f" {form} " in text for form in term.forms)
    }
    return found.pop() if len(found) == 1 else None
