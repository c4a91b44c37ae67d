"""The reviewed readings are well-formed; what is not is named with its place."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from knowledge.errors import KnowledgeError
from knowledge.vocabulary import ReviewedReading, load_readings
from knowledge.vocabulary.table import FOLDER

ENTRY = '{ surface = "園", reading = "えん", example = "新しい園" }'
GROUP = f'[[groups]]\nreason = "一字"\nreviewed_by = "開発者"\nentries = [{ENTRY}]\n'


def test_the_shipped_file_is_the_one_that_is_read() -> None:
    assert load_readings() == load_readings(FOLDER)
    assert len(load_readings()) > 50


def test_every_entry_tells_who_reviewed_it_and_why() -> None:
    assert all(entry.reason and entry.reviewed_by == "開発者" for entry in load_readings())


@pytest.mark.parametrize(
    "entry", load_readings(), ids=lambda e: f"{e.surface} {e.reading or 'no ruby'}"
)
def test_conditions_fit_the_example(entry: ReviewedReading) -> None:
    example = entry.example.replace("\n", "")
    places = [found.start() for found in re.finditer(re.escape(entry.surface), example)]
    assert any(
        (entry.before is None or entry.before.search(example[:at]))
        and (entry.after is None or entry.after.match(example[at + len(entry.surface) :]))
        for at in places
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('reading = "えん"', 'reading = "エン"', "hiragana"),
        ('reading = "えん", ', "", "hiragana"),
        ('example = "新しい園"', 'example = "新しい店"', "does not stand in its example"),
        ('example = "新しい園"', 'example = "新しい園", note = "x"', r"unknown key.*note"),
        ('example = "新しい園"', 'example = "園", before = "("', "before is not a regular"),
        ('example = "新しい園"', 'example = "園", after = 3', "after is not a regular"),
        (ENTRY, f"{ENTRY}, {ENTRY}", "stands twice"),
        (ENTRY, "", "a group needs entries"),
        (ENTRY, "7", "expected a table"),
        ('reviewed_by = "開発者"\n', "", "needs reviewed_by"),
        ('reason = "一字"', 'reason = ""', "needs reason"),
        ('reason = "一字"', 'reason = "一字"\nwhy = "x"', r"unknown key.*why"),
        (GROUP, "", "holds no readings"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    (tmp_path / "readings.toml").write_text(GROUP.replace(old, new), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=rf"readings\.toml:\d+.*{said}"):
        load_readings(tmp_path)


def test_the_readme_describes_every_field() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    part = readme[readme.index("\n## readings.toml") :].split("\n## ")[1]
    described = set(re.findall(r"^\| `([a-z_]+)`", part, re.M))
    assert described == {field.name for field in fields(ReviewedReading)} | {"entries"}
