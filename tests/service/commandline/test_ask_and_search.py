"""`madoguchi ask` and `madoguchi search`."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from typer.testing import Result

from service.counter import Counter
from service.http import create_app
from service.settings import Settings

Run = Callable[..., Result]
QUESTION = "コンビニ交付はいつから始まりましたか。"


def test_an_answer_is_printed_with_its_citations(run: Run, counter: Counter) -> None:
    result = run("ask", QUESTION, "--city", "toride")
    assert result.exit_code == 0, result.output
    assert "第四次取手市情報化計画" in result.stdout
    assert "/sources/toride-4?from=" in result.stdout


def test_json_is_what_the_api_says(run: Run, settings: Settings, counter: Counter) -> None:
    told = json.loads(run("ask", QUESTION, "--city", "toride", "--json").stdout)
    with TestClient(create_app(settings, counter)) as client:
        reply = client.post("/api/chat", json={"question": QUESTION, "city": "toride"}).json()
    for one in (told, reply):
        del one["message_id"], one["conversation_id"]
    assert told == reply


def test_the_reply_is_in_the_language_asked_for(run: Run, counter: Counter) -> None:
    told = json.loads(run("ask", QUESTION, "--city", "toride", "--lang", "en", "--json").stdout)
    assert told["answer"].startswith("From the city's plan")


@pytest.mark.parametrize(
    "question", ["今日の天気を教えてください。", "電話番号は090-1234-5678です。"]
)
def test_no_answer_is_exit_code_1(run: Run, question: str) -> None:
    result = run("ask", question, "--city", "oyama")
    assert result.exit_code == 1
    assert result.stdout.strip()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("ask", QUESTION, "--city", "edo"), "known: toride"),
        (("ask", QUESTION, "--lang", "fr"), "known: ja, ja-easy"),
        (("ask", ""), "質問を入力してください"),
        (("ask", "あ" * 301), "300文字"),
        (("ask",), "Missing argument"),
        (("search", "計画", "-k", "0"), "-k"),
        (("search", "計画", "--city", "edo"), "known: toride"),
        (("fly",), "No such command"),
    ],
)
def test_wrong_usage_is_exit_code_2(run: Run, arguments: tuple[str, ...], told: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert told in result.stderr


def test_search_prints_ranked_passages(run: Run) -> None:
    plain = run("search", "BPR", "--city", "toride", "-k", "3")
    assert plain.exit_code == 0, plain.output
    assert "BPR" in plain.stdout
    explained = run("search", "BPR", "--city", "toride", "-k", "3", "--why")
    assert "*" in explained.stdout
    assert len(explained.stdout) > len(plain.stdout)


def test_search_as_json_ranks_as_the_counter_does(run: Run, counter: Counter) -> None:
    told = json.loads(run("search", "BPR", "--city", "toride", "-k", "4", "--json").stdout)
    hits = counter.search("BPR", "toride", 4).hits
    assert [hit["id"] for hit in told["hits"]] == [hit.passage.id for hit in hits]
