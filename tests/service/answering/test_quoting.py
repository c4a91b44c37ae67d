"""Quotes read well and never leave what they belong to; on the real plans."""

import pytest

from knowledge.knowledgebase import KnowledgeBase
from knowledge.records import GlossaryTerm, Measure, Record, ScheduleRow, Span
from service.answering.quoting import Quoter

CHARS = 290


@pytest.fixture(scope="module")
def quoters(knowledge: KnowledgeBase) -> dict[str, Quoter]:
    return {plan.id: Quoter(knowledge, plan.id) for plan in knowledge.plans}


def find(knowledge: KnowledgeBase, plan_id: str, text: str) -> Span:
    start = knowledge.sources[plan_id].text.index(text)
    return Span(start, start + len(text))


def test_a_schedule_row_is_quoted_alone(
    knowledge: KnowledgeBase, quoters: dict[str, Quoter]
) -> None:
    for row in knowledge.records("toride-4", ScheduleRow):
        quote = quoters["toride-4"].quote(quoters["toride-4"].around(row.spans[0], CHARS))
        assert quote.count("■") <= 1
        assert all(d in quote.replace(" ", "") for d in row.departments)


def test_a_glossary_entry_is_quoted_without_its_neighbours(
    knowledge: KnowledgeBase, quoters: dict[str, Quoter]
) -> None:
    terms = knowledge.records("toride-4", GlossaryTerm)
    bpr = next(term for term in terms if term.term.startswith("BPR"))
    quote = quoters["toride-4"].quote(quoters["toride-4"].around(bpr.spans[-1], CHARS))
    assert "再設計すること" in quote
    assert "DISAANA" not in quote
    assert "BCP" not in quote


def test_a_quote_does_not_cross_a_heading(
    knowledge: KnowledgeBase, quoters: dict[str, Quoter]
) -> None:
    evidence = find(knowledge, "toride-4", "計画最終年\n\n度としました")
    quote = quoters["toride-4"].quote(quoters["toride-4"].around(evidence, CHARS))
    assert quote.endswith("見直しを図ることとします。")
    assert "計画策定の考え方" not in quote


@pytest.mark.parametrize("chars", [60, 120, 290])
def test_every_quote_is_verbatim_short_enough_and_holds_its_evidence(
    knowledge: KnowledgeBase, quoters: dict[str, Quoter], chars: int
) -> None:
    records: tuple[Record, ...] = knowledge.records()
    for record in records:
        for span in record.spans:
            quoter = quoters[record.plan_id]
            window = quoter.around(span, chars)
            quote = quoter.quote(window)
            assert 0 < len(quote) <= chars
            assert quote == knowledge.quote(record.plan_id, window)
            if len(quoter.quote(span)) <= chars:
                assert window.start <= span.start
                assert span.end <= window.end


def test_measures_are_quoted_in_whole_sentences(
    knowledge: KnowledgeBase, quoters: dict[str, Quoter]
) -> None:
    measures = knowledge.records("toride-4", Measure)
    evidence = find(knowledge, "toride-4", "対象事務のマイナンバー利用")
    assert measures
    quote = quoters["toride-4"].quote(quoters["toride-4"].around(evidence, CHARS))
    assert "必要な添付書類の一部省略" in quote
    assert quote.rstrip().endswith(("。", "】"))


def test_what_is_left_of_a_span_says_something(
    knowledge: KnowledgeBase, quoters: dict[str, Quoter]
) -> None:
    quoter, text = quoters["toride-4"], knowledge.sources["toride-4"].text
    broken = find(knowledge, "toride-4", "計画最終年\n\n度としました")
    middle = text.index("\n\n", broken.start)
    ends = (Span(broken.start, middle), Span(middle + 2, broken.end))
    assert quoter.longest_free(broken, ends) is None
    assert quoter.longest_free(broken, ends[:1]) == ends[1]
    assert quoter.longest_free(broken, ()) == broken
