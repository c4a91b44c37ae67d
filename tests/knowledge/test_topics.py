"""Reviewed topics: what the file must hold, and the shipped one."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from knowledge.errors import KnowledgeError
from knowledge.knowledgebase import KnowledgeBase
from knowledge.topics import LANGUAGES, load_topics

LABELS = "\n".join(f'label.{lang} = "x"' for lang in LANGUAGES)
GOOD = f"""\
[[topics]]
id = "oyama-period"
plan = "oyama-3"
headings = ["4. 計画期間"]
first = ["oyama-3/faq/0034"]
{LABELS}
"""


def test_a_topic_is_read_as_written(knowledge: KnowledgeBase, tmp_path: Path) -> None:
    file = tmp_path / "topics.toml"
    file.write_text(GOOD, encoding="utf-8")
    (topic,) = load_topics(file, knowledge.plans, knowledge.faq)
    assert (topic.id, topic.plan_id) == ("oyama-period", "oyama-3")
    assert topic.headings == ("4. 計画期間",)
    assert topic.first == ("oyama-3/faq/0034",)
    assert set(topic.labels) == set(LANGUAGES)


def test_no_file_is_no_topic(knowledge: KnowledgeBase, tmp_path: Path) -> None:
    assert load_topics(tmp_path / "topics.toml", knowledge.plans, knowledge.faq) == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('plan = "oyama-3"', 'plan = "edo-1"', "edo-1"),
        ("4. 計画期間", "4. 計画機関", "4. 計画機関"),
        ("faq/0034", "faq/9999", "oyama-3/faq/9999"),
        ('id = "oyama-period"', 'id = "小山"', "小山"),
        ('label.ko = "x"\n', "", "label"),
        ("first =", "frist =", "frist"),
        (GOOD, GOOD + GOOD, "twice"),
    ],
)
def test_what_does_not_hold_is_named(
    knowledge: KnowledgeBase, tmp_path: Path, old: str, new: str, told: str
) -> None:
    file = tmp_path / "topics.toml"
    file.write_text(GOOD.replace(old, new), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=re.escape(told)) as error:
        load_topics(file, knowledge.plans, knowledge.faq)
    assert "topics.toml:" in str(error.value)


def test_shipped_labels_are_written_in_their_language(knowledge: KnowledgeBase) -> None:
    assert len(knowledge.topics) > 30
    for topic in knowledge.topics:
        assert not re.search("[ぁ-ゖァ-ヺ]", topic.labels["zh"]), topic.id
        assert re.search("[가-힣]", topic.labels["ko"]), topic.id
        for lang in ("en", "pt", "es"):
            assert all("LATIN" in unicodedata.name(s) for s in topic.labels[lang] if s.isalpha())
            assert len(topic.labels[lang]) <= 30, topic.labels[lang]
        assert not re.search("[a-z]{4}", topic.labels["ja"]), topic.id


def test_no_city_has_two_topics_of_one_label(knowledge: KnowledgeBase) -> None:
    for lang in LANGUAGES:
        names = [(knowledge.plan(t.plan_id).city, t.labels[lang]) for t in knowledge.topics]
        assert len(set(names)) == len(names)
