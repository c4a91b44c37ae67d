"""Every text for staff is used, and every text that is used is there."""

from __future__ import annotations

import re
from pathlib import Path

from service.http.pages.preferences import Language
from service.http.pages.wording import STAFF_FOLDER, load_wording, staff_wording, wording
from service.http.static_files import TEMPLATE_FOLDER

ROOT = Path(__file__).resolve().parents[4]
KEY = r"[a-z]+\.[a-z_0-9]"
KEY_BEGUN = rf"{KEY}*"


def code() -> str:
    sources = [
        *TEMPLATE_FOLDER.rglob("*.html"),
        *(ROOT / "service").rglob("*.py"),
        ROOT / "knowledge" / "errors.py",  # a fault is a word of the wording
    ]
    return "\n".join(path.read_text(encoding="utf-8") for path in sources)


def test_every_text_is_used() -> None:
    """Keys that are put together, `"review.role_" ~ role`, are used by their beginning; where that
    is a whole area, `"accounts." ~ fault`, by their end, which stands somewhere by itself.
    """
    written = code()
    named = set(re.findall(rf'"({KEY}+)"', written))
    ends = set(re.findall(r'"([a-z_0-9]+)"', written))
    pairs = re.findall(rf'(?:"({KEY_BEGUN})" ~|f"({KEY_BEGUN})\{{)', written)
    begun = {one for pair in pairs for one in pair if one}
    begun |= {one for one in named if one.endswith("_")}
    beginnings = tuple(one for one in begun if not one.endswith("."))

    def is_used(key: str) -> bool:
        area, _, end = key.partition(".")
        by_end = f"{area}." in begun and end in ends
        return key in named or key.startswith(beginnings) or by_end

    assert not [key for key in load_wording(STAFF_FOLDER).texts if not is_used(key)]


def test_every_text_that_is_used_is_there() -> None:
    said = set(re.findall(rf'\b(?:say|plain|text)\("({KEY}+)"[,)]', code()))
    known = staff_wording().texts
    assert any(key.startswith("review.") for key in said)
    assert not [key for key in said if key not in known]


def test_words_for_staff_stand_apart_from_those_for_residents() -> None:
    own = load_wording(STAFF_FOLDER).texts
    assert not set(own) & set(wording(Language.JAPANESE).texts)
    assert set(own) < set(staff_wording().texts)
