from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.evaluation.collection import read_collection
from knowledge.errors import CollectionError

CORPUS = [
    {"id": "d1", "title": "住民票", "text": "住民票はコンビニで取れます。"},
    {"id": "d2", "title": "", "text": "図書館の予約。"},
]
QUERIES = [{"id": "q1", "text": "住民票はどこで"}, {"id": "q2", "text": "本の予約"}]
QRELS = ["query-id\tcorpus-id\tscore", "q1\td1\t1", "q2\td2\t2", "q2\td1\t0"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "corpus.jsonl", [json.dumps(row, ensure_ascii=False) for row in CORPUS])
    write(tmp_path / "queries.jsonl", [json.dumps(row) for row in QUERIES])
    write(tmp_path / "qrels.tsv", QRELS)
    return tmp_path


def write(file: Path, lines: list[str]) -> None:
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_a_collection_is_read_whole(folder: Path) -> None:
    found = read_collection(folder)
    assert [(one.id, one.title) for one in found.documents] == [("d1", "住民票"), ("d2", "")]
    assert found.questions[1].text == "本の予約"
    assert found.relevant == {"q1": {"d1": 1}, "q2": {"d2": 2, "d1": 0}}


def test_the_heading_may_be_missing_and_lines_blank(folder: Path) -> None:
    with_heading = read_collection(folder)
    write(folder / "qrels.tsv", [*QRELS[1:], ""])
    assert read_collection(folder) == with_heading


def test_a_title_may_be_missing_and_other_separators_stand_in_text(folder: Path) -> None:
    write(folder / "corpus.jsonl", ['{"id": "d1", "text": "a\u2028b"}', '{"id":"d2","text":"c"}'])
    assert read_collection(folder).documents[0].text == "a\u2028b"


@pytest.mark.parametrize(
    ("file", "line", "text", "told"),
    [
        ("corpus.jsonl", 1, '{"id": "d1"', r"corpus.jsonl:1: not JSON.*'{\"id\": \"d1\"'"),
        ("corpus.jsonl", 2, '["d2"]', r"corpus.jsonl:2: not an object"),
        ("corpus.jsonl", 2, '{"id": "d2"}', r"corpus.jsonl:2 \[text\]: the field is missing"),
        ("corpus.jsonl", 1, '{"id": 1, "text": ""}', r"corpus.jsonl:1 \[id\]: .*got 1"),
        ("corpus.jsonl", 1, '{"id": "", "text": ""}', r"corpus.jsonl:1 \[id\]: .*got ''"),
        ("corpus.jsonl", 2, '{"id": "d1", "text": "x"}', r"corpus.jsonl:2 \[id\]: 'd1'.*line 1"),
        ("queries.jsonl", 2, '{"id": "q1", "text": "x"}', r"queries.jsonl:2 \[id\]: 'q1'"),
        ("queries.jsonl", 1, '{"id": "q1", "text": null}', r"queries.jsonl:1 \[text\]: .*None"),
        ("qrels.tsv", 2, "q9\td1\t1", r"qrels.tsv:2 \[query-id\]: unknown query: 'q9'"),
        ("qrels.tsv", 3, "q2\td9\t1", r"qrels.tsv:3 \[corpus-id\]: unknown document: 'd9'"),
        ("qrels.tsv", 3, "q2\td2\tvery", r"qrels.tsv:3 \[score\]: not a whole number: 'very'"),
        ("qrels.tsv", 3, "q2 d2 1", r"qrels.tsv:3: expected 3 cells"),
        ("qrels.tsv", 1, "q1\td1\tyes", r"qrels.tsv:1 \[score\]: .*'yes'"),
    ],
)
def test_what_is_wrong_is_named(folder: Path, file: str, line: int, text: str, told: str) -> None:
    lines = (folder / file).read_text(encoding="utf-8").splitlines()
    lines[line - 1] = text
    write(folder / file, lines)
    with pytest.raises(CollectionError, match=told):
        read_collection(folder)


@pytest.mark.parametrize("file", ["corpus.jsonl", "queries.jsonl", "qrels.tsv"])
def test_a_missing_empty_or_undecodable_file_is_named(folder: Path, file: str) -> None:
    for damage in (
        lambda path: path.write_text("\n"),
        lambda path: path.write_bytes(b"\xff\xfe"),
        Path.unlink,
    ):
        damage(folder / file)
        with pytest.raises(CollectionError, match=file):
            read_collection(folder)
