"""What staff find: by city, kind, author and words; what changed between two versions."""

from __future__ import annotations

from service.answering.corrections.records import CityContact, CorrectionKind, Synonym
from service.correcting import Change, Register, Wanted, difference
from tests.service.correcting.written import APPROVER, AUTHOR, OTHER, Correcting


def test_filters(at_work: Correcting) -> None:
    here = at_work.drafts.begin(AUTHOR, "toride", CityContact('電話は"窓口"へ100%どうぞ。'))
    there = at_work.drafts.begin(OTHER, "oyama", CityContact("総務課へどうぞ。"))
    everywhere = at_work.drafts.begin(OTHER, None, Synonym(("広報", "お知らせ")), "f" * 32)
    register = Register(at_work.store)

    def found(wanted: Wanted) -> set[str]:
        return {one.id for one in register.list(wanted)}

    assert found(Wanted()) == {here, there, everywhere}
    assert found(Wanted(frozenset({"toride"}))) == {here}
    assert found(Wanted(frozenset())) == set()
    assert found(Wanted(city="oyama")) == {there}
    assert found(Wanted(kind=CorrectionKind.SYNONYM)) == {everywhere}
    assert found(Wanted(author_id=OTHER.id)) == {there, everywhere}
    assert found(Wanted(words="総務課")) == {there}
    assert found(Wanted(words="100%ど")) == {here}
    assert found(Wanted(words="100_ど")) == set()
    assert register.authors(frozenset({"toride"})) == {AUTHOR.id: "佐藤"}
    assert [one.id for one in register.of_message("f" * 32)] == [everywhere]


def test_a_correction_tells_what_it_is_about_through_all_its_versions(
    at_work: Correcting,
) -> None:
    held = at_work.live(CityContact("一番目です。"))
    at_work.next(held, "二番目です。", 1)
    out = at_work.decisions.take_out(APPROVER, held, 2, note="確認のため")
    one = Register(at_work.store).read(held)
    assert one.title == "二番目です。"
    assert one.live is None
    assert one.standing is not None
    assert (one.standing.number, one.standing.withdraws) == (out, True)
    assert [version.author for version in one.versions] == ["田中", "佐藤", "佐藤"]
    listed = Register(at_work.store).list(Wanted())[0]
    assert {version.number for version in listed.versions} == {out}


def test_a_difference_goes_line_by_line() -> None:
    lines = difference(Synonym(("広報", "お知らせ")), Synonym(("広報", "市報", "お知らせ")))
    assert [(line.change, line.text) for line in lines] == [
        (Change.SAME, "広報"),
        (Change.ADDED, "市報"),
        (Change.SAME, "お知らせ"),
    ]
    replaced = difference(CityContact("前です。"), CityContact("後です。"))
    assert [line.change for line in replaced] == [Change.REMOVED, Change.ADDED]
    assert {line.change for line in difference(None, CityContact("後です。"))} == {Change.ADDED}
    assert difference(None, None) == ()
