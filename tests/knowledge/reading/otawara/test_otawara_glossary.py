"""23 terms, their readings and names, and English put right without touching quotes."""

from __future__ import annotations

import pytest

from knowledge.errors import SourceError
from knowledge.reading.otawara.latin import mend_latin
from knowledge.records import GlossaryTerm

# Term, reading, page: as printed.
PRINTED = [
    ("ICT", "アイシーティー", 2), ("ブロードバンド", None, 2), ("スマートフォン", None, 2),
    ("タブレット型端末", None, 2), ("Facebook", "フェイスブック", 3), ("Twitter", "ツイッター", 3),
    ("SNS", "エスエヌエス", 3), ("地理情報システム", "ジーアイエス", 3),
    ("クラウドコンピューティング", None, 3), ("グリーンICT", None, 6), ("仮想化技術", None, 6),
    ("ソーシャルメディア", None, 9), ("データセンター", None, 10), ("SaaS", "サース", 11),
    ("カスタマイズ", None, 11), ("ポータルサイト", None, 12), ("グループウェア", None, 14),
    ("公衆無線LAN", "ラン", 27), ("CMS", "シーエムエス", 28),
    ("ICT-BCP", "アイシーティービーシーピー", 30), ("インターネットバンキング", None, 39),
    ("リテラシー", None, 41), ("EUC", "イーユーシー", 50),
]  # fmt: skip


def term_of(otawara, name: str) -> GlossaryTerm:
    return next(term for term in otawara.all(GlossaryTerm) if term.term == name)


def test_every_term_with_reading_and_page(otawara) -> None:
    terms = otawara.all(GlossaryTerm)
    assert [(t.term, t.reading, t.cited_page) for t in terms] == PRINTED
    assert {t.page for t in terms} == {57, 58, 59}
    assert all(t.definition.endswith("。") for t in terms)


def test_other_names_of_a_term(otawara) -> None:
    assert term_of(otawara, "地理情報システム").aliases[:2] == (
        "GIS",
        "Geographical Information System",
    )
    assert term_of(otawara, "ICT").aliases == (
        "Information and Communication Technology",
        "インフォメーション・アンド・コミュニケーション・テクノロジー",
        "情報通信技術",
    )
    assert {"BCP", "業務継続計画"} <= set(term_of(otawara, "ICT-BCP").aliases)


def test_english_is_mended_and_quotes_stay(otawara) -> None:
    definitions = {
        "ICT": "Information and Communication Technology（",
        "SNS": "Social Networking Service（",
        "SaaS": "Software as a Service（",
        "CMS": "Content Management System（",
        "ICT-BCP": "BCPは、Business Continuity Plan（",
        "EUC": "End User Computing（",
    }
    for name, beginning in definitions.items():
        assert term_of(otawara, name).definition.startswith(beginning)
    quote = " ".join(otawara.source.quote(span) for span in term_of(otawara, "EUC").spans)
    assert "End User C om puting" in quote


@pytest.mark.parametrize(
    ("text", "shorts", "mended"),
    [
        ("SocialNetw orking Service（Ｓ）", ["SNS"], "Social Networking Service（Ｓ）"),
        ("Software as a Service", ["SaaS"], "Software as a Service"),
        # Not certain: the initials spell nothing known.
        ("C om m unication Tool", ["ICT"], "C om m unication Tool"),
        ("iPhone やtweetなど", ["SNS"], "iPhone やtweetなど"),
    ],
)
def test_blanks_are_put_right_only_where_certain(text: str, shorts: list[str], mended: str) -> None:
    assert mend_latin(text, shorts) == mended


def test_an_entry_without_page_is_an_error(changed) -> None:
    with pytest.raises(SourceError, match=r"changed\.txt:3433: no page reference before the entry"):
        changed("P.11\n\nカスタマイズ", "カスタマイズ", after=3420)


def test_the_last_entry_without_page_is_an_error(changed) -> None:
    with pytest.raises(
        SourceError, match=r"changed\.txt:3521: glossary entry 'ＥＵＣ' has no page"
    ):
        changed("P.50", "", after=3521)


def test_a_term_that_stands_twice_is_an_error(changed) -> None:
    with pytest.raises(SourceError, match="glossary term 'カスタマイズ' stands twice"):
        changed("ポータルサイト\n", "カスタマイズ\n", after=3440)
