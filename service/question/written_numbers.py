"""Numbers in ASCII digits, however they are dressed up: for recognising, never for showing."""

from __future__ import annotations

import re

_POSITIONAL = str.maketrans("〇零一二三四五六七八九", "00123456789")
_KANJI_DIGIT = "〇零一二三四五六七八九"
# Four kanji digits without 十 or 百 are a written-out number; fewer are words like 第四次.
_KANJI_RUN = re.compile(
    rf"[{_KANJI_DIGIT}]{{4}}|[{_KANJI_DIGIT}](?:[\-ー―‐の・ ]?[{_KANJI_DIGIT}]){{6}}"
)
_KANJI_MORE = re.compile(rf"[{_KANJI_DIGIT}][{_KANJI_DIGIT}\-ー―‐の・ ]{{3,30}}")
# In dates and addresses kanji numbers are short: 二丁目三番四号, 昭和五十年三月二日.
_KANJI_COUNT = re.compile(
    r"([一二三四五六七八九十]{1,3})(?=丁目|番地|番[一二三四五六七八九十0-9]|号|年|月|日)"
)
_KANA_UNITS = (
    (re.compile(r"(?<=[0-9])\s?ねん"), "年"),
    (re.compile(r"(?<=[0-9])\s?がつ"), "月"),
    (re.compile(r"(?<=[0-9])\s?にち"), "日"),
    (re.compile(r"(?<=[0-9])\s?ちょうめ"), "丁目"),
    (re.compile(r"(?<=[0-9])\s?ばんち"), "番地"),
)
_DASHES = re.compile(r"(?<=[0-9])\s*[‐‑‒–—―−ーｰ―~〜の_]\s*(?=[0-9])")
_SPELT_OUT = re.compile(r"(?<![0-9])[0-9](?: [0-9]){6,}(?![0-9])")


def with_plain_digits(text: str) -> str:
    """Digits of every script and kanji numbers as ASCII digits, any dash between them as -."""
    if not text.isascii():
        text = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text)
        text = _KANJI_MORE.sub(_positional, text)
        text = _KANJI_COUNT.sub(_counted, text)
        for kana, kanji in _KANA_UNITS:
            text = kana.sub(kanji, text)
    text = _DASHES.sub("-", text)
    return _SPELT_OUT.sub(lambda run: run.group().replace(" ", ""), text)


def _positional(run: re.Match[str]) -> str:
    return run.group().translate(_POSITIONAL) if _KANJI_RUN.search(run.group()) else run.group()


def _counted(number: re.Match[str]) -> str:
    tens, ten, ones = number[1].rpartition("十")
    if not ten:
        return number[1].translate(_POSITIONAL)
    return (tens.translate(_POSITIONAL) or "1") + (ones.translate(_POSITIONAL) or "0")
