"""Entry files: what is malformed is named by file, line, field and value; writing is whole."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from knowledge.errors import FaqError
from knowledge.knowledgebase import KnowledgeBase
from knowledge.reviewing import bind_file, load_faq, read_entry_file, write_entry_file

GOOD: dict[str, Any] = {
    "id": "joso-3/faq/0001",
    "plan": "joso-3",
    "section": "表紙",
    "asks": "schedule",
    "answer": "計画の期間は2019年度から2023年度までです。",
    "evidence": ["(2019年度～2023年度)"],
    "forms": ["計画の期間は？"],
    "records": ["joso-3/nothing/yet"],
}


# A record that is there, so that only the evidence is at fault.
EVIDENCE: dict[str, Any] = {"records": ["joso-3/paragraph/表紙"]}


def entry_file(folder: Path, *entries: dict[str, Any], name: str = "joso-3.jsonl") -> Path:
    path = folder / name
    lines = (json.dumps(entry, ensure_ascii=False) for entry in entries)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("asks", "when", "'when'"),
        ("answer", "", "''"),
        ("evidence", ["２ 計画の期間"], "'２ 計画の期間'"),
        ("evidence", [], "[]"),
        ("forms", ["問"] * 13, "'問'"),
        ("id", "joso-3/0001", "'joso-3/0001'"),
        ("note", "?", "'?'"),
    ],
)
def test_a_malformed_field_is_named(tmp_path: Path, field: str, value: object, named: str) -> None:
    path = entry_file(tmp_path, GOOD, GOOD | {field: value})
    with pytest.raises(FaqError) as error:
        read_entry_file(path)
    assert f"{path}:2 [{field}" in str(error.value)
    assert named in str(error.value)


def test_a_line_that_is_no_json_is_named(tmp_path: Path) -> None:
    path = tmp_path / "joso-3.jsonl"
    path.write_text("{broken\n", encoding="utf-8")
    with pytest.raises(FaqError, match=r"joso-3\.jsonl:1.*broken"):
        read_entry_file(path)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (EVIDENCE | {"evidence": ["第4次常総市"]}, r":1 \[evidence\].*not stand.*第4次常総市"),
        (EVIDENCE | {"evidence": ["調査方法"]}, r":1 \[evidence\].*stands 2 times.*調査方法"),
        ({}, r":1 \[records\].*joso-3/nothing/yet"),
        ({"records": []}, r":1 \[records\].*bound to no record"),
        ({"id": "joso-4/faq/0001", "plan": "joso-4"}, r":1 \[plan\].*no plan joso-4"),
        ({"id": "joso-4/faq/0001"}, r":1 \[id\].*joso-4/faq/0001"),
    ],
)
def test_what_does_not_hold_in_the_plan_is_refused(
    tmp_path: Path, plans: KnowledgeBase, change: dict[str, Any], says: str
) -> None:
    entry_file(tmp_path, GOOD | change)
    with pytest.raises(FaqError, match=says):
        load_faq(tmp_path, plans.sources, plans.readings)


def test_an_id_given_twice_is_refused_across_files(tmp_path: Path, plans: KnowledgeBase) -> None:
    entry_file(tmp_path, GOOD, name="joso-3-a.jsonl")
    entry_file(tmp_path, GOOD, name="joso-3-b.jsonl")
    with pytest.raises(FaqError, match=r"joso-3-b\.jsonl:1 \[id\].*joso-3-a\.jsonl:1"):
        load_faq(tmp_path, plans.sources, plans.readings)


def test_binding_writes_the_records_that_stand_there(tmp_path: Path, plans: KnowledgeBase) -> None:
    path = entry_file(tmp_path, GOOD)
    assert bind_file(path, plans.sources, plans.readings) == 1
    (entry,) = load_faq(tmp_path, plans.sources, plans.readings)
    (record,) = (plans.record(key) for key in entry.record_ids)
    assert record.spans[0].overlaps(entry.spans[0])
    assert bind_file(path, plans.sources, plans.readings) == 0


def test_a_file_is_left_as_it_was_when_binding_fails(tmp_path: Path, plans: KnowledgeBase) -> None:
    path = entry_file(tmp_path, GOOD, GOOD | {"id": "joso-3/faq/0002", "evidence": ["ない文"]})
    before = path.read_bytes()
    with pytest.raises(FaqError, match=":2"):
        bind_file(path, plans.sources, plans.readings)
    assert path.read_bytes() == before


def test_writing_keeps_every_field_and_the_order_of_keys(tmp_path: Path) -> None:
    path = entry_file(tmp_path, GOOD | {"reviewed": "checked"})
    before = path.read_text(encoding="utf-8")
    write_entry_file(path, [stored.line for stored in read_entry_file(path)])
    assert path.read_text(encoding="utf-8") == before
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
