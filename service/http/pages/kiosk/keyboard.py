"""The keys of the keyboard on the screen: kana in the order of the syllabary, Latin, digits.

Kanji are not typed: questions in kana are understood, the service writes them with kanji itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

# Columns from the left, as ticket machines and library terminals have them; a blank is no key.
_COLUMNS = (
    "あいうえお",
    "かきくけこ",
    "さしすせそ",
    "たちつてと",
    "なにぬねの",
    "はひふへほ",
    "まみむめも",
    "や ゆ よ",
    "らりるれろ",
    "わをんー？",
)
_SMALL = dict(zip("あいうえおつやゆよわ", "ぁぃぅぇぉっゃゅょゎ", strict=True))
_DIGITS = ("1234567890", "年月日時分人円％第期", "、。？！「」（）・～")
_LATIN = ("qwertyuiop", "asdfghjkl'", "zxcvbnm,.?", "áéíóúãõçñü", "¿¡-()/:;!@")
_TO_KATAKANA = ord("ア") - ord("あ")


@dataclass(frozen=True, slots=True)
class Key:
    """One key. `text`: what it types, "" for a gap; `small`: its small form, "" for none."""

    text: str
    small: str = ""


@dataclass(frozen=True, slots=True)
class KeyLayout:
    """One face of the keyboard.

    name     kana, katakana, latin or digits; part of the key of its wording
    rows     from the top, all of one length
    """

    name: str
    rows: tuple[tuple[Key, ...], ...]


def _katakana(text: str) -> str:
    return "".join(chr(ord(sign) + _TO_KATAKANA) if "ぁ" <= sign <= "ゖ" else sign for sign in text)


def _kana_rows() -> Iterator[tuple[Key, ...]]:
    for signs in zip(*_COLUMNS, strict=True):
        yield tuple(Key(sign.strip(), _SMALL.get(sign, "")) for sign in signs)


def _plain_rows(rows: tuple[str, ...]) -> tuple[tuple[Key, ...], ...]:
    return tuple(tuple(Key(sign) for sign in row) for row in rows)


KANA = KeyLayout("kana", tuple(_kana_rows()))
KATAKANA = KeyLayout(
    "katakana",
    tuple(
        tuple(Key(_katakana(key.text), _katakana(key.small)) for key in row) for row in KANA.rows
    ),
)
LATIN = KeyLayout("latin", _plain_rows(_LATIN))
DIGITS = KeyLayout("digits", _plain_rows(_DIGITS))
LAYOUTS = (KANA, KATAKANA, LATIN, DIGITS)


def layouts_for(is_japanese: bool) -> tuple[KeyLayout, ...]:
    """The faces, the one that a page's language is typed with in front."""
    if is_japanese:
        return LAYOUTS
    return (LATIN, *(layout for layout in LAYOUTS if layout is not LATIN))
