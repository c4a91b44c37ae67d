"""A broken vocabulary file is refused with its file, line and value."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.errors import KnowledgeError
from knowledge.vocabulary import load_municipalities, load_rules, load_synonyms, load_words

GOOD = """[words]
day = ['今日', '明日']

[[rules]]
name = "weather"
all = ['{day}', ['天気', '雨']]
none = ['配信']
examples = ["明日は雨？"]
"""


def written(folder: Path, text: str, name: str = "rules.toml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_words_and_alternatives(tmp_path: Path) -> None:
    (rule,) = load_rules("rules", written(tmp_path, GOOD))
    assert rule.match("明日は雨?") == ("明日", "雨")
    assert rule.match("雨は?") is None
    assert rule.match("明日の雨の情報の配信") is None


@pytest.mark.parametrize(
    ("script", "fitting", "other"),
    [("latin", "die ok", "ok"), ("han", "我不ok", "私のok"), ("hangul", "나 ok", "ok da")],
)
def test_a_rule_is_tried_on_texts_in_its_writing(
    tmp_path: Path, script: str, fitting: str, other: str
) -> None:
    text = f'[[rules]]\nname = "x"\nscript = "{script}"\nall = ["OK"]\nexamples = ["ok"]\n'
    (rule,) = load_rules("rules", written(tmp_path, text))
    assert rule.match(fitting) == ("ok",)
    assert rule.match(other) is None


def test_case_does_not_count_and_escapes_keep_theirs(tmp_path: Path) -> None:
    text = '[[rules]]\nname = "x"\nall = [\'\\SICT\\b\']\nexamples = ["xICT"]\n'
    (rule,) = load_rules("rules", written(tmp_path, text))
    assert rule.match("AIct") == ("AIct",)
    assert rule.match(" ict") is None


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("{day}", "{week}", 6, "unknown word list 'week'"),
        ("['天気', '雨']", "'(天気'", 6, "not a regular expression"),
        ("none", "nome", 4, "unknown key"),
        ('name = "weather"\n', "", 4, "needs a name"),
        ("all = ['{day}', ['天気', '雨']]", "all = []", 4, "at least one pattern"),
        ('["明日は雨？"]', "[]", 4, "at least one example"),
        ('["明日は雨？"]', "[7]", 8, "list of non-empty strings"),
        ('name = "weather"', 'name = "weather', 5, "not valid TOML"),
        ("none", 'script = "kanji"\nnone', 7, "expected one of latin, han, hangul"),
    ],
)
def test_a_fault_is_named_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, said: str
) -> None:
    folder = written(tmp_path, GOOD.replace(old, new))
    with pytest.raises(KnowledgeError, match=said) as caught:
        load_rules("rules", folder)
    assert f"rules.toml:{line}" in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"absent\.toml"):
        load_rules("absent", tmp_path)


def test_a_word_list_with_a_word_twice_is_refused(tmp_path: Path) -> None:
    folder = written(tmp_path, 'en = ["a", "the", "a"]\n', "lists.toml")
    with pytest.raises(KnowledgeError, match=r"twice.*'a'"):
        load_words("lists", folder)


def test_a_synonym_group_of_one_is_refused(tmp_path: Path) -> None:
    folder = written(tmp_path, 'devices = [["パソコン"]]\n', "synonyms.toml")
    with pytest.raises(KnowledgeError, match="two or more"):
        load_synonyms(folder)


def test_a_municipality_without_romaji_is_refused(tmp_path: Path) -> None:
    folder = written(tmp_path, '["茨城県"]\n"取手市" = ["とりでし"]\n', "municipalities.toml")
    with pytest.raises(KnowledgeError, match=r"municipalities\.toml:2.*romaji"):
        load_municipalities(folder)
