"""Survey charts: every pair that the text confirms, the sums that must hold, and broken charts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from knowledge.reading.otawara.chart_labels import join_labels
from knowledge.reading.otawara.confirming import stated_shares
from knowledge.records import LeftOutClass, Paragraph, ParagraphRole, Statistic

CITY, PREFECTURE, COUNTRY = "大田原市", "栃木県", "全国"
# Labels of each chart; three, two or one series of values.
LABELS = {
    "図表2-13": 11, "図表2-14": 3, "図表2-15": 6, "図表2-16": 8, "図表2-17": 8, "図表2-18": 5,
    "図表2-19": 11, "図表2-20": 13, "図表2-21": 23, "図表2-22": 6, "図表2-23": 7, "図表2-24": 10,
    "図表2-25": 13,
}  # fmt: skip
SERIES = {"図表2-13": 3, "図表2-14": 3, "図表2-15": 2, "図表2-16": 3, "図表2-17": 3}


def value(otawara, figure: str, label: str, group: str = "") -> Decimal:
    (found,) = [
        s.value
        for s in otawara.all(Statistic)
        if (s.figure, s.label, s.group) == (figure, label, group)
    ]
    return found


def test_every_chart_is_paired(otawara) -> None:
    charts = [s for s in otawara.all(Statistic) if s.figure]
    for figure, labels in LABELS.items():
        own = [s for s in charts if s.figure == figure]
        assert len({s.label for s in own}) == labels
        assert len(own) == labels * SERIES.get(figure, 1)
    assert {s.figure for s in charts} == set(LABELS)
    assert not any("do not pair" in u.what for u in otawara.reading.unresolved)


def test_every_percentage_of_the_charts_is_used_once(otawara) -> None:
    printed = [line.start for line in otawara.source.lines if _is_percentage(line.text)]
    used = [s.spans[-1].start for s in otawara.all(Statistic) if s.figure]
    assert sorted(used) == printed
    assert len(printed) == 190


def _is_percentage(text: str) -> bool:
    return text.endswith("%") and text[:-1].replace(".", "").isdigit()


# What the running text says, copied by hand from the plan.
STATED = [
    ("図表2-16", "自宅のパソコン", CITY, "77.1"),
    ("図表2-16", "スマートフォン", CITY, "41.5"),
    ("図表2-17", "光回線", CITY, "79.1"),
    ("図表2-19", "個人情報の漏えいに不安がある", "", "85.2"),
    ("図表2-19", "ウィルスの感染が心配である", "", "75.2"),
    ("図表2-19", "どこまでセキュリティ対策を行えばよいか不明", "", "46.5"),
    ("図表2-20", "市が発行する広報紙", "", "79.4"),
    ("図表2-20", "町内会の回覧", "", "52.9"),
    ("図表2-20", "市のホームページ", "", "23.9"),
    ("図表2-20", "安全安心メール", "", "4.7"),
    ("図表2-20", "テレビ（データ放送）", "", "9.9"),
    ("図表2-21", "災害・防災や犯罪に関する情報", "", "59.4"),
    ("図表2-21", "放射線測定結果", "", "49.1"),
    ("図表2-21", "医療機関に関する情報", "", "50.3"),
    ("図表2-21", "保健・福祉に関する情報", "", "42.3"),
    ("図表2-21", "住民票・国保・年金・税金等に関する情報", "", "42.9"),
    ("図表2-23", "見づらい、情報がどこにあるか分からない", "", "66.0"),
    ("図表2-23", "必要な情報がない", "", "38.0"),
    ("図表2-23", "最新の情報がない", "", "30.0"),
    ("図表2-24", "住民票などの証明書をコンビニで取得できるようにする（コンビニ交付）", "", "40.7"),
    ("図表2-24", "税金等の支払いを、コンビニでもできるようにする", "", "40.0"),
    ("図表2-25", "パソコンなどを利用できる人と、できない人との間に格差が生じる", "", "49.4"),
    ("図表2-25", "個人情報が漏えいしプライバシーが侵される", "", "47.1"),
    ("図表2-25", "ネットワーク犯罪が増加する", "", "41.6"),
]


def test_exactly_what_the_text_states_is_confirmed(otawara) -> None:
    confirmed = [
        (s.figure, s.label, s.group, str(s.value)) for s in otawara.all(Statistic) if s.confirmed
    ]
    assert sorted(confirmed) == sorted(STATED)


def test_every_percentage_that_the_survey_text_states_is_confirmed(otawara) -> None:
    """No share is missed: as many confirmed values as the text of these sections prints."""
    sections = {s.section for s in otawara.all(Statistic) if s.figure}
    prose = [
        p.text
        for p in otawara.all(Paragraph)
        if p.section in sections and p.role is ParagraphRole.PROSE
    ]
    assert sum(text.count("%") for text in prose) == len(STATED)


def test_differences_that_the_text_states_hold(otawara) -> None:
    used = {
        group: value(otawara, "図表2-14", "利用したことがある", group)
        for group in (CITY, PREFECTURE, COUNTRY)
    }
    assert used[COUNTRY] - used[CITY] == Decimal("6.4")
    assert used[PREFECTURE] - used[CITY] == Decimal("4.5")
    mobile = "携帯電話（PHS、携帯情報端末（PDA）を含む）"
    for group in (PREFECTURE, COUNTRY):
        lower = value(otawara, "図表2-16", mobile, group) - value(otawara, "図表2-16", mobile, CITY)
        higher = value(otawara, "図表2-16", "スマートフォン", CITY) - value(
            otawara, "図表2-16", "スマートフォン", group
        )
        fibre = value(otawara, "図表2-17", "光回線", CITY) - value(
            otawara, "図表2-17", "光回線", group
        )
        assert 30 <= lower < 35
        assert 20 <= higher < 28
        assert fibre > 20
    anxious = [
        value(otawara, "図表2-18", label) for label in ("不安を感じている", "少し不安を感じている")
    ]
    assert 59 < sum(anxious) < 61
    content = [value(otawara, "図表2-22", label) for label in ("満足", "やや満足", "普通")]
    assert 80 < sum(content) < 83


@pytest.mark.parametrize(
    ("figure", "label", "group", "number"),
    [
        ("図表2-13", "インターネットに接続できる家庭用ゲーム機", PREFECTURE, "28.3"),
        ("図表2-13", "タブレット型端末（iPadなど）", CITY, "8.2"),
        ("図表2-13", "その他インターネットに接続できる家電（情報家電）等", COUNTRY, "6.2"),
        ("図表2-15", "20代（N=57）", CITY, "96.5"),
        ("図表2-15", "70代以上（N=147）", COUNTRY, "23.0"),
        ("図表2-17", "高速無線通信（3G、Wi-Fi、LTEなど）", CITY, "23.3"),
        ("図表2-18", "それほど不安は感じていない", "", "22.0"),
        ("図表2-24", "本庁に行かなくても、各支所の窓口ですませるようにする", "", "39.0"),
        ("図表2-25", "新しい機器の購入やサービスの加入など経済的負担が増加する", "", "25.5"),
    ],
)
def test_labels_are_joined_and_paired(
    otawara, figure: str, label: str, group: str, number: str
) -> None:
    assert value(otawara, figure, label, group) == Decimal(number)


def test_a_share_points_at_its_label_group_and_value(otawara) -> None:
    share = next(
        s
        for s in otawara.all(Statistic)
        if (s.figure, s.label, s.group) == ("図表2-15", "20代（N=57）", CITY)
    )
    assert [otawara.source.quote(span) for span in share.spans] == ["20代 （N=57）", CITY, "96.5%"]
    assert (share.page, share.subject) == (17, "インターネットの利用状況（年代別での全国との比較）")


def test_year_and_survey_only_where_the_plan_tells(otawara) -> None:
    first = {s.group: s for s in otawara.all(Statistic) if s.figure == "図表2-13"}
    assert {group: s.year for group, s in first.items()} == {
        CITY: 2013,
        PREFECTURE: 2011,
        COUNTRY: 2011,
    }
    assert (first[CITY].source, first[COUNTRY].source) == ("市民アンケート調査", None)
    assert {s.year for s in otawara.all(Statistic) if s.figure == "図表2-14"} == {2013, None}
    assert {s.year for s in otawara.all(Statistic) if s.figure == "図表2-25"} == {2013}


def test_second_prints_are_left_out(otawara) -> None:
    repeated = [
        otawara.source.quote(left.span)
        for left in otawara.reading.left_out
        if left.reason is LeftOutClass.REPEATED_LABEL
    ]
    assert len(repeated) == 28
    assert repeated.count("各支所の窓口ですませるようにする") == 1


def test_a_chart_can_be_quoted_as_a_whole(otawara) -> None:
    chart = next(p for p in otawara.all(Paragraph) if p.text.startswith("図表2-24"))
    assert chart.role is ParagraphRole.TABLE
    quote = "".join(otawara.source.quote(span) for span in chart.spans)
    assert "40.7%" in quote
    assert "各支所の窓口ですませるようにする" in quote
    assert "税金等の支払いを、コンビニでもできるようにする: 40.0%" in chart.text


def test_a_chart_that_does_not_pair_is_reported_and_told_nowhere(changed) -> None:
    plan = changed("興味のある情報がない\n", "\n", after=1283)
    assert not [s for s in plan.all(Statistic) if s.figure == "図表2-23"]
    assert any(u.what.startswith("図表2-23: values and labels") for u in plan.reading.unresolved)
    assert [s for s in plan.all(Statistic) if s.figure == "図表2-22"]
    table = next(p for p in plan.all(Paragraph) if p.section[-1] == "i) ホームページの満足度")
    assert table.role is ParagraphRole.TABLE


def test_a_pie_that_is_no_whole_is_not_told(changed) -> None:
    plan = changed("63.4%", "43.4%", after=1250)
    assert not [s for s in plan.all(Statistic) if s.figure == "図表2-22"]


def test_a_value_that_the_text_contradicts_is_reported(changed) -> None:
    plan = changed("52.9%", "59.2%", after=1090)
    assert any("町内会の回覧: 59.2" in u.what for u in plan.reading.unresolved)
    assert not any(s.confirmed for s in plan.all(Statistic) if s.label == "町内会の回覧")


def test_labels_join_by_particles_brackets_and_second_print() -> None:
    assert join_labels(["証明書を", "取る", "（窓口）", "その他"], [], 2) == [[0, 1, 2], [3]]
    lines = ["接続できる", "家電", "無回答"]
    assert join_labels(lines, [], 2) is None
    assert join_labels(lines, ["接続できる", "家電"], 2) == [[0, 1], [2]]


def test_a_stated_share_belongs_to_the_label_before_it() -> None:
    text = "「Ａ」や「Ｂ」はそれぞれ1%と2%、「Ｃ」が3%、「Ｄ」の理由は「Ｅ」が4%です。"
    assert set(stated_shares(text, ["Ａ", "Ｂ", "Ｃ", "Ｄ"])) == {
        ("Ａ", Decimal(1)),
        ("Ｂ", Decimal(2)),
        ("Ｃ", Decimal(3)),
    }
