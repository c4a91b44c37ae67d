"""Nothing is dropped in silence, and everything stands where it says it stands."""

from __future__ import annotations

from collections import Counter

from knowledge.records import LeftOutClass, Paragraph, ParagraphRole, Section


def test_every_character_is_read_or_left_out_on_purpose(otawara) -> None:
    covered = bytearray(len(otawara.source.text))
    spans = [span for record in otawara.reading.records for span in record.spans]
    for span in spans + [left.span for left in otawara.reading.left_out]:
        covered[span.start : span.end] = b"\x01" * (span.end - span.start)
    leftover = [
        (line.number, line.text)
        for line in otawara.source.lines
        if not all(
            covered[offset] or otawara.source.text[offset].isspace()
            for offset in range(line.start, line.end)
        )
    ]
    assert leftover == []


def test_only_furniture_is_left_out(otawara) -> None:
    quoted: dict[LeftOutClass, Counter[str]] = {}
    for left in otawara.reading.left_out:
        quoted.setdefault(left.reason, Counter())[otawara.source.quote(left.span)] += 1
    assert quoted[LeftOutClass.RUNNING_HEADER] == {
        "7": 1, "18": 1, "50": 1, "大田原市地域ＩＣＴ総合推進計画": 3,
    }  # fmt: skip
    assert quoted[LeftOutClass.HEADING_MARK] == {"【実施スケジュール】": 31, "【調査の概要】": 2}
    headers = quoted[LeftOutClass.TABLE_HEADER]
    assert headers["上期 下期 上期 下期 上期 下期 上期 下期"] == 31
    assert headers["用語 用語解説"] == 3
    assert headers["意見"] == 4
    assert quoted[LeftOutClass.AXIS_TICKS].total() == 11
    assert all(set(ticks) <= set("0123456789% ") for ticks in quoted[LeftOutClass.AXIS_TICKS])
    captions = quoted[LeftOutClass.FIGURE_CAPTION]
    assert sum(text.count("図表") for text in captions) == 13
    assert not any(f"２-{n}：" in text for text in captions for n in ("１３", "２５"))


def test_ids_are_unique_and_name_their_kind(otawara) -> None:
    ids = [record.id for record in otawara.reading.records]
    assert len(ids) == len(set(ids))
    for record in otawara.reading.records:
        plan, kind, local = record.id.split("/")
        assert (plan, kind) == ("otawara-1", record.kind.value)
        assert local


def test_running_text_is_whole_sentences_without_marks(otawara) -> None:
    prose = [p for p in otawara.all(Paragraph) if p.role is ParagraphRole.PROSE]
    assert len(prose) > 150
    for paragraph in prose:
        assert paragraph.text.endswith(("。", "）")), paragraph.text
        assert "※" not in paragraph.text
        assert not set("０１２３４５６７８９ＩＣＴ％，") & set(paragraph.text)


def test_a_sentence_goes_on_behind_a_chart(otawara) -> None:
    paragraph = next(p for p in otawara.all(Paragraph) if "情報のニーズも高" in p.text)
    assert paragraph.text.endswith("市民生活と密接に関連する情報のニーズも高くなっています。")
    assert [otawara.line(span.start) for span in paragraph.spans] == [1071, 1128]
    assert paragraph.page == 21


def test_the_greeting_and_its_signature(otawara) -> None:
    own = [p for p in otawara.all(Paragraph) if p.section == ("ごあいさつ",)]
    assert own[-1].text == "平成25年8月 大田原市長津久井富雄"
    assert all(p.page is None for p in own)
    assert any("2つの視点から31の事業" in p.text for p in own)


def test_sections_carry_their_whole_path(otawara) -> None:
    paths = {section.id.split("/")[2]: section for section in otawara.all(Section)}
    assert paths["第3章3(1)①i"].section == (
        "第3章 ICT総合推進施策",
        "3. 具体的な取組内容",
        "(1) 市民サービス向上と地域活性化の推進",
        "① 地域の情報提供の推進",
        "i) SNS等の活用による情報発信の強化",
    )
    assert paths["第5章2"].title == "用語解説"
    assert (paths["第2章3(2)③ii"].page, paths["第2章3(2)③ii"].level) == (21, 5)
    # The items of a table and of an overview look like headings and are none.
    assert "第2章1(1)①" not in paths
    assert not any("調査期間" in section.title for section in paths.values())


def test_publications_stand_in_paragraphs_of_their_own(otawara) -> None:
    sources = [p for p in otawara.all(Paragraph) if p.role is ParagraphRole.SOURCE]
    assert len(sources) == otawara.source.text.count("【出典】") == 10
    assert any(p.text.endswith("マイナンバー関連法案について（骨子）」") for p in sources)
