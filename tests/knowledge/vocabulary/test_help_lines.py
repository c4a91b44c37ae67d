"""The telephone numbers for people in danger: every danger has one, 119 and 110 come first."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.errors import KnowledgeError
from knowledge.vocabulary import Danger, help_lines_for, load_help_lines, load_rules
from knowledge.vocabulary.table import FOLDER

MOST = 5
ROW = """[[lines]]
number = "119"
name = "火事・救急"
what = "火事"
dangers = ["fire"]
source = "消防庁"
reviewed = "2026-11"
"""


@pytest.mark.parametrize("danger", Danger)
def test_every_danger_is_answered_with_lines(danger: Danger) -> None:
    lines = help_lines_for([danger], MOST)
    assert 1 <= len(lines) <= MOST
    assert all(danger in line.dangers for line in lines)


def test_every_rule_for_danger_is_named_by_its_kind() -> None:
    assert {rule.name for rule in load_rules("emergency")} == set(Danger)


@pytest.mark.parametrize(
    ("dangers", "first"),
    [
        (["fire"], ["119"]),
        (["crime"], ["110"]),
        (["suicide"], ["119", "110", "0120-279-338"]),
        (["child_abuse"], ["110", "189"]),
        (["sea"], ["118"]),
        (["fire", "domestic_violence"], ["119", "110"]),
    ],
)
def test_the_most_urgent_come_first(dangers: list[str], first: list[str]) -> None:
    numbers = [line.number for line in help_lines_for(map(Danger, dangers), MOST)]
    assert numbers[: len(first)] == first


def test_no_danger_no_lines() -> None:
    assert help_lines_for([], MOST) == ()


def test_names_are_translated_only_where_certain() -> None:
    names = {line.number: line.name for line in help_lines_for([Danger.SUICIDE], MOST, "en")}
    assert names["119"] == "Fire and ambulance"
    assert names["0120-783-556"] == "いのちの電話"


def test_every_line_was_reviewed_and_has_a_source() -> None:
    assert len(load_help_lines()) >= 12
    assert {line.reviewed for line in load_help_lines()} == {"2026-11"}
    assert all(line.source for line in load_help_lines())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('number = "119"', 'number = "0297-74-2141"', "not a number that can be rung"),
        ('name = "火事・救急"\n', "", "needs name"),
        ('dangers = ["fire"]', 'dangers = ["hunger"]', "kinds of danger"),
        ('reviewed = "2026-11"', 'reviewed = "11/2026"', "YYYY-MM"),
        ('source = "消防庁"', 'source = "消防庁"\nnote = "x"', "unknown key"),
        ("[[lines]]", ROW + "[[lines]]", "stands twice"),
        ("[[lines]]", "[[lines]]", "no line serves"),
        ('source = "消防庁"', 'source = "消防庁"\nsays.en = {name = "Fire"}', "name and what"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    (tmp_path / "help_lines.toml").write_text(ROW.replace(old, new), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=said):
        load_help_lines(tmp_path)


def test_the_shipped_file_is_the_one_that_is_read() -> None:
    assert load_help_lines() == load_help_lines(FOLDER)
