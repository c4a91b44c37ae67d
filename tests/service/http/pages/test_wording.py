"""Every text of the interface stands in every language, alike, and is used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from knowledge.errors import WordingError
from service.http.pages.preferences import Language
from service.http.pages.wording import STAFF_FOLDER, load_wording, placeholders, wording
from service.http.static_files import STATIC_FOLDER, TEMPLATE_FOLDER, WORDING_FOLDER

OTHERS = [language for language in Language if language is not Language.JAPANESE]


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_texts_with_the_same_placeholders(language: Language) -> None:
    own, japanese = wording(language).texts, wording(Language.JAPANESE).texts
    assert set(own) == set(japanese)
    for key, text in japanese.items():
        assert placeholders(own[key]) == placeholders(text), key


def test_no_folder_holds_a_language_of_its_own() -> None:
    folders = {path.name for path in WORDING_FOLDER.iterdir()} - {STAFF_FOLDER.name}
    assert folders == {str(item) for item in Language}


def test_every_text_is_used_and_every_text_used_is_there() -> None:
    """Keys that a template puts together, `"errors." ~ code`, are used by their beginning."""
    sources = [*TEMPLATE_FOLDER.rglob("*.html"), *Path("service/http").rglob("*.py")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    named = set(re.findall(r'"([a-z]+\.[a-z_0-9]+)"', code))
    begun = tuple(re.findall(r'"([a-z]+\.[a-z_0-9]*)" ~', code))
    texts = wording(Language.JAPANESE).texts
    areas = {key.partition(".")[0] for key in texts}
    unused = [key for key in texts if key not in named and not key.startswith(begun)]
    assert not unused
    said = set(re.findall(r'\b(?:say|plain)\("([a-z]+\.[a-z_0-9]+)"[,)]', code))
    assert said
    assert not [key for key in said if key.partition(".")[0] in areas and key not in texts]


@pytest.mark.meets("U-19")
def test_no_word_of_the_interface_stands_in_a_script_or_a_template() -> None:
    japanese = re.compile(r"[ぁ-んァ-ヶ一-龥]")
    for path in [*STATIC_FOLDER.rglob("*.js"), *STATIC_FOLDER.rglob("*.css")]:
        code = re.sub(r"/\*.*?\*/|//[^\n]*", "", path.read_text(encoding="utf-8"), flags=re.S)
        assert not japanese.search(code), path


@pytest.mark.parametrize(
    ("body", "told"),
    [("a = 1", "[a]"), ('a = ""', "[a]"), ("a = ", "common.toml"), ("", "no wording")],
)
def test_a_bad_file_is_named(tmp_path: Path, body: str, told: str) -> None:
    if body:
        (tmp_path / "common.toml").write_text(body, encoding="utf-8")
    with pytest.raises(WordingError) as raised:
        load_wording(tmp_path)
    assert told in str(raised.value)
