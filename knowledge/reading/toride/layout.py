"""How plans of this style are laid out: data a catalog entry may change, with the usual values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TorideLayout:
    """Marks and columns of a plan with ■ measures and schedules of one cell a 年度.

    first_page          printed number of the page on which the source begins
    appendix_mark       begins the page numbers of the appendix (`資 1`), which are not counted on
    headings            heading marks by level, outermost first; `#` stands for a number, and the
                        usual ones are described in `marks.py`
    goal_heading        the mark of a goal (目標), `group_heading` of a group of measures in it
    item_marks          number the items of a list as well: lines that follow one another
    list_headings       headings of these marks under one parent are a list in themselves
    bullets             marks that begin an item of a list
    silent_headings     headings that only announce what follows (left out)
    policy_heading      heads the 取組み方針 of a group of measures
    measure_heading     the mark of a measure's title; alone on a line it begins a schedule row
    law_mark            begins 【法 10 条:...】 below a measure
    schedule_header     first word of a schedule table's header
    schedule_years      western years of the columns; empty: every year of the plan
    activities          words that may stand in a schedule's cells
    carried_mark        stands in a cell for "as before"
    department_endings  what the name of a department ends with
    note_marks          begin a note
    page_note_marks     begin a legend at the foot of a page that interrupts the text
    excerpt_ending      ends the caption of an excerpt from another plan
    excerpt_rows        words that begin a row of such an excerpt
    results_header      repeated in the header of the table of the former plan's results
    rules_endings       a heading ○... that ends with one of these begins the rules of a committee
    glossary_heading    begins the glossary; `glossary_header` its table's header
    full_columns        a printed line of at least so many columns (a kanji is two) is full
    """

    first_page: int = 1
    appendix_mark: str = "資"
    headings: tuple[str, ...] = (
        "第#章",
        "#",
        "●",
        "(#)",
        "（目標#）",
        "#-#",
        "■#-#-#",
        "①",
        "図表#",
        "（）",
        "【】",
        "〈〉",
        "#.",
        "#)",
        "○",
    )
    goal_heading: str = "（目標#）"
    group_heading: str = "#-#"
    item_marks: tuple[str, ...] = ("①", "#.", "（目標#）")
    list_headings: tuple[str, ...] = ("#.", "#)", "○")
    bullets: tuple[str, ...] = ("・", "►", "Ø")
    silent_headings: tuple[str, ...] = ("取組み事項", "スケジュール")
    policy_heading: str = "取組み方針"
    measure_heading: str = "■#-#-#"
    law_mark: str = "【法"
    schedule_header: str = "施策"
    schedule_years: tuple[int, ...] = ()
    activities: tuple[str, ...] = ("調査・研究", "検討", "構築", "運用")
    carried_mark: str = "⇒"
    department_endings: tuple[str, ...] = ("課", "室", "センター", "事務局", "図書館", "公民館")
    note_marks: tuple[str, ...] = ("※", "注）")
    page_note_marks: tuple[str, ...] = ("標記の注釈",)
    excerpt_ending: str = "より抜粋）"
    excerpt_rows: tuple[str, ...] = ("テーマ", "戦略", "重点施策", "重点事業")
    results_header: str = "施策事業数"
    rules_endings: tuple[str, ...] = ("規程", "要綱", "規則")
    glossary_heading: str = "用語解説"
    glossary_header: str = "50音順 用語 解説"
    full_columns: int = 74
