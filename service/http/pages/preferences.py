"""How a visitor wants pages to be: language, furigana, text size and colours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import parse_qsl, urlencode


class Language(StrEnum):
    """The languages of the interface, in the order of the menu."""

    JAPANESE = "ja"
    EASY_JAPANESE = "ja-easy"
    ENGLISH = "en"
    CHINESE = "zh"
    KOREAN = "ko"
    PORTUGUESE = "pt"
    SPANISH = "es"

    @property
    def is_japanese(self) -> bool:
        """Whether its texts are Japanese, so that furigana can stand over them."""
        return self in (Language.JAPANESE, Language.EASY_JAPANESE)

    @property
    def tag(self) -> str:
        """The BCP 47 tag for `lang` attributes: やさしい日本語 is Japanese."""
        return "ja" if self.is_japanese else self.value

    @property
    def own_name(self) -> str:
        """Its name in its own script, the same in every menu."""
        return _OWN_NAMES[self]


class TextSize(StrEnum):
    """How large all text is, on top of what the browser is set to."""

    NORMAL = "normal"
    LARGE = "large"
    LARGEST = "largest"


class Theme(StrEnum):
    """The colours; AUTO follows the device."""

    AUTO = "auto"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a visitor has chosen. `furigana` None: as the language has it."""

    lang: Language = Language.JAPANESE
    furigana: bool | None = None
    size: TextSize = TextSize.NORMAL
    theme: Theme = Theme.AUTO

    @property
    def shows_furigana(self) -> bool:
        """Whether Japanese text gets furigana; やさしい日本語 has it unless it was switched off."""
        if self.furigana is None:
            return self.lang is Language.EASY_JAPANESE
        return self.furigana

    def changed(self, values: Mapping[str, str]) -> Preferences:
        """These preferences with `values` by name; a name or value that is unknown is passed over.

        Addresses and cookies come from outside: what they hold wrongly must keep nobody out.
        """
        changed = self
        for name, value in values.items():
            if name == "furigana" and value in _SWITCH:
                changed = replace(changed, furigana=_SWITCH[value])
            elif name == "lang" and value in list(Language):
                changed = replace(changed, lang=Language(value))
            elif name == "size" and value in list(TextSize):
                changed = replace(changed, size=TextSize(value))
            elif name == "theme" and value in list(Theme):
                changed = replace(changed, theme=Theme(value))
        return changed

    def parameters(self) -> dict[str, str]:
        """The values that differ from the defaults, as `changed` takes them."""
        chosen = {
            "lang": self.lang.value,
            "furigana": "" if self.furigana is None else _SHOWN[self.furigana],
            "size": self.size.value,
            "theme": self.theme.value,
        }
        return {name: value for name, value in chosen.items() if value != _DEFAULTS[name]}

    def cookie(self) -> str:
        """The value of the cookie that keeps them; "" for the defaults."""
        return urlencode(self.parameters())

    @classmethod
    def of_cookie(cls, value: str) -> Preferences:
        """The preferences that a cookie keeps; the defaults for anything else."""
        return cls().changed(dict(parse_qsl(value[:COOKIE_CHARS_MAX])))


COOKIE_CHARS_MAX = 200  # four short pairs; whatever is longer was not written by us
_OWN_NAMES = {
    Language.JAPANESE: "日本語",
    Language.EASY_JAPANESE: "やさしい日本語",
    Language.ENGLISH: "English",
    Language.CHINESE: "中文",
    Language.KOREAN: "한국어",
    Language.PORTUGUESE: "Português",
    Language.SPANISH: "Español",
}
_SWITCH = {"on": True, "off": False}
_SHOWN = {True: "on", False: "off"}
_DEFAULTS = {"lang": "ja", "furigana": "", "size": "normal", "theme": "auto"}
PARAMETERS = tuple(_DEFAULTS)
