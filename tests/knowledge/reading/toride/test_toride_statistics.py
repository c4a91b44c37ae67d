import re
from collections import Counter
from decimal import Decimal

import pytest

from knowledge.records import Paragraph, ParagraphRole, Statistic


def value(fourth, subject, label, unit="%", group=None):
    found = {
        one.value
        for one in fourth.of(Statistic)
        if subject in one.subject
        and one.label == label
        and one.unit == unit
        and group in (None, one.group)
    }
    (only,) = found
    return only


@pytest.mark.parametrize(
    ("label", "count", "share"),
    [
        ("完了/目標達成", 22, 50),
        ("継続", 17, 38),
        ("調整", 3, 7),
        ("停滞", 2, 5),
        ("合計", 44, 100),
    ],
)
def test_results_of_the_third_plan(fourth, label, count, share):
    subject = "第三次取手市地域情報化計画の総合評価"
    assert value(fourth, subject, label, "施策") == count
    assert value(fourth, subject, label) == share


@pytest.mark.parametrize(
    ("label", "count", "share"),
    [
        ("完了", 10, 22),
        ("一層の推進を図る（拡大・拡充）", 13, 30),
        ("引き続き事業を実施（継続）", 14, 32),
        ("情報化の手法等について再検討（再検討）", 5, 11),
        ("情報化の必要性がない（廃止）", 2, 5),
        ("合計", 44, 100),
    ],
)
def test_directions_after_the_third_plan(fourth, label, count, share):
    subject = "第三次取手市地域情報化計画の施策の方向性"
    assert value(fourth, subject, label, "施策") == count
    assert value(fourth, subject, label) == share


def test_what_running_text_repeats_is_confirmed(fourth):
    confirmed = {
        one.label: one.confirmed for one in fourth.of(Statistic) if "方向性" in one.subject
    }
    assert confirmed["引き続き事業を実施（継続）"]
    assert not confirmed["完了"]  # the text names no 完了 among the directions


def test_shares_by_goal(fourth):
    label = "「完了/目標達成」又は「継続」"
    for goal, share in {"目標1": 94, "目標2": 100, "目標3": 72, "目標4": 88}.items():
        assert value(fourth, "前計画の実施状況", label, group=goal) == share
    assert value(fourth, "前計画の評価", label, "施策") == 39
    assert value(fourth, "前計画の評価", label) == 88
    assert value(fourth, "前計画の評価", "「調整」又は「停滞」", "施策") == 5
    assert value(fourth, "前計画の評価", "「調整」又は「停滞」") == 12


@pytest.mark.parametrize(
    ("subject", "label", "share"),
    [
        ("インターネットの普及状況", "インターネット人口普及率", "83.5"),
        ("世帯の情報機器の保有状況", "スマートフォン", "71.8"),
        ("ブロードバンドの普及", "光回線", "60.0"),
        ("利用目的・用途", "電子メールの送受信", "79.7"),
        ("市のホームページの利用", "「よく利用する」または「たまに利用する」", "36.5"),
        ("利用目的", "ひまつぶしのため", "31.1"),
        ("サービスを活用している企業の割合（産業別）", "卸売・小売業", "29.7"),
        ("実施している企業の割合（産業別）", "製造業", "51.9"),
        ("販売モデル", "電子商店（電子モールへの出店）", "40.2"),
        ("クラウドサービスの効果", "「非常に効果があった」又は「ある程度効果があった」", "85.6"),
        ("利用したサービスの内容", "ファイル保管・データ共有", "50.7"),
        ("対応内容", "ID、パスワードによるアクセス制御", "55.3"),
        ("避難時等", "知っていてかつ利用した", "23"),
        ("業務継続とICT", "クラウドを活用している団体", "36.1"),
    ],
)
def test_shares_in_running_text(fourth, subject, label, share):
    assert value(fourth, subject, label) == Decimal(share)


def test_value_of_the_year_before(fourth):
    label = "（以下「クラウドサービス」）を一部でも利用している企業の割合"
    years = {one.year: one.value for one in fourth.of(Statistic) if one.label.endswith(label)}
    assert years == {2016: Decimal("46.9"), 2015: Decimal("44.6")}


def test_group_is_never_taken_from_personal_data(fourth):
    protected = [one for one in fourth.of(Statistic) if one.subject == "対策内容"]
    assert {one.group for one in protected} == {"企業"}


def test_source_only_where_the_section_names_one(fourth):
    sources = {one.label: one.source for one in fourth.of(Statistic)}
    assert sources["スマートフォン"] == "総務省「平成28年通信利用動向調査」"
    assert sources["電子メールの送受信"] is None  # its section names three


def test_every_value_stands_in_its_quote(fourth):
    for one in fourth.of(Statistic):
        quote = fourth.quote(one).translate(str.maketrans("０１２３４５６７８９", "0123456789"))
        assert str(one.value) in quote, one.id


def test_nearly_every_share_of_the_text_is_read(fourth):
    """All but 利用率も高く（71.8％), where the text does not say of what it is the share."""
    prose = (ParagraphRole.PROSE, ParagraphRole.BULLET)
    text = "".join(one.text for one in fourth.of(Paragraph) if one.role in prose)
    stated = Counter(re.findall(r"\d+(?:\.\d+)?(?=%)", text))
    read = Counter(str(one.value) for one in fourth.of(Statistic) if one.unit == "%")
    assert stated - read == Counter({"71.8": 1})
