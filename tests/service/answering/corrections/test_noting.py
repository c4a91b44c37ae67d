"""A note on a passage is told with every answer that shows its characters."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from service.answering.corrections.records import ApprovedAnswer, PassageNote, RestsOn
from service.answering.voice import LANGUAGES
from service.counter import Counter, Question
from service.outcome import Answer, Status
from service.presenting import Presenter
from service.presenting.text_blocks import Note

Correct = Callable[..., Counter]
On = Callable[[str], RestsOn]

EVENT, ROW = "toride-4/timeline/2016-3", "toride-4/schedule/1-4-2"
NOTE = "交付の手数料は令和5年4月に変わりました。"
ASKED = "コンビニ交付はいつから"


def ask(counter: Counter, text: str = ASKED, lang: str | None = None) -> Answer:
    return counter.ask(Question(text, "toride", lang))


def test_it_is_told_with_whatever_quotes_the_passage(corrected: Correct, on: On) -> None:
    noting = corrected(PassageNote(on(EVENT), NOTE))
    answer = ask(noting)
    # The entry that answers is another passage; it rests on the same characters.
    assert answer.citations[0].passage_id != EVENT
    assert answer.text.endswith(NOTE)
    assert answer.note.endswith(NOTE)
    assert NOTE not in answer.core
    assert NOTE not in ask(noting, "LGWANとは何ですか").text


def test_an_approved_answer_tells_it_too(corrected: Correct, on: On) -> None:
    form = "市民プールの入場料はいくらですか"
    counter = corrected(
        ApprovedAnswer((form,), "お尋ねください。", (on(EVENT),)), PassageNote(on(EVENT), NOTE)
    )
    assert ask(counter, form).text.endswith(NOTE)


def test_near_places_are_noted_where_nothing_is_told(
    counter: Counter, corrected: Correct, on: On
) -> None:
    text = "市民プールの入場料はいくらですか"
    near = counter.ask(Question(text, "toride"))
    assert near.status is Status.NOT_FOUND
    noted = ask(corrected(PassageNote(on(near.citations[0].passage_id), NOTE)), text)
    assert NOTE in noted.text
    assert len(noted.text) <= 400


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_long_note_leaves_the_answer_its_room(
    corrected: Correct, on: On, lang: str, counter: Counter
) -> None:
    note = "あ" * 199 + "。"
    noting = corrected(PassageNote(on(EVENT), note), PassageNote(on(ROW), note[1:] + "。"))
    for text in (ASKED, "コンビニ収納の拡充のスケジュールは？"):
        answer = ask(noting, text, lang)
        assert len(answer.text) <= 400
        assert note in answer.text or note[1:] in answer.text
        assert lang.startswith("ja") or f"「{note}" in answer.text or f"「{note[1:]}" in answer.text
        assert [citation.n for citation in answer.citations] == [
            n + 1 for n in range(len(answer.citations))
        ]
        blocks = Presenter(counter.knowledge, lambda: noting.in_force.day).blocks(answer).blocks
        assert isinstance(blocks[-1], Note)


def test_a_further_place_whose_note_finds_no_room_is_not_shown(
    counter: Counter, corrected: Correct, on: On
) -> None:
    cited = [citation.passage_id for citation in ask(counter).citations]
    first, second = (n * 199 + "。" for n in "いう")
    noting = corrected(PassageNote(on(cited[0]), first), PassageNote(on(cited[-1]), second))
    answer = ask(noting)
    assert first in answer.text
    assert second not in answer.text
    assert cited[-1] not in {citation.passage_id for citation in answer.citations}


def test_a_note_on_what_changed_is_not_told(corrected: Correct) -> None:
    assert NOTE not in ask(corrected(PassageNote(RestsOn(EVENT, "0" * 64), NOTE))).text
