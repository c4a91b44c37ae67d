"""The blocks of an answer say all of it, once, with its conclusion first."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from service.outcome import Answer, Status
from service.presenting import (
    Bullets,
    Conclusion,
    Excerpt,
    Lead,
    Note,
    Paragraph,
    Presenter,
    Sides,
    plain,
)
from tests.service.presenting.conftest import Ask, said

# What a page shows by its layout: lines, list marks, the signs between the items of a sentence.
_LAYOUT = re.compile(r"[\s、・【】]|及び|又は|または|[とや]")


def _bare(text: str) -> str:
    return _LAYOUT.sub("", text)


def test_nothing_is_lost_or_doubled(presenter: Presenter, many_answers: tuple[Answer, ...]) -> None:
    kinds = set()
    for answer in many_answers:
        presentation = presenter.blocks(answer)
        assert _bare("".join(said(presentation))) == _bare(answer.text)
        kinds |= {block.kind for block in presentation.blocks}
    assert {"conclusion", "lead", "excerpt", "paragraph", "bullets", "note"} <= kinds


@pytest.mark.meets("U-30")
def test_the_conclusion_stands_first_and_the_note_last(
    presenter: Presenter, many_answers: tuple[Answer, ...]
) -> None:
    for answer in many_answers:
        blocks = presenter.blocks(answer).blocks
        if answer.status is Status.ANSWERED:
            assert blocks[0].kind in ("conclusion", "lead", "bullets", "sides"), answer.text
        if answer.note:
            assert isinstance(blocks[-1], Note)


@pytest.mark.meets("U-30", "J-01")
@pytest.mark.parametrize(
    ("question", "bullets"),
    [
        (
            "小山市の長期ビジョンの理念、三つとも言って",
            (
                "長期ビジョンの基本理念は、",
                ("「ひと・行政を創る」", "「まちを創る」", "「暮らしを創る」"),
                "の3つです。",
            ),
        ),
        (
            "取手市の第四次計画の1-4の取組みは何ですか",
            (
                "1-4の取組みは、",
                (
                    "地方税ポータルシステム（eLTAX）の利用拡大",
                    "コンビニ収納の拡充と利用拡大",
                    "クレジットカード決済の利用拡大",
                    "地方税共通納税システムの構築",
                ),
                "の4つです。",
            ),
        ),
    ],
)
def test_three_things_or_more_are_a_list(
    presenter: Presenter, ask: Ask, question: str, bullets: tuple[str, tuple[str, ...], str]
) -> None:
    blocks = presenter.blocks(ask(question, None)).blocks
    found = next(block for block in blocks if isinstance(block, Bullets))
    assert (plain(found.lead), tuple(map(plain, found.items)), plain(found.tail)) == bullets


def test_a_line_that_only_leads_on_is_no_conclusion(presenter: Presenter, ask: Ask) -> None:
    lead, excerpt = presenter.blocks(ask("冗長化って要するにどうすること？")).blocks
    assert isinstance(lead, Lead)
    assert plain(lead.words).endswith("次のように書かれています。")
    assert isinstance(excerpt, Excerpt)
    assert plain(excerpt.lines[0]).startswith("システムの一部に")


def test_a_comparison_stands_side_by_side(presenter: Presenter, ask: Ask) -> None:
    answer = ask("大田原市と小山市では計画の期間はどっちが長い？", None)
    (sides,) = presenter.blocks(answer).blocks
    assert isinstance(sides, Sides)
    assert [side.name for side in sides.sides] == ["大田原市", "小山市"]


def test_a_side_of_which_nothing_is_told_is_no_part_of_the_other(
    presenter: Presenter, ask: Ask
) -> None:
    told = ask("大田原市と小山市では計画の期間はどっちが長い？", None)
    silent = replace(told, text=f"{told.text}\n取手市の計画には、記載が見つかりませんでした。")
    blocks = presenter.blocks(silent).blocks
    assert [block.kind for block in blocks] == ["sides", "paragraph"]


@pytest.mark.meets("U-18")
def test_a_foreign_answer_knows_what_of_it_is_japanese(presenter: Presenter, ask: Ask) -> None:
    answer = ask("Until when will the city expand payment by credit card?", "toride", "en")
    presentation = presenter.blocks(answer)
    assert presentation.lang == "en"
    conclusion = presentation.blocks[0]
    assert isinstance(conclusion, Conclusion)
    japanese = [run.text for run in conclusion.words if run.is_japanese]
    assert japanese == ["「クレジットカード決済の利用拡大」", "「運用」"]
    excerpts = [block for block in presentation.blocks if isinstance(block, Excerpt)]
    assert all(run.is_japanese for line in excerpts[0].lines for run in line)


def test_what_was_not_found_has_no_conclusion(presenter: Presenter, ask: Ask) -> None:
    blocks = presenter.blocks(ask("クレジットカードで納められる市の税金ぜんぶ")).blocks
    assert all(isinstance(block, Paragraph) for block in blocks)
