"""Check digits of numbers that belong to a person."""

from __future__ import annotations


def is_my_number(digits: str) -> bool:
    """Whether 12 digits are a My Number (個人番号): the last is their check digit.

    Weights and modulus as laid down in 行政手続における特定の個人を識別するための番号の利用等に
    関する法律の規定による通知カード及び個人番号カード並びに情報提供ネットワークシステムによる
    特定個人情報の提供等に関する省令 第5条.
    """
    if len(digits) != 12 or len(set(digits)) == 1:
        return False
    body = [int(digit) for digit in reversed(digits[:11])]
    total = sum(p * (n + 1 if n <= 6 else n - 5) for n, p in enumerate(body, start=1))
    remainder = total % 11
    return int(digits[11]) == (0 if remainder <= 1 else 11 - remainder)


def is_card_number(digits: str) -> bool:
    """Whether 14 to 19 digits look like a payment card: a known first digit and the Luhn sum.

    ISO/IEC 7812-1, annex B.
    """
    if not 14 <= len(digits) <= 19 or digits[0] not in "23456" or len(set(digits)) == 1:
        return False
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0
