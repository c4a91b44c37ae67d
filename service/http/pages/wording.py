"""Every word of the interface, in every language: `web/wording/{language}/{area}.toml`.

Words for staff stand in `web/wording/staff`, in Japanese alone, beside those for residents.
"""

from __future__ import annotations

import string
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from knowledge.errors import Location, WordingError
from service.http.pages.preferences import Language
from service.http.static_files import WORDING_FOLDER

STAFF_FOLDER = WORDING_FOLDER / "staff"


class Wording:
    """The texts of one language by `area.key`, with `{placeholders}`."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts

    def text(self, key: str, **values: object) -> str:
        """The text with its placeholders filled. Raises KeyError for an unknown key or a missing
        value: a page that cannot be worded is a fault of ours.
        """
        return self.texts[key].format_map(values)


@cache
def wording(language: Language) -> Wording:
    """The texts of a language, read once. Raises WordingError."""
    return load_wording(WORDING_FOLDER / language.value)


@cache
def staff_wording() -> Wording:
    """The Japanese texts, with those for staff. Raises WordingError where both have an area."""
    own, japanese = load_wording(STAFF_FOLDER), wording(Language.JAPANESE)
    shared = {key.partition(".")[0] for key in own.texts} & {
        key.partition(".")[0] for key in japanese.texts
    }
    if shared:
        raise WordingError(f"areas of residents: {sorted(shared)}", Location(STAFF_FOLDER))
    return Wording(MappingProxyType({**japanese.texts, **own.texts}))


def load_wording(folder: Path) -> Wording:
    """The texts of a folder. Raises WordingError naming the file and the key."""
    texts: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise WordingError(str(error), Location(path)) from error
        for key, text in table.items():
            if not isinstance(text, str) or not text.strip():
                raise WordingError(f"must be a text, not {text!r}", Location(path, field=key))
            texts[f"{path.stem}.{key}"] = text
    if not texts:
        raise WordingError("no wording there", Location(folder))
    return Wording(MappingProxyType(texts))


def placeholders(text: str) -> frozenset[str]:
    """The names between braces."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name)
