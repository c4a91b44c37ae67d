import pytest

from knowledge.reading.toride.aliases import other_names
from knowledge.reading.toride.glossary import split_headword
from knowledge.records import GlossaryTerm


def test_55_terms_each_with_a_definition(fourth):
    terms = fourth.of(GlossaryTerm)
    assert len(terms) == 55
    assert len({term.term for term in terms}) == 55
    for term in terms:
        assert term.definition.endswith("。")
        assert len(term.term) > 1
        assert not term.term.endswith("行")
        assert term.section == ("用語解説", term.term)


@pytest.mark.parametrize(
    ("term", "reading", "aliases"),
    [
        ("00000JAPAN", "ファイブ・オー・ジャパン", ()),
        ("BCP", "ビー・シー・ピー", ("Business Continuity Planning", "事業継続計画", "ICT-BCP")),
        ("BPR", "ビー・ピー・アール", ("Business Process Re-engineering", "業務改革")),
        ("IT", "アイ・ティー", ("Information Technology", "情報技術")),
        ("IBBN", "アイ・ビー・ビー・エヌ", ("いばらきブロードバンドネットワーク",)),
        ("ID", "アイディー", ("identification", "識別番号", "ユーザ名", "ユーザID")),
        ("Lアラート", None, ()),
        ("ウイルス", None, ("コンピュータウイルス",)),
        ("デジタル・ディバイド", None, ("情報格差",)),
        ("デバイス", None, ("スマートデバイス",)),
        (
            "電子商取引",
            None,
            ("EC", "Electronic Commerce", "エレクトロニック・コマース", "eコマース"),
        ),
    ],
)
def test_reading_and_other_names(fourth, term, reading, aliases):
    found = fourth.one(f"toride-4/glossary/{term}")
    assert (found.reading, found.aliases) == (reading, aliases)


def test_two_terms_in_one_entry(fourth):
    found = fourth.one("toride-4/glossary/DISAANA・D-SUMM")
    assert found.term == "DISAANA/D-SUMM"
    assert found.reading == "ディサーナ/ディーサム"
    assert found.aliases == ("DISAANA", "D-SUMM")


def test_a_definition_of_two_sentences_stays_one_entry(fourth):
    gis = fourth.one("toride-4/glossary/GIS")
    assert gis.definition == (
        "Geographic Information System（地理情報システム）の略。地理情報をコンピュータ上で"
        "作成・保存等を行い可視化するシステムを指す。"
    )
    system = fourth.one("toride-4/glossary/システム")
    assert "なお、コンピュータシステムという言葉は" in system.definition


def test_headwords_broken_over_lines(fourth):
    terms = {term.term for term in fourth.of(GlossaryTerm)}
    assert {
        "マイキープラットフォーム",
        "クラウドコンピューティング",
        "子育てワンストップサービス",
    } <= terms
    assert "いばらき電子申請・届出システム" in terms


def test_index_letters_are_left_out(fourth):
    assert fourth.quote(fourth.one("toride-4/glossary/ASP")).startswith("ASP（エー")
    assert fourth.quote(fourth.one("toride-4/glossary/サーバ")).startswith("サーバネット")


def test_split_headword():
    assert split_headword("LAN（ラン）") == ("LAN", "ラン", [])
    assert split_headword("ウイルス（コンピュータウイルス）") == (
        "ウイルス",
        None,
        ["コンピュータウイルス"],
    )


def test_other_names_only_where_the_text_says_so():
    assert other_names("薄い板状のパソコンの総称。") == []
    assert other_names("端末のこと。") == ["端末"]
    assert other_names("利用を分担する仕組みのこと。") == []
