"""Every text for staff is used, and every text that is used is there."""

from __future__ import annotations

import re
from pathlib import Path

from service.http.pages.preferences import Language
from service.http.pages.wording import STAFF_FOLDER, load_wording, staff_wording, wording
from service.http.static_files import TEMPLATE_FOLDER

ROOT = Path(__file__).resolve().parents[4]
KEY = r"[a-z]+\.[a-z_0-9]"


def code() -> str:
    sources = [*TEMPLATE_FOLDER.rglob("*.html"), *(ROOT / "service").rglob("*.py")]
    return "\n".join(path.read_text(encoding="utf-8") for path in sources)


def test_every_text_is_used() -> None:
    """Keys that are put together, `"review.role_" ~ role`, are used by their beginning."""
    named = set(re.findall(rf'"({KEY}+)"', code()))
    begun = tuple(re.findall(rf'(?:"({KEY}*)" ~|f"({KEY}*)\{{)', code()))
    beginnings = tuple(one for pair in begun for one in pair if one)
    texts = load_wording(STAFF_FOLDER).texts
    assert not [key for key in texts if key not in named and not key.startswith(beginnings)]


def test_every_text_that_is_used_is_there() -> None:
    said = set(re.findall(rf'\b(?:say|plain|text)\("({KEY}+)"[,)]', code()))
    known = staff_wording().texts
    assert any(key.startswith("review.") for key in said)
    assert not [key for key in said if key not in known]


def test_words_for_staff_stand_apart_from_those_for_residents() -> None:
    own = load_wording(STAFF_FOLDER).texts
    assert not set(own) & set(wording(Language.JAPANESE).texts)
    assert set(own) < set(staff_wording().texts)
