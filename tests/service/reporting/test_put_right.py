"""What was approved in a month, by the wall clock of the cities."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import insert

from service.answering.corrections.records import CorrectionKind
from service.reporting import Period
from service.reporting.put_right import read_put_right
from service.store import CorrectionRow, CorrectionVersionRow
from tests.service.reporting.conftest import NOON, Desk

JUNE = Period.of_month(2025, 6)


def decide(
    desk: Desk,
    name: str,
    decided_at: datetime | None,
    state: str = "approved",
    *,
    number: int = 1,
    withdraws: bool = False,
) -> None:
    city = None if name == "all" else name.partition("-")[0]
    with desk.store.writing() as connection:
        if number == 1:
            connection.execute(
                insert(CorrectionRow).values(
                    id=name, city=city, kind="synonym", last_number=1, created_at=NOON
                )
            )
        connection.execute(
            insert(CorrectionVersionRow).values(
                correction_id=name,
                number=number,
                body={},
                withdraws=withdraws,
                state=state,
                based_on=number - 1 or None,
                replaces=number - 1 or None,
                writers=[],
                edits=0,
                author_id=f"{'sato':0>32}",
                written_at=NOON,
                decided_at=decided_at,
                decision_note="",
            )
        )


def test_what_went_live_in_the_month_is_told(desk: Desk) -> None:
    desk.hire("sato")
    before = datetime(2025, 5, 31, 14, 59, tzinfo=UTC)  # 23:59 in Japan
    first = datetime(2025, 5, 31, 15, 0, tzinfo=UTC)  # June there
    last = datetime(2025, 6, 30, 14, 59, tzinfo=UTC)
    decide(desk, "toride-too-early", before)
    decide(desk, "toride-first", first, state="superseded")
    decide(desk, "toride-first", last, number=2, withdraws=True)
    decide(desk, "all", NOON)
    decide(desk, "otawara-other", NOON)
    decide(desk, "toride-sent-back", NOON, state="sent_back")
    decide(desk, "toride-draft", None, state="draft")
    decide(desk, "toride-too-late", datetime(2025, 6, 30, 15, 0, tzinfo=UTC))
    with desk.store.reading() as connection:
        toride = read_put_right(connection, JUNE, {"toride"})
        every = read_put_right(connection, JUNE, None)
    assert [(each.correction_id, each.number) for each in toride] == [
        ("toride-first", 1),
        ("all", 1),
        ("toride-first", 2),
    ]
    assert [each.is_new for each in toride] == [True, True, False]
    assert [each.withdraws for each in toride] == [False, False, True]
    assert {each.kind for each in toride} == {CorrectionKind.SYNONYM}
    assert len(every) == 4
