from knowledge.records import Footnote, LeftOutClass, Paragraph, ParagraphRole, Section


def paragraph(read_plan, start):
    (found,) = [one for one in read_plan.of(Paragraph) if one.text.startswith(start)]
    return found


def test_sections_carry_the_plan_s_own_numbers(fourth):
    paths = {section.section for section in fourth.of(Section)}
    assert ("第1章 計画の概要", "1 計画策定の趣旨") in paths
    assert (
        "第2章 情報化を取り巻く状況",
        "1 社会、国、県の動向",
        "(1) 情報化に関する社会動向",
        "⑥ 企業におけるICTの利用状況（総務省：平成28年通信利用動向調査より）",
        "4) クラウドコンピューティングサービスの利用状況",
    ) in paths
    assert (
        "第2章 情報化を取り巻く状況",
        "2 技術的な動向",
        "(2) マイナンバーカードについて",
        "ロードマップの方向性",
        "3. アクセス手段の多様化",
    ) in paths
    assert ("第3章 情報化推進施策の展開", "4 個別施策の具体的方向") in paths


def test_headings_of_an_excerpt_are_not_the_plan_s(fourth):
    titles = [section.title for section in fourth.of(Section)]
    assert "情報通信技術（ICT）の発展・普及" not in titles
    assert titles.count("個別施策の具体的方向") == 1
    row = paragraph(fourth, "重点事業【学校図書館のネットワーク事業】")
    assert row.role is ParagraphRole.TABLE
    assert row.text.endswith("ネットワークシステムを構築します。")


def test_paragraphs_are_whole_sentences(fourth, fifth):
    prose = [
        one
        for plan in (fourth, fifth)
        for one in plan.of(Paragraph)
        if one.role is ParagraphRole.PROSE and len(one.text) > 40
    ]
    assert len(prose) > 100
    for one in prose:
        assert one.text.endswith("。"), one.id


def test_words_broken_over_lines_are_one_word_again(fourth):
    texts = "".join(one.text for one in fourth.of(Paragraph))
    assert "LINEをはじめとしたSNS" in texts
    assert "平成13年度に「取手市IT推進計画」" in texts
    assert "全ての国民がIT利活用" in texts


def test_a_paragraph_goes_on_around_a_figure_s_source(fourth):
    one = paragraph(fourth, "インターネットを利用した広告")
    assert "インターネット広告を実施した企業の割合が大きく増えています。" in one.text
    assert len(one.spans) == 2


def test_a_diagram_between_is_a_table_of_its_own(fourth):
    one = paragraph(fourth, "地方公共団体の官民データ活用推進計画")
    assert one.role is ParagraphRole.TABLE
    assert "市町村官民データ活用推進計画を策定【努力義務】（9条3項）" in one.text.splitlines()


def test_notes_and_sources(fourth):
    notes = [one.text for one in fourth.of(Paragraph) if one.role is ParagraphRole.NOTE]
    assert "ICT(Information and Communication Technology)＝情報通信技術" in notes
    assert any(one.startswith("00000JAPAN") and one.endswith("開放するもの。") for one in notes)
    assert any(one.startswith("標記の注釈") for one in notes)
    sources = [one.text for one in fourth.of(Paragraph) if one.role is ParagraphRole.SOURCE]
    assert "（出典：平成27年度市民アンケート）" in sources
    printed = [line for line in fourth.source.lines if "出典：" in line.text]
    assert len(sources) == len(printed) == 18


def test_what_is_left_out_has_its_class(fourth):
    by_class = {}
    for left in fourth.reading.left_out:
        by_class.setdefault(left.reason, []).append(fourth.source.quote(left.span))
    assert by_class[LeftOutClass.RUNNING_HEADER] == ["- 31 -", "- 34 -", "資 1"]
    headings = by_class[LeftOutClass.HEADING_MARK]
    assert set(headings) == {"【スケジュール】", "【取組み事項】"}
    assert len(headings) == 28


def test_footnotes_of_the_fifth_plan(fifth):
    notes = {one.mark: one for one in fifth.of(Footnote)}
    assert [(mark, note.term) for mark, note in notes.items()] == [
        ("1", "ICT"), ("2", "DX"), ("3", "情報系サーバ"), ("4", "BCP"),
    ]  # fmt: skip
    assert [note.anchor_page for note in notes.values()] == [1, 1, 4, 5]
    assert notes["3"].definition.endswith("一連のサーバ機器群のこと。")
    assert notes["2"].section == ("第1章 計画の概要", "2 計画の位置付け")
    assert notes["2"].definition.startswith("Digital Transformation")


def test_footnote_numbers_are_taken_out_of_words_and_stay_in_quotes(fifth):
    text = "\n".join(one.text for one in fifth.of(Paragraph))
    assert "協働の推進、ICT活用能力の育成" in text
    assert "トランスフォーメーション（DX）推進計画" in text
    assert "情報系サーバ（次回更新令和8年2月予定）" in text
    assert "平成30年度から令和4年度まで" in text
    first = fifth.one("toride-5/paragraph/第1章1段落")
    assert "ICT1活用能力" in fifth.quote(first)
    (views,) = fifth.list_titled("見直しの視点")
    assert "セキュリティ・BCPへの意識を高める" in views


def test_fifth_plan_s_sections(fifth):
    assert [section.section[-1] for section in fifth.of(Section)] == [
        "第1章 計画の概要",
        "1 計画策定の趣旨",
        "2 計画の位置付け",
        "3 SDGsとの関係",
        "(1) SDGsとは",
        "(2) SDGsとの関係",
        "4 計画期間",
        "5 計画策定の考え方",
        "(1) 見直しの視点",
        "(2) 策定の進め方",
    ]
