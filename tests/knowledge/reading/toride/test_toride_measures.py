from knowledge.records import Enumeration, Mark, Measure, Section

NUMBERS = [
    *[f"1-1-{n}" for n in range(1, 5)],
    *[f"1-2-{n}" for n in range(1, 5)],
    *[f"1-3-{n}" for n in range(1, 3)],
    *[f"1-4-{n}" for n in range(1, 5)],
    *[f"1-5-{n}" for n in range(1, 3)],
    *[f"2-1-{n}" for n in range(1, 9)],
    *[f"2-2-{n}" for n in range(1, 4)],
    *[f"2-3-{n}" for n in range(1, 3)],
    "2-4-1",
    *[f"3-1-{n}" for n in range(1, 7)],
    *[f"3-2-{n}" for n in range(1, 4)],
    *[f"4-1-{n}" for n in range(1, 7)],
    *[f"4-2-{n}" for n in range(1, 4)],
    *[f"4-3-{n}" for n in range(1, 5)],
]


def test_all_52_measures_in_order(fourth):
    assert [measure.number for measure in fourth.of(Measure)] == NUMBERS
    assert len(NUMBERS) == 52


def test_every_measure_is_whole(fourth):
    for measure in fourth.of(Measure):
        assert measure.id == f"toride-4/measure/{measure.number}"
        assert measure.policy.endswith("。")
        assert measure.body.endswith("。") or measure.number == "2-1-5"  # ends with a list
        assert measure.group.startswith(measure.number[:3])
        assert measure.goal.startswith(f"（目標{measure.number[0]}）")
        assert measure.section[-1] == f"{measure.number} {measure.title}"
        assert measure.section[-2] == measure.group
        assert "■" not in measure.body
        assert "⇒" not in measure.body


def test_title_marks_and_law(fourth):
    measure = fourth.one("toride-4/measure/1-5-1")
    assert measure.title == "マイナポータルの活用による各種申請の電子化の促進"
    assert measure.marks == {Mark.PRIORITY, Mark.NEW}
    assert measure.law_articles == (13,)
    assert fourth.one("toride-4/measure/4-3-2").marks == {Mark.PRIORITY}
    assert fourth.one("toride-4/measure/1-1-2").marks == frozenset()


def test_articles_of_law(fourth):
    by_article = {
        article: [m.number for m in fourth.of(Measure) if article in m.law_articles]
        for article in (10, 11, 13, 14, 15)
    }
    assert by_article == {
        10: ["1-3-1", "1-3-2", "1-4-1", "1-4-2", "1-4-4"],
        11: ["2-3-1"],
        13: ["1-5-1", "1-5-2", "2-4-1"],
        14: ["1-1-1", "2-2-2"],
        15: ["3-1-1", "3-1-3", "3-2-3"],
    }


def test_marks_agree_with_the_title_lines(fourth):
    printed = [line.text for line in fourth.source.lines if line.text.startswith("■")]
    assert sum(line.endswith("新規") for line in printed) == 28
    assert sum(Mark.NEW in measure.marks for measure in fourth.of(Measure)) == 28
    assert sum("重点" in line for line in printed) == 9
    assert sum(Mark.PRIORITY in measure.marks for measure in fourth.of(Measure)) == 9


def test_body_goes_on_overleaf_around_the_legend(fourth):
    measure = fourth.one("toride-4/measure/1-1-3")
    assert "「ほどよく絶妙とりで会議」を立ち上げ、プロモーション活動" in measure.body
    assert "標記の注釈" not in measure.body
    assert "標記の注釈" not in fourth.quote(measure)
    assert len(measure.spans) == 2


def test_body_stops_before_a_schedule_that_floats_in(fourth):
    measure = fourth.one("toride-4/measure/1-2-1")
    assert measure.body.endswith("登録者の増加に努めます。")
    assert fourth.one("toride-4/measure/2-2-3").body.endswith("操作能力の向上を図ります。")


def test_policy_may_have_two_paragraphs(fourth):
    policy = fourth.one("toride-4/measure/1-3-2").policy
    assert policy.count("\n") == 1
    assert policy.endswith("広報・啓発活動に努めます。")


def test_the_system_lists_every_measure_once(fourth):
    groups = [
        record
        for record in fourth.of(Enumeration)
        if record.title.endswith("の施策") and record.title[0].isdigit()
    ]
    assert [item.label for group in groups for item in group.items] == NUMBERS
    assert len(fourth.list_titled("施策体系")[0]) == 14
    assert len(fourth.list_titled("「新規」の施策")[0]) == 28
    assert fourth.list_titled(
        "官民データ活用推進基本法第11条（オープンデータの推進）に対応する施策"
    ) == [["各種保有情報等に係るオープンデータ化の促進"]]


def test_sections_of_goals_and_groups(fourth):
    titles = [section.title for section in fourth.of(Section) if section.number.count("-") == 1]
    assert len(titles) == 14
    assert titles[7] == "オープンデータの活用等の検討"
